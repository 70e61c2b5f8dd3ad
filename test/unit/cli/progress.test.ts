import { afterEach, describe, expect, it, vi } from "vitest";
import { ProgressLine } from "../../../src/cli/progress.js";

/** Takes over the error output, as a terminal or not; `lines` gives what was written since it was last asked. */
function errorOutput(isTTY: boolean) {
  const written: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
  const before = process.stderr.isTTY;
  Object.defineProperty(process.stderr, "isTTY", { value: isTTY, configurable: true });
  restore = () => Object.defineProperty(process.stderr, "isTTY", { value: before, configurable: true });
  return () => written.splice(0).join("").split("\n").slice(0, -1);
}

let restore = () => process.stderr;
afterEach(() => {
  restore();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const at = (done: number, total = 123_000_000) =>
  ({ message: "Fetching Neo4j", done: done * 1_000_000, total }) as const;

describe("ProgressLine without a terminal", () => {
  it("prints each step on its own line", () => {
    const lines = errorOutput(false);
    const progress = new ProgressLine();
    progress.show({ message: "Starting the database" });
    progress.say("Applying migration 1");
    expect(lines()).toEqual(["Starting the database", "Applying migration 1"]);
  });

  it("reports a download at its beginning, every ten seconds and at its end", () => {
    vi.useFakeTimers({ now: 1_000_000 });
    const lines = errorOutput(false);
    const progress = new ProgressLine();
    for (const done of [1, 2, 3]) progress.show(at(done));
    vi.setSystemTime(1_009_999);
    progress.show(at(50));
    vi.setSystemTime(1_010_000);
    progress.show(at(60));
    progress.show(at(61));
    progress.show(at(123));
    expect(lines()).toEqual([
      "Fetching Neo4j: 1 of 123 MB",
      "Fetching Neo4j: 60 of 123 MB",
      "Fetching Neo4j: 123 of 123 MB",
    ]);
  });

  it("writes no control characters", () => {
    const lines = errorOutput(false);
    const progress = new ProgressLine();
    progress.show(at(1));
    progress.show(at(123));
    expect(lines().join("")).toMatch(/^[\x20-\x7e]*$/);
  });
});

describe("ProgressLine on a terminal", () => {
  it("shows a bar with the message and megabytes, and ends it before the next message", () => {
    const lines = errorOutput(true);
    const progress = new ProgressLine();
    progress.show(at(0));
    progress.show(at(123));
    progress.say("Starting the database");
    const text = lines().join("\n");
    expect(text).toContain("Fetching Neo4j");
    expect(text).toContain("123 of 123 MB");
    expect(text.endsWith("Starting the database")).toBe(true);
  });

  it("ends an unfinished bar before another message", () => {
    const lines = errorOutput(true);
    const progress = new ProgressLine();
    progress.show(at(10));
    progress.say("The network is gone");
    expect(lines().at(-1)).toBe("The network is gone");
    progress.say("Bye");
    expect(lines()).toEqual(["Bye"]);
  });
});

import { describe, expect, it } from "vitest";
import { withParameters } from "../../../src/import/parameters.js";
import { failure, mappingOf } from "./support.js";

const mapping = () =>
  mappingOf({
    top: `observedUntil: "{$snapshot}"
parameters:
  snapshot: { about: the day of the snapshot, values: [2024-01-01, 2025-01-01] }
  note.of-1: { about: a remark }`,
    rows: `locator: "{id}, {$snapshot}"
expect: { rows: 3 }
steps:
  - where: { day: "{$snapshot}", other: [a, "{$snapshot}"] }
  - let: { x: "{$snapshot}-{$line}-{$note.of-1}-{$snapshot}" }`,
  });
const GIVEN = { snapshot: "2025-01-01", "note.of-1": "$& {id}" };

describe("the parameters of a mapping", () => {
  it("are inserted everywhere, unchanged", () => {
    const filled = withParameters(mapping(), GIVEN);
    expect(filled.observedUntil).toBe("2025-01-01");
    expect(filled.rows[0]).toMatchObject({
      locator: "{id}, 2025-01-01",
      expect: { rows: 3 },
      steps: [
        { where: { day: "2025-01-01", other: ["a", "2025-01-01"] } },
        { let: { x: "2025-01-01-{$line}-$& {id}-2025-01-01" } },
      ],
    });
  });

  it("do not change the mapping itself or its positions", () => {
    const before = mapping();
    const filled = withParameters(before, GIVEN);
    expect(before.observedUntil).toBe("{$snapshot}");
    expect(filled.file).toBe(before.file);
    expect(filled.at(["title"])).toEqual(before.at(["title"]));
  });

  it("a mapping without parameters needs none", () => {
    expect(withParameters(mappingOf({}), {}).title).toBe("Test");
  });

  it("are reported with description and example if they are missing", async () => {
    const { code, message } = await failure(() => withParameters(mapping(), { "note.of-1": "x" }));
    expect(code).toBe("BAD_INPUT");
    expect(message).toMatch(/snapshot \(the day of the snapshot\).*--set snapshot=2025-01-01/);
  });

  it("are reported with the allowed values if invalid", async () => {
    const { code, message } = await failure(() =>
      withParameters(mapping(), { ...GIVEN, snapshot: "2026-01-01" }),
    );
    expect(code).toBe("BAD_INPUT");
    expect(message).toMatch(/2024-01-01, 2025-01-01.*"2026-01-01"/);
  });

  it("are rejected if they are empty", async () => {
    expect((await failure(() => withParameters(mapping(), { ...GIVEN, snapshot: "" }))).code).toBe(
      "BAD_INPUT",
    );
  });

  it("are reported with the known ones if unknown", async () => {
    const { code, message } = await failure(() => withParameters(mapping(), { ...GIVEN, snapshots: "x" }));
    expect(code).toBe("BAD_INPUT");
    expect(message).toMatch(/no parameter "snapshots".*snapshot, note\.of-1/);
    expect((await failure(() => withParameters(mappingOf({}), { a: "x" }))).message).toMatch(/none/);
  });

  it("are rejected if undeclared, even with the name constructor", async () => {
    const given: Record<string, string> = { ...GIVEN, constructor: "x" };
    expect((await failure(() => withParameters(mapping(), given))).code).toBe("BAD_INPUT");
  });
});

import { afterEach, describe, expect, it, vi } from "vitest";
import { ProgressLine } from "../../../src/cli/progress.js";
import { afterOtherImports } from "../../../src/cli/wait.js";
import { PactError } from "../../../src/errors.js";

/** A progress line, and what it has said. */
function progressLine() {
  const said: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
  return { progress: new ProgressLine(), said };
}

afterEach(() => void vi.restoreAllMocks());

describe("--wait", () => {
  it("tries again while another import is in progress, and says so once", async () => {
    const { progress, said } = progressLine();
    let tries = 0;
    const work = async () => {
      tries += 1;
      if (tries < 3) throw new PactError("IMPORT_UNFINISHED", "An import of votes has not finished.");
      return "done";
    };
    expect(await afterOtherImports(work, progress, new AbortController().signal)).toBe("done");
    expect(said).toEqual(["Waiting: An import of votes has not finished.\n"]);
  });

  it("does not try again after another error, or when the user ends it", async () => {
    const { progress } = progressLine();
    const failing = (code: "IMPORT_FAILED" | "IMPORT_UNFINISHED") => async () => {
      throw new PactError(code, "x");
    };
    const signal = AbortSignal.abort();
    await expect(
      afterOtherImports(failing("IMPORT_FAILED"), progress, new AbortController().signal),
    ).rejects.toMatchObject({ code: "IMPORT_FAILED" });
    await expect(afterOtherImports(failing("IMPORT_UNFINISHED"), progress, signal)).rejects.toMatchObject({
      code: "IMPORT_UNFINISHED",
    });
  });
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { compileGolden, goldenCases, readableParameters } from "./support/golden.js";
import { pretty } from "./support/pretty.js";

// The texts were recorded once (`vitest -u`) and read line by line: every value is a parameter, order and limit
// stand before the projection, counts are there only when asked for.
describe("the Cypher of each construct", () => {
  const cases = goldenCases();

  it("has a readable file for every case", () => {
    const missing = cases.flatMap(({ folder }) =>
      ["expected.cypher", "expected.params.json"]
        .map((file) => join(folder, file))
        .filter((file) => !existsSync(file)),
    );
    expect(missing).toEqual([]);
  });

  it.each(cases)("$name", async (golden) => {
    const fields = await compileGolden(golden);
    const text = [...fields].map(([slot, field]) => `// ${slot}\n${pretty(field.text)}`).join("\n");
    await expect(text).toMatchFileSnapshot(join(golden.folder, "expected.cypher"));
    await expectParameters(readableParameters(fields), join(golden.folder, "expected.params.json"));
  });

  it.each(cases)("$name is printed without loss", async (golden) => {
    for (const { text } of (await compileGolden(golden)).values()) {
      expect(pretty(text).replace(/\s+/g, "")).toBe(text.replace(/\s+/g, ""));
    }
  });
});

/** Compares values, since the formatter of the project lays JSON out in its own way. */
async function expectParameters(text: string, file: string): Promise<void> {
  const same =
    existsSync(file) && isDeepStrictEqual(JSON.parse(readFileSync(file, "utf8")), JSON.parse(text));
  if (!same) await expect(text).toMatchFileSnapshot(file);
}

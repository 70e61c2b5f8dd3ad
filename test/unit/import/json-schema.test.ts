import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { mappingJsonSchema } from "../../../src/import/mapping/json-schema.js";
import { step } from "../../../src/import/mapping/step-definition.js";
import { packageRoot } from "../../../src/package-root.js";

const FOLDER = join(packageRoot(), "seed", "mappings");
const MAPPINGS = readdirSync(FOLDER).filter((file) => file.endsWith(".yaml"));
/** As an editor checks: every rule, whatever JSON schema knows besides. */
const fits = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(mappingJsonSchema()));
const read = (file: string): unknown => parse(readFileSync(join(FOLDER, file), "utf8"));

describe("the JSON schema of mappings", () => {
  it("is the same as seed/mappings/mapping.schema.json", () => {
    const kept = readFileSync(join(FOLDER, "mapping.schema.json"), "utf8");
    expect(kept === mappingJsonSchema(), "run `npm run schema` and review what changed").toBe(true);
  });

  it.each(MAPPINGS)("accepts %s", (file) => {
    fits(read(file));
    expect(fits.errors ?? []).toEqual([]);
  });

  it.each([
    ["a key that is not known", { titel: "x" }],
    ["an edge type that is not known", { edges: [{ type: "PARTY", from: "a", to: "b" }] }],
    ["a mode that is not known", { mode: "replace" }],
  ])("rejects %s", (_what, more) => {
    const mapping = { ...(read(MAPPINGS[0] ?? "") as object), ...more };
    expect(fits(mapping)).toBe(false);
  });

  it("explains every step, and the properties of every node and edge type with their form", () => {
    const text = mappingJsonSchema();
    for (const { shape } of step.options)
      for (const part of Object.values(shape)) expect(part.description).toBeTruthy();
    expect(text).toContain("Kind of act. One of DEFINITIVE_SIGNATURE, RATIFICATION,");
    expect(text).toContain("Date of signature. A date in EDTF, as exact as the source gives it.");
    for (const label of ["Treaty", "Meeting", "TREATY_ACTION", "VOTED"])
      expect(text).toMatch(new RegExp(`"const": "${label}"`));
  });

  it("explains every top-level key", () => {
    const { properties } = JSON.parse(mappingJsonSchema()) as { properties: Record<string, object> };
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(["source", "files", "lookups", "rows"]));
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ERROR_CODES } from "../../../src/errors.js";
import { parseMapping } from "../../../src/import/mapping/read.js";
import { shippedMappings } from "../../../src/import/shipped.js";
import { LIMIT_SETTINGS } from "../../../src/limits.js";
import { packageRoot } from "../../../src/package-root.js";

const read = (...path: readonly string[]) => readFileSync(join(packageRoot(), ...path), "utf8");
const readme = read("README.md");

/** The part of the README under a heading. */
function section(heading: string): string {
  const [, part = ""] = readme.split(`\n## ${heading}\n`);
  return part.split("\n## ")[0] ?? "";
}

describe("README.md", () => {
  it("has a line for every error code, and for no other", () => {
    const listed = section("Errors")
      .split("\n")
      .filter((line) => line.startsWith("| `"))
      .flatMap((line) => [...(line.split("|")[1] ?? "").matchAll(/`(\w+)`/g)].map(([, code]) => code));
    expect(listed.sort()).toEqual(Object.keys(ERROR_CODES).sort());
  });

  it("names every setting that the configuration reads", () => {
    const settings = [...read("src", "config.ts").matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(
      ([, name]) => name,
    );
    expect(settings.length).toBeGreaterThan(10);
    const part = section("Settings");
    expect(settings.filter((name) => !part.includes(`\`${name}\``))).toEqual([]);
  });

  it("has a line for every limit, with its usual value", () => {
    const part = section("Filters, orders, numbers");
    for (const { variable: name, default: usual } of Object.values(LIMIT_SETTINGS)) {
      const line = part.split("\n").find((each) => each.includes(`\`${name}\``));
      expect(line?.split("|").at(-2)?.trim(), name).toBe(usual.toLocaleString("en"));
    }
  });

  it("names every environment variable that the tests read", () => {
    const names = [...read("test", "support", "neo4j-setup.ts").matchAll(/\b(NEO4J_TEST_\w+)/g)].map(
      ([, name]) => name,
    );
    expect(new Set(names).size).toBeGreaterThan(1);
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it("shows a mapping that can be read", () => {
    const [, text = ""] = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(section("Data sets")) ?? [];
    expect(parseMapping("README.md", text).rows).toHaveLength(1);
  });

  it("has a line for every mapping that comes with the program", () => {
    const listed = [...section("Data sets").matchAll(/^\| `([a-z0-9.-]+)`/gm)].map(([, id]) => id);
    expect(listed.sort()).toEqual(shippedMappings().map(({ id }) => id));
  });

  it("names only folders that exist", () => {
    const folders = [
      ...section("How the folders lie").matchAll(/(?:^| {2,})([a-z]+(?:\/[a-z-]+)*)\/? {2,}/gm),
    ];
    const names = folders.map(([, name]) => name ?? "");
    expect(names).toContain("src/model");
    for (const name of names)
      expect(() => readme && readFileSync(join(packageRoot(), name))).toThrow(/EISDIR/);
  });
});

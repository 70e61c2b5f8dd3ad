import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../../src/package-root.js";

const page = readFileSync(join(packageRoot(), "CONTRIBUTING.md"), "utf8");

/** The files of the worked example: TypeScript blocks whose first line names the file. */
const files = [...page.matchAll(/```ts\n\/\/ (src\/\S+\.ts)\n([\s\S]*?)```/g)].map(
  ([, path = "", text = ""]) => ({
    path,
    text,
  }),
);

let copy = "";
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "pactgraph-example-"));
  cpSync(join(packageRoot(), "src"), join(copy, "src"), { recursive: true });
  for (const name of ["tsconfig.json", "package.json"]) cpSync(join(packageRoot(), name), join(copy, name));
  symlinkSync(join(packageRoot(), "node_modules"), join(copy, "node_modules"));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What the compiler says of the copy; nothing when all is well. */
function compile(): string {
  try {
    const tsc = join(packageRoot(), "node_modules", ".bin", "tsc");
    return execFileSync(tsc, ["-p", "."], { cwd: copy, encoding: "utf8" });
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  }
}

describe("the worked example of a root field in CONTRIBUTING.md", () => {
  it("has the four files of a root field", () => {
    expect(files.map(({ path }) => path.split("/").at(-1)).sort()).toEqual([
      "compile.ts",
      "declaration.ts",
      "field.ts",
      "plan.ts",
    ]);
  });

  it("compiles if its line is in the list of root fields", () => {
    const list = join(copy, "src", "fields", "root-fields.ts");
    const [, imported = "", name = ""] = /^\+(import \{ (\w+) \}.*)$/m.exec(page) ?? [];
    const text = readFileSync(list, "utf8").replace("  nodes,\n", `  nodes,\n  ${name},\n`);
    writeFileSync(list, `${imported}\n${text}`);
    expect(text).toContain(`  ${name},`);
    expect(compile()).toBe("");
  });

  it("does not compile if a part of a root field is missing", () => {
    const field = files.find(({ path }) => path.endsWith("field.ts"));
    if (!field) throw new Error("The example has no field.ts.");
    const without = field.text.replace(/ {2}compile: .*\n/, "");
    expect(without).not.toBe(field.text);
    writeFileSync(join(copy, field.path), without);
    expect(compile()).toMatch(/compile/);
  });
});

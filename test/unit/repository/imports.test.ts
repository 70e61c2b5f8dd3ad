import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../src/package-root.js";

const SRC = join(packageRoot(), "src");
const readme = readFileSync(join(SRC, "README.md"), "utf8");

/** Which folders of src each folder may import: a row of the table is | `folder` | what it does | `other`, `other` | */
const allowed: ReadonlyMap<string, readonly string[]> = new Map(
  [...readme.matchAll(/^\| `([a-z-]+)` +\|[^|]*\|([^|]*)\|$/gm)].map(([, folder = "", cell = ""]) => [
    folder,
    [...cell.matchAll(/`([a-z-]+)`/g)].map(([, name = ""]) => name),
  ]),
);

/** All imports of a file by path, those of types included. */
const IMPORT = /(?:from|import)\s*\(?\s*"(\.[^"]+)"/g;

const graph: ReadonlyMap<string, readonly string[]> = new Map(
  sourceFiles().map((file) => {
    const text = readFileSync(join(SRC, file), "utf8");
    const targets = [...text.matchAll(IMPORT)].map(([, path = ""]) =>
      relative(SRC, join(SRC, dirname(file), path)).replace(/\.js$/, ".ts"),
    );
    return [file, targets];
  }),
);

function sourceFiles(): readonly string[] {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"));
}

/** The linter's configuration that rejects every import that the table does not allow. */
function importRules(): string {
  const overrides = [...allowed].map(([folder, names]) => {
    const rejected = [...allowed.keys()].filter((name) => name !== folder && !names.includes(name));
    const patterns = [
      {
        group: rejected.map((name) => `**/../${name}/**`),
        message: `src/README.md says which folders src/${folder} may import.`,
      },
    ];
    const noRestrictedImports = { level: "error", options: { patterns } };
    return { includes: [`src/${folder}/**`], linter: { rules: { style: { noRestrictedImports } } } };
  });
  return `${JSON.stringify({ overrides }, null, 2)}\n`;
}

/** The folder of src that a file is in; undefined for a file beside the folders. */
const folderOf = (file: string) => (file.includes("/") ? file.split("/")[0] : undefined);

/** A path that comes back to where it began, or undefined. */
function cycleIn(edges: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const next of edges.get(node) ?? []) {
      const cycle = visit(next, [...path, node]);
      if (cycle) return cycle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of edges.keys()) {
    const cycle = visit(node, []);
    if (cycle) return cycle;
  }
  return undefined;
}

describe("imports within src", () => {
  it("are found", () => {
    expect(graph.size).toBeGreaterThan(200);
    expect(graph.get("cli/emit-schema.ts")).toContain("fields/api-schema.ts");
  });

  it("form no cycle between files, types included", () => {
    expect(cycleIn(graph)).toBeUndefined();
  });

  it("form no cycle between folders", () => {
    expect(cycleIn(allowed)).toBeUndefined();
  });

  it("are reported if they form a cycle", () => {
    const edges = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", ["b"]],
    ]);
    expect(cycleIn(edges)).toEqual(["b", "c", "b"]);
  });

  it("are only those that src/README.md allows", () => {
    const wrong = [...graph].flatMap(([file, targets]) => {
      const from = folderOf(file);
      return targets
        .filter((target) => {
          const to = folderOf(target);
          return from !== undefined && to !== undefined && to !== from && !allowed.get(from)?.includes(to);
        })
        .map((target) => `${file} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it("include all that src/README.md allows", () => {
    const used = new Set(
      [...graph].flatMap(([file, targets]) =>
        targets.map((target) => `${folderOf(file)} ${folderOf(target)}`),
      ),
    );
    const unused = [...allowed].flatMap(([from, names]) =>
      names.map((to) => `${from} ${to}`).filter((pair) => !used.has(pair)),
    );
    expect(unused).toEqual([]);
  });

  it("are listed for every folder", () => {
    const folders = new Set([...graph.keys()].map(folderOf).filter((folder) => folder !== undefined));
    expect([...allowed.keys()].sort()).toEqual([...folders].sort());
  });

  it("are checked by the linter with the rules of src/README.md", async () => {
    await expect(importRules()).toMatchFileSnapshot("../../../biome.imports.json");
  });
});

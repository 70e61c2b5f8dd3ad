import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.js";

const loaded = new Map<string, string>();

/** Reads a statement from a file in cypher/, without comments. Each file is read once. */
export function cypherFile(path: string): string {
  const known = loaded.get(path);
  if (known !== undefined) return known;
  const text = withoutComments(readFileSync(join(packageRoot(), "cypher", path), "utf8"));
  loaded.set(path, text);
  return text;
}

/** Reads a statement from a file and fills in a relationship type. */
export function cypherFileForEdge(path: string, type: string): string {
  return cypherFile(path).replaceAll("EDGE_TYPE", type);
}

/** The statement without its comment lines. */
export function withoutComments(text: string): string {
  return text
    .split(/\r?\n/)
    .filter((line) => !line.trimStart().startsWith("//"))
    .join("\n")
    .trim();
}

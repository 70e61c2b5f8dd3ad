import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { packageRoot } from "../../../src/package-root.js";

/** A row as written: texts, and for `names` a list. */
export type Row = Readonly<Record<string, string>>;
export interface NodeRow {
  readonly file: string;
  readonly row: Row;
  readonly names: readonly Row[];
}
export interface EdgeRow {
  readonly file: string;
  readonly row: Row;
}
export interface SeedData {
  readonly sources: readonly NodeRow[];
  readonly nodes: readonly NodeRow[];
  readonly edges: readonly EdgeRow[];
  readonly problems: readonly string[];
}

const SEED = new URL("../../../seed/", import.meta.url);
const SHARED = join(packageRoot(), "..", "shared");

/** All bundles of seed/, every scalar as text; the default source of a bundle is written into its rows. */
export function readSeed(): SeedData {
  const files = readdirSync(SEED).filter((file) => file.endsWith(".yaml"));
  const all = files.sort().map((file) => readInput(file));
  return {
    sources: all.flatMap(({ sources }) => sources),
    nodes: all.flatMap(({ nodes }) => nodes),
    edges: all.flatMap(({ edges }) => edges),
    problems: all.flatMap(({ problems }) => problems),
  };
}

/** One bundle of seed/. */
export function readInput(file: string): SeedData {
  const document = parseDocument(readFileSync(new URL(file, SEED), "utf8"), { schema: "failsafe" });
  const problems = document.errors.map((error) => `${file}: ${error.message}`);
  const bundle: unknown = document.toJS();
  if (!isRecord(bundle))
    return { sources: [], nodes: [], edges: [], problems: [...problems, `${file}: no mapping`] };
  const fallback = String(bundle.source ?? "");
  const rows = (key: string) => list(bundle[key]).map((raw) => splitRow(file, raw, fallback));
  const edges = rows("edges").map(({ row }) => ({ file, row }));
  return { sources: rows("sources"), nodes: rows("nodes"), edges, problems };
}

function splitRow(file: string, raw: unknown, source: string): NodeRow {
  if (!isRecord(raw)) throw new Error(`${file}: a row is no mapping`);
  const { names, ...rest } = raw;
  return { file, row: { source, ...texts(rest, file) }, names: list(names).map((name) => texts(name, file)) };
}

function texts(raw: unknown, file: string): Row {
  if (!isRecord(raw)) throw new Error(`${file}: a row is no mapping`);
  return Object.fromEntries(
    Object.entries(raw).map(([key, value]) => {
      if (typeof value !== "string") throw new Error(`${file}: ${key} is no text`);
      return [key, value];
    }),
  );
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Path of a file beside the checkout (../shared), and why what needs it is skipped: empty when it is there.
 * The reason is printed, for a skipped test says nothing by itself.
 */
export function shared(path: string): { readonly path: string; readonly missing: string } {
  const found = join(SHARED, path);
  if (existsSync(found)) return { path: found, missing: "" };
  const missing = `skipped: ../shared/${path} is not here`;
  process.stderr.write(`${missing}\n`);
  return { path: found, missing };
}

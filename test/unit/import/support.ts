import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { PactError } from "../../../src/errors.js";
import { type Aliases, readAliases } from "../../../src/import/look-up/aliases.js";
import type { Candidate } from "../../../src/import/look-up/directory.js";
import { LookUp } from "../../../src/import/look-up/look-up.js";
import type { Mapping } from "../../../src/import/mapping/mapping.js";
import { parseMapping } from "../../../src/import/mapping/read.js";
import { readRows } from "../../../src/import/read/read.js";
import type { DataRow } from "../../../src/import/read/record.js";
import { pipeline, tableKey } from "../../../src/import/steps/pipeline.js";
import type { JoinTable } from "../../../src/import/steps/simple.js";
import { compileCondition } from "../../../src/import/values/condition.js";
import { RowError } from "../../../src/import/values/row-error.js";
import { compileValue } from "../../../src/import/values/value.js";
import { FIRST_DAY, LAST_DAY } from "../../../src/model/edtf.js";
import { normalizeName } from "../../../src/model/normalize.js";

/** Columns of a row as a test writes them. */
export type Cells = Readonly<Record<string, string | null>>;

/** A folder for the files of one test file; it is removed at the end. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), "pactgraph-test-import-"));

  constructor() {
    afterAll(() => rmSync(this.path, { recursive: true, force: true }));
  }

  /** Writes a file and gives its path. */
  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }
}

/** Head of a mapping, without files and rows. */
export const HEAD = `mapping: 1
id: test
title: Test
download: https://example.org
citation: Nobody
source: { id: source:test, name: Test data }
`;

/** A mapping of one file "data", with more lines at its top and in its rows. */
export function mappingText({
  top = "",
  rows = "",
  file = "",
}: {
  readonly top?: string;
  readonly rows?: string;
  readonly file?: string;
}): string {
  const inner = rows.trimEnd().replaceAll("\n", "\n    ");
  return `${HEAD}${top.trim()}
files:
  - { name: data, match: ["data*"]${file && `, ${file}`} }
rows:
  - file: data
    ${inner}
`;
}

/** As a mapping text, parsed; it stands in the folder, where its aliases are looked for. */
export function mappingOf(parts: Parameters<typeof mappingText>[0], file = "mapping.yaml"): Mapping {
  return parseMapping(file, mappingText(parts));
}

/** What a mapping says of its data file. */
export function fileSpec(file = "") {
  const [spec] = mappingOf({ file }).files;
  if (!spec) throw new Error("There is no file in the mapping.");
  return spec;
}

/** What stands in a file: its rows without `$line`, with their lines; and the rows that are broken. */
export async function read(path: string, file = "") {
  const rows: { line: number; columns: Cells }[] = [];
  const broken: { line: number; message: string }[] = [];
  await readRows(path, fileSpec(file), {
    row: ({ columns, line }) => {
      const { $line, ...rest } = columns;
      if ($line !== String(line)) throw new Error(`$line is ${$line} in line ${line}`);
      rows.push({ line, columns: rest });
    },
    broken: (_file, line, message) => broken.push({ line, message }),
  });
  return { rows, broken, columns: rows.map(({ columns }) => columns), lines: rows.map(({ line }) => line) };
}

function firstStep(yaml: string) {
  const [step] =
    mappingOf({ rows: `steps:\n  - ${yaml.trim().replaceAll("\n", "\n    ")}` }).rows[0]?.steps ?? [];
  if (!step) throw new Error("There is no step in the mapping.");
  return step;
}

/** A value of a mapping as a function of columns. */
export function makerOf(yaml: string): (columns: Cells) => string | null {
  const step = firstStep(`let: { x: ${yaml} }`);
  if (!("let" in step)) throw new Error("This is no value.");
  return compileValue(step.let.x);
}

/** A condition of a mapping as a function of columns. */
export function conditionOf(yaml: string): (columns: Cells) => boolean {
  const step = firstStep(`where: ${yaml}`);
  if (!("where" in step)) throw new Error("This is no condition.");
  return compileCondition(step.where);
}

/** Rows of the lines 2, 3 … of a file. */
export function dataRows(cells: readonly Cells[]): readonly DataRow[] {
  return cells.map((columns, index) => ({ columns, file: "data.csv", line: index + 2 }));
}

/** What steps make of rows. Rows of tables that are joined are given by file and column. */
export function run(
  steps: string,
  cells: readonly Cells[],
  joined: { readonly file: string; readonly key: string; readonly rows: readonly Cells[] }[] = [],
) {
  const rows: DataRow[] = [];
  const leftOut: number[] = [];
  const rejected: { line: number; column: string | null; message: string }[] = [];
  const tables = new Map<string, JoinTable>(
    joined.map(({ file, key, rows }) => [
      tableKey({ file, key }),
      new Map(dataRows(rows).map((row) => [row.columns[key] ?? "", row])),
    ]),
  );
  const top = joined.length
    ? `files:\n  - { name: data, match: [data] }\n${joined.map(({ file }) => `  - { name: ${file}, match: [${file}] }\n`).join("")}`
    : 'files:\n  - { name: data, match: ["data*"] }\n';
  const text = `${HEAD}${top}rows:\n  - file: data\n    steps:\n${steps
    .trim()
    .split("\n")
    .map((line) => `      ${line}`)
    .join("\n")}\n`;
  const first = pipeline(
    parseMapping("mapping.yaml", text).rows[0]?.steps ?? [],
    tables,
    {
      leftOut: ({ line }) => leftOut.push(line),
      rejected: ({ line }, error) => {
        if (!(error instanceof RowError)) throw error;
        rejected.push({ line, column: error.column, message: error.message });
      },
    },
    { push: (row) => rows.push(row), end: () => undefined },
  );
  for (const row of dataRows(cells)) first.push(row);
  first.end();
  return { rows, columns: rows.map(({ columns }) => ({ ...columns })), leftOut, rejected };
}

/** Some columns of rows, in the order given. */
export function pick(rows: readonly Cells[], ...names: readonly string[]) {
  return rows.map((row) => names.map((name) => row[name]));
}

/** A node that a name or code leads to, on which days. */
export function node(id: string, from = FIRST_DAY, to = LAST_DAY): Candidate {
  return { id, from, to };
}

/** A look-up of states by codes of the scheme cow and by names, with aliases from a CSV text. */
export async function lookUpOf({
  codes = {},
  names = {},
  aliases,
  spec = "",
  scheme = "cow",
  folder,
}: {
  readonly codes?: Readonly<Record<string, readonly Candidate[]>>;
  readonly names?: Readonly<Record<string, readonly Candidate[]>>;
  readonly aliases?: string;
  readonly spec?: string;
  readonly scheme?: string;
  readonly folder?: Folder;
}): Promise<LookUp> {
  const text = `lookups:\n  state: { types: [State], scheme: ${scheme}${spec && `, ${spec}`} }`;
  const definition = mappingOf({ top: text }).lookups.state;
  if (!definition) throw new Error("There is no look-up in the mapping.");
  let read: Aliases = new Map();
  if (aliases !== undefined) {
    if (!folder) throw new Error("Aliases need a folder.");
    folder.write("aliases.csv", aliases);
    read = await readAliases(join(folder.path, "mapping.yaml"), ["aliases.csv"]);
  }
  return new LookUp(
    definition,
    {
      codes: new Map([["cow", new Map(Object.entries(codes))]]),
      names: new Map(Object.entries(names).map(([name, nodes]) => [normalizeName(name), nodes])),
    },
    read,
  );
}

/** The error that a call ends with: a code for programs and a sentence for people. */
export async function failure(work: () => unknown): Promise<{ code: string; message: string }> {
  try {
    await work();
  } catch (error) {
    if (error instanceof PactError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error("It did not fail.");
}

/** The error of a row that a call ends with. */
export function rowProblem(work: () => unknown): { column: string | null; message: string } {
  try {
    work();
  } catch (error) {
    if (error instanceof RowError) return { column: error.column, message: error.message };
    throw error;
  }
  throw new Error("It did not fail.");
}

import { basename } from "node:path";
import { PactError } from "../../errors.js";
import { type OnBytes, openText } from "../../input/open.js";
import type { FileSpec } from "../mapping/file-definition.js";
import { readBlocks } from "./blocks.js";
import { readCsv } from "./csv.js";
import { readJson, readJsonLines } from "./json.js";
import type { OnItem, OnRow, RowSink } from "./sink.js";
import { readXlsx } from "./xlsx.js";

/** Streams the rows of a data file of any format. Throws IMPORT_FAILED. */
export async function readRows(
  path: string,
  spec: FileSpec,
  sink: RowSink,
  onBytes?: OnBytes,
): Promise<void> {
  try {
    await readAny(path, spec, sink, onBytes);
  } catch (error) {
    if (!(error instanceof PactError) || error.message.startsWith(path)) throw error;
    throw new PactError(error.code, `${path}: ${error.message}`, error.details, { cause: error });
  }
}

async function readAny(path: string, spec: FileSpec, sink: RowSink, onBytes?: OnBytes): Promise<void> {
  const file = basename(path);
  const cells = new Cells(spec, file);
  const onRow: OnRow = (fields, head, line) => {
    if (fields.length === head.length)
      return sink.row({ columns: cells.fromFields(fields, head, line), file, line });
    const message = `The row has ${fields.length} fields, but the header has ${head.length}. Is a separator or a quotation mark missing?`;
    sink.broken(file, line, message);
  };
  const onItem: OnItem = (columns, line) => sink.row({ columns: cells.fromItem(columns, line), file, line });
  const format = spec.format ?? formatOf(file);
  if (format === "xlsx") return readXlsx(path, spec.sheet, onRow);
  const text = await openText(path, spec.encoding ?? "utf-8", { onBytes });
  if (format === "json") return readJson(text, spec.path, onItem);
  if (format === "jsonl") return readJsonLines(text, onItem);
  if (format === "blocks") return readBlocks(text, onItem);
  return readCsv(
    text,
    { separator: spec.separator ?? (format === "tsv" ? "\t" : ","), quote: spec.quote ?? '"' },
    onRow,
  );
}

function formatOf(file: string): "csv" | "tsv" | "json" | "jsonl" | "xlsx" {
  const name = file.replace(/\.gz$/i, "").toLowerCase();
  if (name.endsWith(".xlsx")) return "xlsx";
  if (name.endsWith(".json")) return "json";
  if (/\.(jsonl|ndjson)$/.test(name)) return "jsonl";
  return /\.(tsv|tab)$/.test(name) ? "tsv" : "csv";
}

/** Assigns values to columns, replaces null texts, and adds the columns from the file name. */
class Cells {
  private readonly renamed: ReadonlyMap<string, string>;
  private readonly common: ReadonlySet<string>;
  private readonly own: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly optional: readonly string[];
  private readonly ofFile: readonly (readonly [string, string | null])[];
  private head: readonly string[] | undefined;
  private names: readonly string[] = [];
  private nulls: readonly ReadonlySet<string>[] = [];

  constructor(spec: FileSpec, file: string) {
    this.renamed = new Map(Object.entries(spec.rename));
    this.common = new Set(spec.nulls);
    const columns = Object.entries(spec.columns);
    this.own = new Map(columns.flatMap(([name, { nulls }]) => (nulls ? [[name, new Set(nulls)]] : [])));
    this.optional = columns.flatMap(([name, { optional }]) => (optional ? [name] : []));
    const groups = spec.filename ? new RegExp(spec.filename, "u").exec(file)?.groups : undefined;
    this.ofFile = Object.entries(groups ?? {}).map(([name, text]) => [name, text ?? null]);
  }

  fromFields(fields: readonly string[], head: readonly string[], line: number) {
    if (this.head !== head) {
      this.head = head;
      this.names = head.map((name) => this.renamed.get(name) ?? name);
      this.rejectDoubles(head);
      this.nulls = this.names.map((name) => this.nullsOf(name));
    }
    const columns: Record<string, string | null> = Object.create(null);
    for (let index = 0; index < head.length; index += 1) {
      const text = fields[index] ?? "";
      columns[this.names[index] ?? ""] = this.nulls[index]?.has(text) ? null : text;
    }
    return this.withPlace(columns, line);
  }

  fromItem(item: Readonly<Record<string, string | null>>, line: number) {
    const columns: Record<string, string | null> = Object.create(null);
    for (const name of this.optional) columns[name] = null;
    for (const [given, text] of Object.entries(item)) {
      const name = this.renamed.get(given) ?? given;
      if (name !== given && name in item) throw renamedOnto(given, name);
      columns[name] = text === null || this.nullsOf(name).has(text) ? null : text;
    }
    return this.withPlace(columns, line);
  }

  /** Two columns with one name would be one column with the values of the last. */
  private rejectDoubles(head: readonly string[]): void {
    const place = this.names.findIndex((name, index) => this.names.indexOf(name) !== index);
    const name = this.names[place];
    if (name === undefined) return;
    const given = head.find((each, index) => this.names[index] === name && each !== name) ?? name;
    throw renamedOnto(given, name);
  }

  /** Adds the column $line. */
  private withPlace(columns: Record<string, string | null>, line: number) {
    columns.$line = String(line);
    for (const [name, text] of this.ofFile) columns[name] = text;
    return columns;
  }

  private nullsOf(name: string): ReadonlySet<string> {
    return this.own.get(name) ?? this.common;
  }
}

function renamedOnto(given: string, name: string): PactError {
  const message = `The column "${given}" is renamed to "${name}", but the file has such a column. Rename it to another name.`;
  return new PactError("IMPORT_FAILED", message);
}

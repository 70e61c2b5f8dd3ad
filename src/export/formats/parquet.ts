import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { Json } from "../../json.js";
import { citationText } from "../citation.js";
import type { Column, ColumnKind } from "../columns.js";
import { type ExportedRow, textOf } from "../items.js";
import type { Format } from "./format.js";

/** Rows that are written together. */
const GROUP = 10_000;

/** Parquet, for pandas, Arrow and DuckDB: typed columns, and the citation in the metadata. */
export const parquet: Format = {
  extension: "parquet",
  mediaType: "application/vnd.apache.parquet",
  about: "typed columns for pandas, Arrow and DuckDB",
  kind: "table",
  async *write({ columns, rows, notRecorded }, citation, sources) {
    const writer = new ByteWriter();
    const metadata: { key: string; value: string }[] = [];
    const file = new ParquetWriter({ writer, schema: schemaOf(columns), kvMetadata: metadata });
    let group: ExportedRow[] = [];
    for await (const row of rows) {
      group.push(row);
      if (group.length < GROUP) continue;
      file.write({ columnData: dataOf(columns, group), rowGroupSize: GROUP });
      yield taken(writer);
      group = [];
    }
    if (group.length) file.write({ columnData: dataOf(columns, group), rowGroupSize: GROUP });
    metadata.push({ key: "citation", value: citationText(citation, await sources(), notRecorded()) });
    file.finish();
    yield taken(writer);
  },
};

/** What was written since the last time. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

type Element = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

/** https://github.com/apache/parquet-format/blob/master/LogicalTypes.md */
const TYPES: Readonly<Record<ColumnKind, Omit<Element, "name">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  nested: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT64" },
  number: { type: "DOUBLE" },
  flag: { type: "BOOLEAN" },
  date: { type: "INT32", converted_type: "DATE" },
  instant: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
};

function schemaOf(columns: readonly Column[]): Element[] {
  const fields = columns.map(
    ({ name, kind }): Element => ({ name, repetition_type: "OPTIONAL", ...TYPES[kind] }),
  );
  return [{ name: "root", num_children: columns.length }, ...fields];
}

function dataOf(columns: readonly Column[], rows: readonly ExportedRow[]) {
  return columns.map(({ name, kind }) => ({
    name,
    data: rows.map(({ columns: values }) => storedAs(kind, values[name])),
  }));
}

function storedAs(kind: ColumnKind, value: Json | undefined): unknown {
  if (value === null || value === undefined) return undefined;
  switch (kind) {
    case "integer":
      return BigInt(Number(value));
    case "number":
      return Number(value);
    case "flag":
      return value === true;
    case "date":
      return new Date(`${String(value)}T00:00:00Z`);
    case "instant":
      return new Date(String(value));
    default:
      return textOf(value) ?? undefined;
  }
}

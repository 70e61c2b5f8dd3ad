import type { Remark } from "../answer/remarks.js";
import { PactError } from "../errors.js";
import { didYouMean } from "../model/suggest.js";
import { type Citation, citationOf, sourcesOf } from "./citation.js";
import { csv, tsv } from "./formats/csv.js";
import { type Format, rejectUncarried } from "./formats/format.js";
import { gexf } from "./formats/gexf.js";
import { graphml } from "./formats/graphml.js";
import { json } from "./formats/json.js";
import { jsonLd } from "./formats/json-ld.js";
import { ndjson } from "./formats/ndjson.js";
import { parquet } from "./formats/parquet.js";
import { turtle } from "./formats/turtle.js";
import { xlsx } from "./formats/xlsx.js";
import type { ExportedRow } from "./items.js";
import { type ExportRequest, type ExportTools, exportList } from "./rows.js";
import { unnested } from "./unnest.js";

/** Export formats by file extension. */
export const FORMATS: Readonly<Record<string, Format>> = Object.fromEntries(
  [csv, tsv, xlsx, parquet, ndjson, json, graphml, gexf, jsonLd, turtle].map((format) => [
    format.extension,
    format,
  ]),
);

/** The format with the given name. Throws BAD_INPUT if the name is unknown. */
export function formatOf(name: string): Format {
  const key = name.toLowerCase();
  const format = Object.hasOwn(FORMATS, key) ? FORMATS[key] : undefined;
  if (format) return format;
  const known = Object.keys(FORMATS);
  throw new PactError(
    "BAD_INPUT",
    `Unknown format "${name}".${didYouMean(name, known)} Known: ${known.join(", ")}.`,
  );
}

/** An export in progress. */
export interface ExportText {
  readonly parts: AsyncGenerator<string | Uint8Array>;
  readonly citation: Citation;
  /** Ids of the sources of all rows written so far. */
  readonly used: ReadonlySet<string>;
  /** What is not recorded, as far as the rows have been read; at least of the first page. */
  readonly notRecorded: () => readonly Remark[];
}

/**
 * Streams an export. Throws BAD_INPUT immediately if the request has no list to export, or the format no place for it;
 * the stream throws errors that occur while rows are read.
 */
export async function exportText(
  tools: ExportTools,
  request: ExportRequest,
  format: Format,
): Promise<ExportText> {
  const { database } = tools;
  const citation = await citationOf(database, tools.address, request);
  const whole = exportList(tools, request, citation.revision);
  const list = format.kind === "table" ? unnested(whole) : whole;
  rejectUncarried(list, format);
  const used = new Set<string>();
  const rows = noted(await withFirstRowRead(list.rows), used);
  const parts = format.write({ ...list, rows }, citation, () => sourcesOf(database, used));
  return { parts, citation, used, notRecorded: list.notRecorded };
}

/** Reads the first row in advance, so that request errors are reported before anything is written. */
async function withFirstRowRead(rows: AsyncIterable<ExportedRow>): Promise<AsyncIterable<ExportedRow>> {
  const iterator = rows[Symbol.asyncIterator]();
  let first: IteratorResult<ExportedRow> | undefined = await iterator.next();
  return {
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        const [next] = [first ?? (await iterator.next())];
        first = undefined;
        return next;
      },
    }),
  };
}

/** Notes the sources of rows while they pass. */
async function* noted(rows: AsyncIterable<ExportedRow>, used: Set<string>): AsyncGenerator<ExportedRow> {
  for await (const row of rows) {
    for (const id of row.sources) used.add(id);
    yield row;
  }
}

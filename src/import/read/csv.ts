import type { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { PactError } from "../../errors.js";
import { headOf } from "./header.js";
import type { OnRow } from "./sink.js";

/** The format of a CSV file. */
export interface CsvForm {
  readonly separator: string;
  readonly quote: string;
}

/**
 * Reads a CSV file row by row. Keeps quoted line breaks. Passes on rows with more or fewer fields than the header,
 * with their line.
 */
export async function readCsv(text: Readable, { separator, quote }: CsvForm, onRow: OnRow): Promise<void> {
  const parser = parse({
    delimiter: separator,
    quote,
    escape: quote,
    bom: true,
    raw: true,
    relax_column_count: true,
    // By default the parser accepts only the line break of the first line.
    record_delimiter: ["\r\n", "\n", "\r"],
  });
  text.on("error", (error) => parser.destroy(error));
  text.pipe(parser);
  let head: readonly string[] | undefined;
  let line = 1;
  try {
    for await (const item of parser) {
      const { record, raw } = item as { readonly record: readonly string[]; readonly raw: string };
      const isEmpty = record.length <= 1 && !record[0];
      if (!isEmpty && head) onRow(record, head, line);
      else if (!isEmpty) head = headOf(record);
      line += linesOf(raw);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new PactError(
      "IMPORT_FAILED",
      `${sentence(error)} Check the quotation marks near this line.`,
      {},
      { cause: error },
    );
  }
}

/** The number of lines of a record, including quoted line breaks; the last line break may be only its \r. */
function linesOf(raw: string): number {
  let lines = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const character = raw.charCodeAt(at);
    if (character === LINE_FEED || (character === RETURN && raw.charCodeAt(at + 1) !== LINE_FEED)) lines += 1;
  }
  return lines;
}

const LINE_FEED = 10;
const RETURN = 13;

function sentence(error: CsvError): string {
  return error.message.endsWith(".") ? error.message : `${error.message}.`;
}

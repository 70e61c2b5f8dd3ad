import type { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { PactError } from "../../errors.js";
import type { OnRow } from "./sink.js";

/** How a table of text is written. */
export interface CsvForm {
  readonly separator: string;
  readonly quote: string;
}

/**
 * Reads a table of text row by row. Quoted line breaks are kept. A row with more or fewer fields than the head is
 * told with its line.
 */
export async function readCsv(text: Readable, { separator, quote }: CsvForm, onRow: OnRow): Promise<void> {
  const parser = parse({
    ...{ delimiter: separator, quote, escape: quote, bom: true, raw: true },
    relax_column_count: true,
    // Else that of the first line is the only one.
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
      `${sentence(error)} See the quotation marks near there.`,
      {},
      { cause: error },
    );
  }
}

/** How many lines a record takes, those within quotation marks too; of the last line break only the \r may be there. */
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

/** Unnamed columns are called by their number. */
export function headOf(record: readonly string[]): readonly string[] {
  const names = record.map((name, index) => name.trim() || `column${index + 1}`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return names;
  throw new PactError("IMPORT_FAILED", `The column "${twice}" stands twice in the head. Rename one of them.`);
}

function sentence(error: CsvError): string {
  return error.message.endsWith(".") ? error.message : `${error.message}.`;
}

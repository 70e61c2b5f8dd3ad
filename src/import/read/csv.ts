import type { Readable } from "node:stream";
import { CsvError, type Info, parse } from "csv-parse";
import { PactError } from "../../errors.js";
import type { OnRow } from "./read.js";

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
    ...{ delimiter: separator, quote, bom: true, info: true },
    ...{ relax_column_count: true, skip_empty_lines: true },
  });
  text.on("error", (error) => parser.destroy(error));
  text.pipe(parser);
  let head: readonly string[] | undefined;
  let before = 0;
  try {
    for await (const item of parser) {
      const { record, info } = item as { record: readonly string[]; info: Info };
      const line = before + 1;
      before = info.lines;
      if (head) onRow(record, head, line);
      else head = headOf(record);
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

/** Unnamed columns are called by their number. */
function headOf(record: readonly string[]): readonly string[] {
  return record.map((name, index) => name.trim() || `column${index + 1}`);
}

function sentence(error: CsvError): string {
  return error.message.endsWith(".") ? error.message : `${error.message}.`;
}

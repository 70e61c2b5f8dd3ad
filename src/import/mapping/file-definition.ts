import { z } from "zod";
import { count, nulls, pattern, text, truth } from "./scalars.js";

/** A data file of a mapping. */
export const file = z.strictObject({
  name: text.describe("The name of the file in the rest of the mapping."),
  match: z.array(text).default([]).describe("Possible names of the data file, with * for any characters."),
  bundled: text.optional().describe("A file that comes with the mapping: its path, relative to the mapping."),
  about: text.optional().describe("What the file contains."),
  optional: truth.default(false),
  many: truth.default(false).describe("If true, several files of this kind may be given."),
  format: z
    .enum(["csv", "tsv", "json", "jsonl", "xlsx", "blocks"])
    .optional()
    .describe(
      "Defaults to the extension. blocks: a text in which a line that begins with # is the head of the lines after it; the columns are head and text.",
    ),
  encoding: text.optional().describe("Defaults to UTF-8. For example latin-1, windows-1251, cp1252, koi8-r."),
  separator: text.optional(),
  quote: text.optional(),
  sheet: text
    .optional()
    .describe(
      "XLSX: the sheet; defaults to the first. Several entries of files may read sheets of one file.",
    ),
  path: text
    .optional()
    .describe(
      "JSON: the path of the list of rows, for example edges. Several entries of files may read lists of one file.",
    ),
  nulls: nulls.default([""]).describe('Texts that mean "no value" in every column.'),
  columns: z
    .record(
      text,
      z.strictObject({
        nulls: nulls.optional(),
        optional: truth.default(false).describe("JSON: rows without this key have no value there."),
      }),
    )
    .default({})
    .describe("Columns with their own null texts, or that some rows of a JSON file do not have."),
  rename: z
    .record(text, text)
    .default({})
    .describe(
      "Columns with different names in another edition of the file: maps the name there to the name here.",
    ),
  filename: pattern
    .optional()
    .describe("A regular expression for the file name whose named groups become columns."),
  rows: count.optional().describe("The expected number of rows."),
});
export type FileSpec = z.output<typeof file>;

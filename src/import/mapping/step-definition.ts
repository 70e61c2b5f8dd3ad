import { z } from "zod";
import { pattern, text, truth } from "./scalars.js";
import { condition, value } from "./value-definition.js";

const columnsChosen = z.union([
  z.array(text),
  z.strictObject({ matches: pattern, not: z.array(text).optional() }),
]);
const spells = {
  key: z.array(text).min(1).describe("Columns that identify the rows of one group."),
  same: z.array(text).default([]).describe("Columns whose values must stay the same during a spell."),
};

export const step = z.union([
  z.strictObject({ where: condition.describe("Keep rows that meet this condition; count the others.") }),
  z.strictObject({ let: z.record(text, value).describe("New columns, each computed from earlier ones.") }),
  z.strictObject({
    extract: z
      .strictObject({
        column: text,
        match: pattern.describe("A regular expression whose named groups become columns."),
        optional: truth.default(false).describe("If true, values that do not match give empty columns."),
      })
      .describe("Takes parts of a text into columns."),
  }),
  z.strictObject({
    unpivot: z
      .union([
        z
          .strictObject({
            columns: columnsChosen.describe("The columns to unpivot, by name or by a regular expression."),
            name: text.describe("New column for the name of the original column."),
            value: text.describe("New column for the value."),
            keep: z.array(text).optional().describe("Other columns to keep; defaults to all."),
            skip: z
              .array(z.union([z.string(), z.null()]))
              .default([])
              .describe("Values to skip."),
          })
          .describe("Turns columns into rows."),
        z
          .strictObject({
            list: text.describe("The column with a list, for example of a JSON file."),
            as: text.describe(
              "New column for each text of the list; of an object, the prefix of its columns, followed by a dot.",
            ),
            optional: z.array(text).default([]).describe("Keys that some objects of the list do not have."),
          })
          .describe("Turns the items of a list into rows. A row with an empty list makes none."),
      ])
      .describe("Turns columns, or the items of a list, into rows."),
  }),
  z.strictObject({
    split: z
      .strictObject({
        column: text,
        by: pattern,
        into: text.optional().describe("New column for each part."),
      })
      .describe("Splits a cell at a regular expression; each part becomes a row."),
  }),
  z.strictObject({
    join: z
      .strictObject({
        file: text.describe("Name of the other file."),
        on: text.describe("Column of this file."),
        key: text.describe("Column of the other file, with unique values."),
        as: text.describe("Prefix for the joined columns, followed by a dot."),
        required: truth.default(true).describe("If false, rows without a match are kept with empty columns."),
      })
      .describe("Adds the columns of the row of another file that has the same key."),
  }),
  z.strictObject({
    fold: z
      .strictObject({
        ...spells,
        year: text.describe("Column with the year. Consecutive years become one spell."),
        missing: z
          .array(z.string())
          .default([])
          .describe('Values of the columns in "same" that mean that the year is unknown.'),
        gaps: z
          .enum(["out", "unknown"])
          .describe(
            "What a year without a row means. out: nothing held, as in files that list only what holds; spells then have exact ends. unknown: the file does not say; the ends are intervals.",
          ),
      })
      .describe(
        "Combines yearly rows into spells with the columns first and last (years), since and until (EDTF).",
      ),
  }),
  z.strictObject({
    merge: z
      .strictObject({
        ...spells,
        from: text.describe("Column with the first day."),
        to: text.describe("Column with the last day; empty for an ongoing spell."),
        largest: z
          .array(text)
          .default([])
          .describe("Columns that get the maximum of all rows, for example flags of 0 and 1."),
        last: z
          .array(text)
          .default([])
          .describe("Columns that get the value of the last row; all others get that of the first."),
      })
      .describe("Merges spells that touch or overlap into one row."),
  }),
  z.strictObject({
    number: z
      .strictObject({
        key: text.array().min(1).describe("Columns that identify the rows of one group."),
        into: text.describe("New column for the number."),
      })
      .describe("Numbers the rows of each group from 1, in the order of the file."),
  }),
]);
export type Step = z.output<typeof step>;

/** The names of all steps. */
export const stepNames: readonly string[] = step.options.flatMap((option) => Object.keys(option.shape));

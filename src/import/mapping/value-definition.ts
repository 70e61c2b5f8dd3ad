import { z } from "zod";
import { nulls, number, pattern, text, truth } from "./scalars.js";

const columnTest = z
  .union([
    z.string(),
    z.null(),
    z.array(z.string()),
    z.strictObject({
      matches: pattern.optional().describe("A regular expression that the value must match."),
      least: number.optional().describe("Minimum value."),
      most: number.optional().describe("Maximum value."),
      not: z
        .union([z.string(), z.null(), z.array(z.string())])
        .optional()
        .describe("Values that are excluded."),
    }),
  ])
  .describe('A value, null for "no value", a list of values, or {matches: …} or {not: …}.');

/** Tests of columns: all tests of a map must pass; of a list of maps, at least one map. */
export const condition = z
  .union([z.record(text, columnTest), z.array(z.record(text, columnTest)).min(1)])
  .describe("Columns and their tests; all must pass. In a list of such maps, one map must pass.");

const dateValue = z.strictObject({
  year: text.optional().describe("Column with the year."),
  month: text.optional().describe("Column with the number of the month."),
  day: text.optional().describe("Column with the day of the month."),
  column: text.optional().describe("Column with the complete date as text."),
  formats: z
    .array(text)
    .optional()
    .describe("Accepted formats, made of d, dd, M, MM, MMM, MMMM, yyyy and separators."),
  nulls: nulls.optional().describe('Texts that mean "unknown", for example 0 and -9.'),
});

export type DateValue = z.output<typeof dateValue>;

interface CaseValue {
  readonly when: Condition;
  readonly value: Value;
}

/** How to compute a value from the columns of a row. */
export type Value =
  | string
  | null
  | {
      readonly column: string;
      readonly match?: string | undefined;
      readonly map?: Readonly<Record<string, string | null>> | undefined;
      readonly else?: Value | undefined;
    }
  | { readonly date: DateValue }
  | { readonly first: readonly Value[] }
  | { readonly cases: readonly CaseValue[]; readonly else?: Value | undefined };

export type Condition = z.output<typeof condition>;

export const value: z.ZodType<Value> = z
  .lazy(() =>
    z.union([
      z.string(),
      z.null(),
      z.strictObject({
        column: text.describe("The column to read."),
        match: pattern
          .optional()
          .describe(
            'A regular expression; the result is its group "value", else its first group, else the match.',
          ),
        map: z
          .record(z.string(), z.union([z.string(), z.null()]))
          .optional()
          .describe("Maps values of the column to results."),
        else: value.optional().describe("The value if match or map has no result."),
      }),
      z.strictObject({ date: dateValue }),
      z.strictObject({ first: z.array(value).min(1).describe("The first of these that is not empty.") }),
      z.strictObject({
        cases: z.array(z.strictObject({ when: condition, value })).min(1),
        else: value.optional(),
      }),
    ]),
  )
  .describe('A template such as "treaty:cow-{id}", or {column}, {date}, {first}, {cases}.');

const listValue = z
  .array(z.strictObject({ when: condition, value: text }))
  .describe("A list of all values whose condition is met.");

export const propertyValue = z.union([value, listValue, z.lazy(() => lookedUp)]);
export type PropertyValue = z.output<typeof propertyValue>;

const lookedUp = z.strictObject({
  lookup: text.describe("The look-up that finds the node."),
  code: value.optional(),
  name: value.optional(),
  on: value.optional().describe("The day on which the code or name must be valid."),
  along: truth
    .default(false)
    .describe(
      "If true, search the whole spell; divide it where another node takes over the code. A spell whose end is not known is divided up to the last day on which it was observed.",
    ),
  create: value.optional().describe("The id of the new node if none is found and onMissing is create."),
  get otherwise() {
    return end.optional().describe("How to find the node if this look-up finds nothing.");
  },
});

export const end = z.union([z.string().describe("A template for the id."), lookedUp]);
export type End = z.output<typeof end>;

import { z } from "zod";
import { model } from "../../model/registry.js";

/**
 * What a mapping file may say, declared once: the checks of a mapping, its types and the JSON schema for editors
 * come from here. Every scalar of a mapping is text, kept to the letter.
 */
const text = z.string().min(1);
const count = z.string().regex(/^\d+$/, "is a whole number").transform(Number).describe("A whole number.");
const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, "is a number")
  .transform(Number);
const pattern = text.superRefine((source, context) => {
  try {
    new RegExp(source, "u");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    context.addIssue({ code: "custom", message: `is no regular expression (${reason})` });
  }
});
const truth = z.enum(["true", "false"]).transform((word) => word === "true");
const nulls = z
  .array(z.string())
  .describe('Texts that stand for "no value". An empty field needs a "" of its own.');
const slug = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, "is made of a-z, 0-9, - and .");

const columnTest = z
  .union([
    z.string(),
    z.null(),
    z.array(z.string()),
    z.strictObject({
      matches: pattern.optional().describe("A regular expression that the value fits."),
      least: number.optional().describe("The least number it may be."),
      most: number.optional().describe("The largest number it may be."),
      not: z
        .union([z.string(), z.null(), z.array(z.string())])
        .optional()
        .describe("Values it has not."),
    }),
  ])
  .describe('A value, null for "no value", a list of values, or {matches: …} or {not: …}.');

/** Columns and what they must be; all of them hold, or one map of a list. */
const condition = z
  .union([z.record(text, columnTest), z.array(z.record(text, columnTest)).min(1)])
  .describe("Columns and what each must be: all of it holds. A list of such maps: one of them holds.");

const dateValue = z.strictObject({
  year: text.optional().describe("Column of the year."),
  month: text.optional().describe("Column of the month, a number."),
  day: text.optional().describe("Column of the day of the month."),
  column: text.optional().describe("Column with the whole date as text."),
  formats: z
    .array(text)
    .optional()
    .describe("How it may be written: d, dd, M, MM, MMM, MMMM, yyyy and what stands between them."),
  nulls: nulls.optional().describe('Texts that stand for "not known", for example 0 and -9.'),
});

export type DateValue = z.output<typeof dateValue>;

interface CaseValue {
  readonly when: Condition;
  readonly value: Value;
}

/** How a value is made from the columns of a row. */
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

const value: z.ZodType<Value> = z
  .lazy(() =>
    z.union([
      z.string(),
      z.null(),
      z.strictObject({
        column: text.describe("The column whose value is taken."),
        match: pattern
          .optional()
          .describe(
            'A regular expression; its group "value", else its first group, else the match is taken.',
          ),
        map: z
          .record(z.string(), z.union([z.string(), z.null()]))
          .optional()
          .describe("From the value there to the value here."),
        else: value.optional().describe("What is taken where match or map has nothing."),
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
  .describe("A list: each value that applies.");

const propertyValue = z.union([value, listValue, z.lazy(() => lookedUp)]);
export type PropertyValue = z.output<typeof propertyValue>;

const columnsChosen = z.union([
  z.array(text),
  z.strictObject({ matches: pattern, not: z.array(text).optional() }),
]);
const spells = {
  key: z.array(text).min(1).describe("Columns that make rows belong together."),
  same: z.array(text).default([]).describe("Columns that must be the same throughout a spell."),
};

const step = z.union([
  z.strictObject({ where: condition.describe("Rows that go on; all others are left out, and counted.") }),
  z.strictObject({ let: z.record(text, value).describe("New columns, each made from those before.") }),
  z.strictObject({
    extract: z.strictObject({
      column: text,
      match: pattern.describe("A regular expression with named groups, each of them a new column."),
      optional: truth.default(false).describe("True: a value that does not fit leaves the groups empty."),
    }),
  }),
  z.strictObject({
    unpivot: z.strictObject({
      columns: columnsChosen.describe("The wide columns, by name or by a regular expression."),
      name: text.describe("New column for the name of the wide column."),
      value: text.describe("New column for its value."),
      keep: z.array(text).optional().describe("The other columns that are kept; without it all of them."),
      skip: z
        .array(z.union([z.string(), z.null()]))
        .default([])
        .describe("Values that make no row."),
    }),
  }),
  z.strictObject({
    split: z.strictObject({
      column: text,
      by: pattern,
      into: text.optional().describe("New column for each part."),
    }),
  }),
  z.strictObject({
    join: z.strictObject({
      file: text.describe("Name of the other file."),
      on: text.describe("Column here."),
      key: text.describe("Column there, unique."),
      as: text.describe("Its columns get this name and a dot before theirs."),
      required: truth.default(true).describe("False: rows without a partner go on with empty columns."),
    }),
  }),
  z.strictObject({
    fold: z
      .strictObject({
        ...spells,
        year: text.describe("Column of the year. Years that follow each other become one spell."),
        missing: z
          .array(z.string())
          .default([])
          .describe('Values of "same" that say that the year is not known.'),
      })
      .describe(
        "Makes of yearly rows spells with the columns first and last (years), since and until (EDTF).",
      ),
  }),
  z.strictObject({
    merge: z
      .strictObject({
        ...spells,
        from: text.describe("Column of the first day."),
        to: text.describe("Column of the last day; empty where it goes on."),
        largest: z
          .array(text)
          .default([])
          .describe("Columns that get the largest number of the rows, for example flags of 0 and 1."),
        last: z
          .array(text)
          .default([])
          .describe("Columns that get what the last row has; all others what the first has."),
      })
      .describe("Makes one row of spells that touch or overlap."),
  }),
]);
export type Step = z.output<typeof step>;

/** The keys of steps. */
export const stepNames: readonly string[] = step.options.flatMap((option) => Object.keys(option.shape));

const nodeTypes = [...model.nodes.keys()].filter(
  (label) => label !== model.sourceLabel && label !== model.nameLabel,
);
const edgeTypes = model.subjectTypes;

const lookedUp = z.strictObject({
  lookup: text.describe("Which look-up finds the node."),
  code: value.optional(),
  name: value.optional(),
  on: value.optional().describe("The day that the code or name is to be valid on."),
  along: truth
    .default(false)
    .describe("True: along the whole spell; where the code passes to another node the spell is divided."),
  create: value.optional().describe("The id where none is found and onMissing is create."),
  get otherwise() {
    return end.optional().describe("How it is found where this look-up finds nothing at all.");
  },
});

const end = z.union([z.string().describe("A template that gives the id."), lookedUp]);
export type End = z.output<typeof end>;

const nameSpec = z.strictObject({
  text: value,
  lang: value.optional(),
  kind: value.optional(),
  scheme: value.optional(),
  validFrom: value.optional(),
  validTo: value.optional(),
});

const nodeSpec = z.strictObject({
  type: z.enum(nodeTypes),
  id: end,
  when: condition.optional(),
  label: value
    .optional()
    .describe("What to call it where no source names it; it gives way to every name that a source reports."),
  properties: z.record(text, propertyValue).default({}),
  names: z.array(nameSpec).default([]),
});
export type NodeSpec = z.output<typeof nodeSpec>;

const edgeSpec = z.strictObject({
  type: z.enum(edgeTypes),
  from: end,
  to: end,
  when: condition.optional(),
  on: value.optional(),
  observedUntil: value.optional(),
  properties: z.record(text, propertyValue).default({}),
});
export type EdgeSpec = z.output<typeof edgeSpec>;

const file = z.strictObject({
  name: text.describe("How the rest of the mapping calls it."),
  match: z.array(text).default([]).describe("Names that the file may have, with * for any characters."),
  bundled: text.optional().describe("A file that comes with the mapping: its path from there."),
  about: text.optional().describe("What it holds."),
  optional: truth.default(false),
  many: truth.default(false).describe("True: several files of the same kind may be given."),
  format: z.enum(["csv", "tsv", "json", "jsonl", "xlsx"]).optional().describe("Else seen from its name."),
  encoding: text.optional().describe("Else UTF-8."),
  separator: text.optional(),
  quote: text.optional(),
  sheet: text.optional().describe("XLSX: the sheet; else the first."),
  path: text.optional().describe("JSON: where the list of rows stands, for example edges."),
  nulls: nulls.default([""]).describe('Texts that stand for "no value" in every column.'),
  columns: z
    .record(text, z.strictObject({ nulls }))
    .default({})
    .describe("Columns that have null texts of their own."),
  rename: z
    .record(text, text)
    .default({})
    .describe(
      "Columns that another edition of the file calls otherwise: from the name there to the name here.",
    ),
  filename: pattern
    .optional()
    .describe("A regular expression with named groups over the name of the file, each a column."),
  rows: count.optional().describe("How many rows it must have."),
});
export type FileSpec = z.output<typeof file>;

const lookup = z.strictObject({
  types: z.array(z.enum(nodeTypes)).min(1),
  scheme: text.optional().describe("Scheme of the codes."),
  names: truth.default(true).describe("False: by code only."),
  aliases: z.array(text).default([]).describe("CSV files with the columns name, from, to, id."),
  onMissing: z
    .enum(["fail", "skip", "create"])
    .default("fail")
    .describe(
      "What becomes where the node is not found: the row is refused, what needs the node is left out, or it is a new one.",
    ),
});
export type LookUpSpec = z.output<typeof lookup>;

const rows = z.strictObject({
  file: text,
  about: text.optional(),
  locator: value
    .optional()
    .describe("Where the row stands, in words that hold for every release; without it the line."),
  steps: z.array(step).default([]),
  expect: z
    .record(text, count)
    .default({})
    .describe("How many rows come out of the steps, and how many edges of each type."),
  nodes: z.array(nodeSpec).default([]),
  edges: z.array(edgeSpec).default([]),
});
export type RowsSpec = z.output<typeof rows>;

export const mappingSchema = z.strictObject({
  mapping: z.literal("1"),
  id: slug,
  title: text,
  about: text.optional(),
  download: text.describe("Where a user gets the files."),
  citation: text,
  source: z.record(text, z.string()).describe("The source, as in a bundle; templates may use parameters."),
  observedUntil: text.optional().describe("The last day that the data looks at."),
  mode: z.enum(["merge", "snapshot"]).default("snapshot"),
  parameters: z
    .record(slug, z.strictObject({ about: text, values: z.array(text).optional() }))
    .default({})
    .describe("What the user gives with --set; {$name} in templates."),
  files: z.array(file).min(1),
  lookups: z.record(text, lookup).default({}),
  nodes: z.array(nodeSpec).default([]).describe("Nodes that belong to no row."),
  edges: z.array(edgeSpec).default([]).describe("Edges that belong to no row."),
  rows: z.array(rows).min(1),
});
export type MappingDefinition = z.output<typeof mappingSchema>;

import { z } from "zod";
import { model } from "../../model/registry.js";

/**
 * The schema of mapping files; the source of their validation, their types and the JSON schema for editors. Every
 * scalar of a mapping is kept as text.
 */
const text = z.string().min(1);
const count = z.string().regex(/^\d+$/, "must be an integer").transform(Number).describe("A whole number.");
const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, "must be a number")
  .transform(Number);
const pattern = text.superRefine((source, context) => {
  try {
    new RegExp(source, "u");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    context.addIssue({ code: "custom", message: `is not a valid regular expression (${reason})` });
  }
});
const truth = z.enum(["true", "false"]).transform((word) => word === "true");
const nulls = z
  .array(z.string())
  .describe('Texts that mean "no value". Include "" to treat empty fields as "no value".');
const slug = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, "must consist of a-z, 0-9, - and .");

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
const condition = z
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

const value: z.ZodType<Value> = z
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

const propertyValue = z.union([value, listValue, z.lazy(() => lookedUp)]);
export type PropertyValue = z.output<typeof propertyValue>;

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

const nodeTypes = [...model.nodes.keys()].filter(
  (label) => label !== model.sourceLabel && label !== model.nameLabel,
);
const edgeTypes = model.subjectTypes;

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

const end = z.union([z.string().describe("A template for the id."), lookedUp]);
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
    .describe("A label for a node without a name; any name that a source reports replaces it."),
  locator: value
    .optional()
    .describe("The place in the source that describes the node; defaults to the columns that identify it."),
  properties: z.record(text, propertyValue).default({}),
  matchWith: z
    .enum(["graph", "all"])
    .optional()
    .describe(
      "For persons and treaties: compare new nodes with those of the graph (graph), or also with each other (all). What " +
        "is certainly the same becomes one node; the report lists what may be.",
    ),
  ifCreated: z
    .record(text, propertyValue)
    .default({})
    .describe(
      "More properties, only for nodes with the id of create: values that describe a node less well than what is known of it from elsewhere.",
    ),
  evidence: z
    .record(text, value)
    .default({})
    .describe("Properties of the assertions on this node and its names, for example basis and sourceCode."),
  names: z.array(nameSpec).default([]),
  covers: z
    .record(text, z.strictObject({ from: value.optional(), until: value.optional() }))
    .default({})
    .describe(
      "The relations of the node that the file lists completely, for example members, and from when to when. " +
        "until defaults to observedUntil of the mapping.",
    ),
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

const lookup = z.strictObject({
  types: z.array(z.enum(nodeTypes)).min(1),
  scheme: text.optional().describe("The scheme of the codes."),
  names: truth.default(true).describe("If false, look up by code only."),
  aliases: z.array(text).default([]).describe("CSV files with the columns name, from, to, id."),
  onMissing: z
    .enum(["fail", "skip", "create"])
    .default("fail")
    .describe(
      "What to do if the node is not found: reject the row, skip what needs the node, or create the node.",
    ),
});
export type LookUpSpec = z.output<typeof lookup>;

const rows = z.strictObject({
  file: text,
  about: text.optional(),
  locator: value
    .optional()
    .describe(
      "The place of the row in the source, for its edges, in words that do not change if other rows come or go; defaults to the columns that identify the two ends. Do not use the line.",
    ),
  steps: z.array(step).default([]),
  expect: z
    .record(text, count)
    .default({})
    .describe("The expected number of rows after the steps, and of edges of each type."),
  nodes: z.array(nodeSpec).default([]),
  edges: z.array(edgeSpec).default([]),
});
export type RowsSpec = z.output<typeof rows>;

export const mappingSchema = z.strictObject({
  mapping: z.literal("1"),
  id: slug,
  title: text,
  about: text.optional(),
  download: text.describe("Where to download the files."),
  citation: text,
  source: z.record(text, z.string()).describe("The source, as in a bundle; templates may use parameters."),
  observedUntil: text.optional().describe("The last day covered by the data."),
  mode: z.enum(["merge", "snapshot"]).default("snapshot"),
  parameters: z
    .record(slug, z.strictObject({ about: text, values: z.array(text).optional() }))
    .default({})
    .describe("Parameters that the user sets with --set; write {$name} in templates."),
  files: z.array(file).min(1),
  lookups: z.record(text, lookup).default({}),
  nodes: z.array(nodeSpec).default([]).describe("Nodes that belong to no row."),
  edges: z.array(edgeSpec).default([]).describe("Edges that belong to no row."),
  rows: z.array(rows).min(1),
});
export type MappingDefinition = z.output<typeof mappingSchema>;

import { z } from "zod";
import { model } from "../../model/registry.js";
import { file } from "./file-definition.js";
import { count, slug, text, truth } from "./scalars.js";
import { step } from "./step-definition.js";
import { condition, end, propertyValue, value } from "./value-definition.js";

const nodeTypes = [...model.nodes.keys()].filter(
  (label) => label !== model.sourceLabel && label !== model.nameLabel,
);
const edgeTypes = model.subjectTypes;

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

/** The schema of mapping files; the source of their validation, their types and the JSON schema for editors. */
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

import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import { ACT_KEY } from "../model/ids.js";
import type { PropertyModel } from "../model/property.js";
import { type EdgeModel, model, type NodeModel } from "../model/registry.js";
import { bundledFiles } from "./prepare.js";

type Row = Readonly<Record<string, unknown>>;
interface BundleText {
  readonly sources?: readonly Row[];
  readonly nodes?: readonly Row[];
  readonly edges?: readonly Row[];
}

/** An example row is cut out of a bundle; long texts would hide its form. */
const MAX_TEXT = 80;

const INTRODUCTION = `# Ontology

This page is generated from \`src/model\` by \`npm run schema\`. It lists all node and edge types of the graph, as bundles,
mappings and the API use them. Required properties are marked with *. The type EDTF is a date as precise as the source gives
it: \`1987-12-08\`, \`2018-06\`, \`193X\`, \`1991-12/1992-12\` (some day of this interval).

Every row of a bundle may also have the properties of an assertion: ${commonProperties()}.
Every edge may have \`${ACT_KEY}\`: it distinguishes acts with the same ends and kind, for example two speeches.
Edges with a period of validity also have \`validFrom\` and \`validTo\`, or \`on\` for evidence of a day, or of some day in a month or year.
`;

/** The content of docs/ontology.md: every node and edge type with its properties, ends and an example from the bundled data. */
export function ontologyPage(): string {
  const bundles = bundledTexts();
  const nodes = bundles.flatMap((bundle) => bundle.nodes ?? []);
  const edges = bundles.flatMap((bundle) => bundle.edges ?? []);
  const sources = bundles.flatMap((bundle) => bundle.sources ?? []);
  const exampleOfNode = ({ label }: NodeModel) =>
    label === model.sourceLabel ? sources[0] : nodes.find(({ type }) => type === label);
  return [
    INTRODUCTION,
    "## Node types\n",
    ...[...model.nodes.values()].map((node) => nodeSection(node, exampleOfNode(node))),
    "## Edge types\n",
    ...[...model.edges.values()].map((edge) =>
      edgeSection(
        edge,
        edges.find(({ type }) => type === edge.type),
      ),
    ),
  ].join("\n");
}

function bundledTexts(): readonly BundleText[] {
  // Dates stay texts, as they are written.
  return bundledFiles().map((file) => parse(readFileSync(file, "utf8"), { schema: "failsafe" }));
}

function nodeSection(node: NodeModel, example: Row | undefined): string {
  const fields = node.edgeFields.map(({ name, edge }) => `\`${name}\` (${edge.type})`).join(", ");
  return [
    `### ${node.label}\n`,
    `${node.description} Ids begin with \`${node.prefix}:\`.\n`,
    propertyTable(node.properties.filter(({ managed }) => !managed)),
    `Edges: ${fields || "none"}.\n`,
    exampleBlock(example),
  ].join("\n");
}

function edgeSection(edge: EdgeModel, example: Row | undefined): string {
  const ends = edge.ends.map(([from, to]) => `- from ${from.join(", ")} to ${to.join(", ")}`).join("\n");
  const fact = edge.fact.length ? ` and ${edge.fact.map((name) => `\`${name}\``).join(", ")}` : "";
  const validity = edge.timed
    ? "It has a period of validity."
    : edge.isDated
      ? "It is an act: asOf and during apply to its date."
      : "It has no time.";
  return [
    `### ${edge.type}\n`,
    `${edge.description} ${validity}\n`,
    `${ends}\n`,
    `In the API: field \`${edge.forward.name}\` of the start node, \`${edge.backward.name}\` of the end node. Two edges assert the same fact when ` +
      `they have the same ends${fact}.\n`,
    propertyTable(edge.ownProperties.filter(({ managed, name }) => !managed && !isValidity(name))),
    model.subjectTypes.includes(edge.type)
      ? exampleBlock(example)
      : "Bundles do not write these edges: the loader makes them from the rows of nodes.\n",
  ].join("\n");
}

function isValidity(name: string): boolean {
  return name === "validFrom" || name === "validTo";
}

function propertyTable(properties: readonly PropertyModel[]): string {
  if (properties.length === 0) return "It has no properties of its own.\n";
  const rows = properties.map(
    (property) =>
      `| \`${property.name}\`${property.required ? " *" : ""} | ${typeOf(property)} | ${property.description} |`,
  );
  return ["| Property | Type | Meaning |", "| --- | --- | --- |", ...rows, ""].join("\n");
}

function typeOf(property: PropertyModel): string {
  if (property.reference) return "id";
  if (property.kind === "edtf") return "EDTF";
  if (property.codes) return Object.keys(property.codes.codes).join(", ");
  return property.kind;
}

function exampleBlock(example: Row | undefined): string {
  if (!example) return "The bundled data have no row of this type.\n";
  const text = stringify(shortened(example), { collectionStyle: "flow", lineWidth: 0 });
  return `\`\`\`yaml\n${text}\`\`\`\n`;
}

function shortened(value: unknown): unknown {
  if (value === "true" || value === "false") return value === "true";
  if (typeof value === "string")
    return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT).trimEnd()} …` : value;
  if (Array.isArray(value)) return value.slice(0, 2).map(shortened);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shortened(part)]));
}

function commonProperties(): string {
  const [edge] = model.edges.values();
  const own = new Set(edge?.ownProperties.map(({ name }) => name));
  const common = edge?.properties.filter(({ name, managed }) => !managed && !own.has(name)) ?? [];
  return common
    .filter(({ kind, name }) => kind !== "datetime" && name !== ACT_KEY)
    .map(({ name, description }) => `\`${name}\` (${description.replace(/\.$/, "")})`)
    .join(", ");
}

import type { Resource, ResourceValue } from "../../linked-data/resource.js";
import type { Spaces } from "../../model/spaces.js";
import type { Citation, CitedSource } from "../citation.js";
import type { ExportedNode, ExportedRow, Json } from "../items.js";
import { OWN_COLUMNS } from "../own-fields.js";

/** The resources of a row: an edge with its ends, or a node, each with the sources it is derived from. */
export function resourcesOf(row: ExportedRow, spaces: Spaces, known: Set<string>): readonly Resource[] {
  const derived = row.sources.map((source) => ["prov:wasDerivedFrom", { id: spaces.id + source }] as const);
  const values = Object.entries(row.columns).flatMap(([column, value]) =>
    OWN.has(column) ? [] : literalsOf(value).map((literal) => [termOf(column), literal] as const),
  );
  if (!row.part) return [];
  if ("node" in row.part) {
    const { node } = row.part;
    return [{ ...resourceOf(node, spaces), values: [["rdfs:label", node.name], ...values, ...derived] }];
  }
  const { edge } = row.part;
  const ends = [edge.from, edge.to].filter(({ id }) => !known.has(id));
  for (const { id } of ends) known.add(id);
  return [
    ...ends.map((node) => ({ ...resourceOf(node, spaces), values: [["rdfs:label", node.name] as const] })),
    {
      id: edgeAddress(edge.id, spaces),
      types: [`pact:${edge.type}`],
      values: [
        ["pact:from", { id: spaces.id + edge.from.id }],
        ["pact:to", { id: spaces.id + edge.to.id }],
        ...values,
        ...derived,
      ],
    },
  ];
}

const OWN: ReadonlySet<string> = new Set(Object.values(OWN_COLUMNS));

function resourceOf({ id, type }: ExportedNode, spaces: Spaces) {
  return { id: spaces.id + id, types: [`pact:${type}`] };
}

/** The address of an assertion. A link of a network is none; it has the address of no thing but of a pair. */
function edgeAddress(id: string, spaces: Spaces): string {
  return `${spaces.id}edge:${encodeURIComponent(id)}`;
}

function termOf(column: string): string {
  return `pact:${column.replace(/[^A-Za-z0-9_]/g, "_")}`;
}

/** Each item of a list becomes a separate value. */
function literalsOf(value: Json): readonly (string | number | boolean)[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap(literalsOf);
  return typeof value === "object" ? [JSON.stringify(value)] : [value as string | number | boolean];
}

/** The citation as a resource. Two exports are two things, also of the same data; each is at the address of its link. */
export function citationResource(citation: Citation, format: string): Resource {
  const { title, revision, exportedAt, query, variables, note } = citation;
  const asked = [
    ["pact:query", query],
    ["pact:variables", variables],
  ] as const;
  return {
    id: exportAddress(citation, format),
    types: ["dcterms:Dataset", "prov:Entity"],
    values: [
      ["dcterms:title", title],
      ["dcterms:hasVersion", revision],
      ["dcterms:created", exportedAt],
      ["dcterms:description", note],
      ...asked.flatMap(([term, value]) => (value === undefined ? [] : [[term, value] as const])),
    ],
  };
}

function exportAddress({ address, exportedAt, query = "", variables }: Citation, format: string): string {
  const parameters = new URLSearchParams({ query, ...(variables === undefined ? {} : { variables }) });
  return `${address}/export/${format}?${parameters}#${encodeURIComponent(exportedAt)}`;
}

/** A source as a resource. */
export function sourceResource(source: CitedSource, spaces: Spaces): Resource {
  const { id, name, title, publisher, version, licence, url } = source;
  const values: readonly (readonly [string, ResourceValue | null])[] = [
    ["rdfs:label", name],
    ["dcterms:title", title],
    ["dcterms:publisher", publisher],
    ["dcterms:hasVersion", version],
    ["dcterms:license", licence],
    ["rdfs:seeAlso", url === null ? null : { id: url }],
  ];
  return {
    id: spaces.id + id,
    types: ["pact:Source"],
    values: values.flatMap(([term, value]) => (value === null ? [] : [[term, value] as const])),
  };
}

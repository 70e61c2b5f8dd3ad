import { assertionResource, derivedFrom, ownValues } from "../../linked-data/assertion.js";
import type { Resource, ResourceValue } from "../../linked-data/resource.js";
import type { Spaces } from "../../model/spaces.js";
import type { Citation, CitedSource } from "../citation.js";
import type { ExportedNode, ExportedRow } from "../items.js";
import { OWN_COLUMNS } from "../own-fields.js";

/** The resources of a row: an edge with its ends, or a node, each with the sources it is derived from. */
export function resourcesOf(row: ExportedRow, spaces: Spaces, known: Set<string>): readonly Resource[] {
  if (!row.part) return [];
  const values = Object.entries(row.columns).flatMap(([column, value]) =>
    OWN.has(column) ? [] : [[termOf(column), value] as const],
  );
  if ("node" in row.part) {
    const { node } = row.part;
    const derived = derivedFrom(row.sources, spaces);
    return [
      {
        ...resourceOf(node, spaces),
        values: [["rdfs:label", node.name], ...ownValues(values), ...derived],
      },
    ];
  }
  const { id, type, from, to } = row.part.edge;
  const ends = [from, to].filter((end) => !known.has(end.id));
  for (const end of ends) known.add(end.id);
  return [
    ...ends.map((node) => ({ ...resourceOf(node, spaces), values: [["rdfs:label", node.name] as const] })),
    assertionResource({ id, type, from: from.id, to: to.id, values, sources: row.sources }, spaces),
  ];
}

const OWN: ReadonlySet<string> = new Set(Object.values(OWN_COLUMNS));

function resourceOf({ id, type }: ExportedNode, spaces: Spaces) {
  return { id: spaces.id + id, types: [`pact:${type}`] };
}

function termOf(column: string): string {
  return column.replace(/[^A-Za-z0-9_]/g, "_");
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

import { createHash } from "node:crypto";
import { ID_SPACE, TERM_SPACE } from "../../model/spaces.js";
import type { Citation, CitedSource } from "../citation.js";
import type { ExportedNode, ExportedRow, Json } from "../items.js";
import { OWN_COLUMNS } from "../own-fields.js";

export const PREFIXES = {
  pact: TERM_SPACE,
  prov: "http://www.w3.org/ns/prov#",
  dcterms: "http://purl.org/dc/terms/",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
} as const;

/** A resource with its values; `{id}` refers to another resource. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly values: readonly (readonly [
    term: string,
    value: string | number | boolean | { readonly id: string },
  ])[];
}

/** The resources of a row: an edge with its ends, or a node, each with the sources it is derived from. */
export function resourcesOf(row: ExportedRow, known: Set<string>): readonly Resource[] {
  const derived = row.sources.map((source) => ["prov:wasDerivedFrom", { id: ID_SPACE + source }] as const);
  const values = Object.entries(row.columns).flatMap(([column, value]) =>
    OWN.has(column) ? [] : literalsOf(value).map((literal) => [termOf(column), literal] as const),
  );
  if (!row.part) return [];
  if ("node" in row.part) {
    const { node } = row.part;
    return [{ ...resourceOf(node), values: [["rdfs:label", node.name], ...values, ...derived] }];
  }
  const { edge } = row.part;
  const ends = [edge.from, edge.to].filter(({ id }) => !known.has(id));
  for (const { id } of ends) known.add(id);
  return [
    ...ends.map((node) => ({ ...resourceOf(node), values: [["rdfs:label", node.name] as const] })),
    {
      id: `${ID_SPACE}edge:${encodeURIComponent(edge.id)}`,
      type: `pact:${edge.type}`,
      values: [
        ["pact:from", { id: ID_SPACE + edge.from.id }],
        ["pact:to", { id: ID_SPACE + edge.to.id }],
        ...values,
        ...derived,
      ],
    },
  ];
}

const OWN: ReadonlySet<string> = new Set(Object.values(OWN_COLUMNS));

function resourceOf({ id, type }: ExportedNode) {
  return { id: ID_SPACE + id, type: `pact:${type}` };
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

/** The citation as a resource. */
export function citationResource({ title, revision, exportedAt, query, note }: Citation): Resource {
  return {
    // Two exports are two things, also of the same data.
    id: `${ID_SPACE}export:${encodeURIComponent(exportedAt)}:${hashOf(`${revision} ${query ?? ""}`)}`,
    type: "dcterms:Dataset",
    values: [
      ["dcterms:title", title],
      ["dcterms:hasVersion", revision],
      ["dcterms:created", exportedAt],
      ["dcterms:description", note],
      ...(query === undefined ? [] : [["pact:query", query] as const]),
    ],
  };
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** A source as a resource. */
export function sourceResource({ id, name, title, publisher, version, licence, url }: CitedSource): Resource {
  const values = {
    "rdfs:label": name,
    "dcterms:title": title,
    "dcterms:publisher": publisher,
    "dcterms:hasVersion": version,
    "dcterms:license": licence,
    "rdfs:seeAlso": url === null ? null : { id: url },
  };
  return {
    id: ID_SPACE + id,
    type: "pact:Source",
    values: Object.entries(values).flatMap(([term, value]) =>
      value === null ? [] : [[term, value] as const],
    ),
  };
}

import type { JsonMap } from "../json.js";
import { assertionResource, derivedFrom, literalsOf } from "../linked-data/assertion.js";
import type { Resource, ResourceValue } from "../linked-data/resource.js";
import { edgeModel, model, nodeModel } from "../model/registry.js";
import type { Spaces } from "../model/spaces.js";
import type { DescribedEdge, DescribedName, Description } from "./description.js";

type Values = readonly (readonly [term: string, value: ResourceValue])[];

/** Codes of this scheme are ids of Wikidata: https://www.wikidata.org/wiki/Wikidata:Data_access */
const WIKIDATA = { scheme: "wikidata", space: "http://www.wikidata.org/entity/" };

/** A described node as linked data: the node itself, and each of its assertions with the two nodes and the source. */
export function resourcesOfThing(thing: Description, spaces: Spaces): readonly Resource[] {
  const { classes, properties } = nodeModel(thing.type);
  const terms = new Map(properties.flatMap(({ name, term }) => (term === undefined ? [] : [[name, term]])));
  const own = Object.entries(thing.properties).flatMap(([name, value]) =>
    literalsOf(value).flatMap((literal): Values => {
      const other = terms.get(name);
      return [[`pact:${name}`, literal], ...(other === undefined ? [] : [[other, literal] as const])];
    }),
  );
  const sources = new Set(thing.names.map(({ source }) => source));
  const edges = thing.relations.flatMap(({ field, edges: listed }) =>
    listed.map((edge) => edgeResource(thing, field, edge, spaces)),
  );
  const self: Resource = {
    id: spaces.id + thing.id,
    types: [`pact:${thing.type}`, ...classes],
    values: [
      ["rdfs:label", thing.name],
      ...own,
      ...thing.names.flatMap(labelsOf),
      ...derivedFrom(sources, spaces),
      ...cutNotes(thing),
    ],
  };
  return [self, ...edges, ...othersOf(thing, spaces)];
}

/** Says of each list that is longer than what is described, how long it is. */
function cutNotes({ names, namesTotal, relations }: Description): Values {
  const lists = [
    { field: "names", listed: names.length, total: namesTotal },
    ...relations.map(({ field, total, edges }) => ({ field, listed: edges.length, total })),
  ];
  return lists.flatMap(({ field, listed, total }) =>
    listed < total
      ? [
          [
            "rdfs:comment",
            `${field}: only ${listed} of ${total} are described here. The API has all.`,
          ] as const,
        ]
      : [],
  );
}

/** A name as a SKOS label; a code as a notation, and a Wikidata id as the same thing elsewhere. */
function labelsOf({ text, lang, kind, scheme }: DescribedName): Values {
  if (scheme === WIKIDATA.scheme) return [["owl:sameAs", { id: WIKIDATA.space + text }]];
  if (kind === "CODE") return [["skos:notation", scheme === null ? text : `${scheme}:${text}`]];
  return [["skos:altLabel", lang === null ? text : { text, lang }]];
}

function edgeResource(thing: Description, field: string, edge: DescribedEdge, spaces: Spaces): Resource {
  const declared = nodeModel(thing.type).edgeFields.find(({ name }) => name === field);
  const [from, to] = declared?.direction === "in" ? [edge.node.id, thing.id] : [thing.id, edge.node.id];
  const type = declared?.edge.type ?? field;
  const values = Object.entries(edge.properties);
  return assertionResource({ id: edge.id, type, from, to, values, sources: [edge.source.id] }, spaces);
}

/** The other ends and the sources, with their names only: their own addresses say more. */
function othersOf({ id: own, relations }: Description, spaces: Spaces): readonly Resource[] {
  const known = new Map<string, Resource>();
  const add = (id: string, type: string, name: string) =>
    known.set(id, { id: spaces.id + id, types: [`pact:${type}`], values: [["rdfs:label", name]] });
  for (const { node, source } of relations.flatMap(({ edges }) => edges)) {
    add(node.id, node.type, node.name);
    add(source.id, model.sourceLabel, source.name);
  }
  known.delete(own);
  return [...known.values()];
}

/** A stored assertion. */
export interface StoredEdge {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: JsonMap;
}

/** One assertion as linked data. */
export function resourceOfEdge({ id, type, from, to, properties }: StoredEdge, spaces: Spaces): Resource {
  const names = new Set(edgeModel(type).properties.map(({ name }) => name));
  const values = Object.entries(properties).filter(([name]) => names.has(name) && !BOOKKEEPING.has(name));
  return assertionResource({ id, type, from, to, values, sources: [String(properties.sourceId)] }, spaces);
}

const BOOKKEEPING: ReadonlySet<string> = new Set(["id", "sourceId", "factKey"]);

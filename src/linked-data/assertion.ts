import type { Json } from "../json.js";
import type { Spaces } from "../model/spaces.js";
import type { Resource } from "./resource.js";

/** Values by the name of their term; a name may come again. */
export type NamedValues = readonly (readonly [name: string, value: Json])[];

/** An assertion between two nodes, with its values and its sources. */
export interface StatedEdge {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly values: NamedValues;
  readonly sources: readonly string[];
}

/** An assertion as a resource. */
export function assertionResource(
  { id, type, from, to, values, sources }: StatedEdge,
  spaces: Spaces,
): Resource {
  return {
    id: `${spaces.id}edge:${encodeURIComponent(id)}`,
    types: [`pact:${type}`],
    values: [
      ["pact:from", { id: spaces.id + from }],
      ["pact:to", { id: spaces.id + to }],
      ...ownValues(values),
      ...derivedFrom(sources, spaces),
    ],
  };
}

/** Values under our own terms. Each item of a list is a value of its own. */
export function ownValues(values: NamedValues): Resource["values"] {
  return values.flatMap(([name, value]) =>
    literalsOf(value).map((literal) => [`pact:${name}`, literal] as const),
  );
}

/** Who says it. */
export function derivedFrom(sources: Iterable<string>, spaces: Spaces): Resource["values"] {
  return [...sources].map((id) => ["prov:wasDerivedFrom", { id: spaces.id + id }] as const);
}

export function literalsOf(value: Json): readonly (string | number | boolean)[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap(literalsOf);
  return typeof value === "object" ? [JSON.stringify(value)] : [value as string | number | boolean];
}

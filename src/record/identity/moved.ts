import { factKeyOf } from "../../model/ids.js";
import { edgeModel, model } from "../../model/registry.js";
import { isRenewal, sameContent } from "../content.js";
import type { Assertion, Columns } from "../derive.js";
import { contradictionsIn, type StoredAssertion } from "../merge.js";

/** One id to put in the place of another. */
export interface Replacement {
  readonly from: string;
  readonly into: string;
}

/** Properties of nodes that hold the id of another node. */
const NODE_REFERENCES: ReadonlySet<string> = new Set(
  [...model.nodes.values()].flatMap(({ properties }) =>
    properties.filter(({ reference }) => reference).map(({ name }) => name),
  ),
);

/** The names of the properties of an edge type that hold the id of a node. A report holds it as its value. */
export function referencesOf(type: string): readonly string[] {
  const edge = edgeModel(type);
  if (edge === model.reports) return ["value"];
  return edge.properties.filter(({ reference, managed }) => reference && !managed).map(({ name }) => name);
}

/** An assertion about another node instead; undefined if it would then link a node to itself. */
export function movedAssertion(stored: StoredAssertion, { from, into }: Replacement): Assertion | undefined {
  const { type, sourceId } = stored;
  const edge = edgeModel(type);
  const replaced = (id: string) => (id === from ? into : id);
  const ends = { from: replaced(stored.from), to: replaced(stored.to) };
  if (ends.from === ends.to && stored.from !== stored.to) return undefined;
  const isReference = (name: string) =>
    referencesOf(type).includes(name) &&
    (edge !== model.reports || NODE_REFERENCES.has(String(stored.columns.property)));
  const columns: Columns = Object.fromEntries(
    Object.entries(stored.columns).map(([name, value]) => [
      name,
      value === from && isReference(name) ? into : value,
    ]),
  );
  const factKey = factKeyOf(edge, ends.from, ends.to, columns);
  return { type, ...ends, sourceId, factKey, columns, at: placeOfStored(stored.id) };
}

/** A stored assertion, to be asserted again. */
export function asAssertion({ id, type, from, to, sourceId, factKey, columns }: StoredAssertion): Assertion {
  return { type, from, to, sourceId, factKey, columns, at: placeOfStored(id) };
}

/** A stored assertion has no place in a file; problems name its id. */
function placeOfStored(id: string): Assertion["at"] {
  return { file: id, line: 1, column: 1 };
}

/** What becomes of a moved assertion beside those that its source has of the same fact. */
export type Place = "created" | "equal" | "contradicted";

/** Compares a moved assertion with what its source asserts of the fact already. */
export function placeOf(moved: Assertion, existing: readonly Assertion[]): Place {
  const ofSource = existing.filter(
    ({ factKey, sourceId }) => factKey === moved.factKey && sourceId === moved.sourceId,
  );
  const isSame = ({ columns }: Assertion) =>
    sameContent(columns, moved.columns) || isRenewal(columns, moved.columns);
  if (ofSource.some(isSame)) return "equal";
  const contradicts = (other: Assertion) => contradictionsIn([other, moved]).length > 0;
  return ofSource.some(contradicts) ? "contradicted" : "created";
}

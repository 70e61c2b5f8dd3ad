import type { Exported } from "./links.js";
import type { Scope } from "./scope.js";

interface Thing {
  readonly __typename: string;
  readonly id: string;
}

/** The main list of a sheet, by the type of its node: the root field, and the relation with its columns. */
const LISTS: Readonly<Record<string, readonly [root: string, list: string]>> = {
  Treaty: [
    "treaty",
    "parties(asOf: $asOf, sources: $sources) { edges { validFrom validTo basisAct exitAct node { id name } } }",
  ],
  State: [
    "state",
    "partyTo(asOf: $asOf, sources: $sources) { edges { validFrom validTo node { id name } } }",
  ],
  Organization: [
    "organization",
    "members(asOf: $asOf, sources: $sources) { edges { role validFrom validTo node { id name } } }",
  ],
  Person: [
    "person",
    "offices(asOf: $asOf, sources: $sources) { edges { title validFrom validTo node { id name } } }",
  ],
  Meeting: ["meeting", "participants(sources: $sources) { edges { role title node { id name } } }"],
  Statement: ["statement", "concerns(sources: $sources) { edges { stance aspect node { id name } } }"],
  Document: ["document", "concerns(sources: $sources) { edges { stance aspect node { id name } } }"],
  Topic: ["topic", "concernedBy(sources: $sources) { edges { stance aspect node { id name } } }"],
  Territory: [
    "territory",
    "belongsTo(asOf: $asOf, sources: $sources) { edges { validFrom validTo node { id name } } }",
  ],
};

/** The query behind the files of a sheet. */
export function exportOf({ __typename, id }: Thing, { asOf, sources }: Scope): Exported {
  const list = LISTS[__typename];
  if (!list) return { query: "query ($id: ID!) { nodes(ids: [$id]) { id name } }", variables: { id } };
  const [root, relation] = list;
  // What happened at one time is shown whatever day is picked.
  const isOfDay = relation.includes("$asOf");
  return {
    query: `query ($id: ID!, ${isOfDay ? "$asOf: Date, " : ""}$sources: [ID!]) { ${root}(id: $id) { ${relation} } }`,
    variables: { id, sources, ...(isOfDay ? { asOf } : {}) },
  };
}

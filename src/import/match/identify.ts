import type { Transaction } from "../../db/database.js";
import type { Redirects } from "../../model/redirects.js";
import { ORGANIZATION, PERSON, TREATY } from "../../model/subjects.js";
import type { NodeRow } from "../../record/rows.js";
import type { Spill } from "../../record/staging/spill.js";
import type { Mapping } from "../mapping/mapping.js";
import { type Comparison, type Matches, matchAll } from "./match.js";
import { NAMED, NAMESAKES, namedOfGraph, namedOfRows } from "./named.js";
import { PERSONS } from "./persons.js";
import { portraitsOfGraph, portraitsOfRows } from "./portrait.js";

/** The types whose nodes are compared with those of the graph. */
export const MATCHED_TYPES: readonly string[] = [PERSON, TREATY, ORGANIZATION];

const NO_MATCHES: Matches = { certain: new Map(), proposed: [] };

/**
 * Finds which new nodes of an import are nodes of the graph, or each other, by the settings `matchWith` of the mapping.
 * Without one, new nodes that are named as one of the graph are proposed.
 */
export async function identifyNodes(
  tx: Transaction,
  mapping: Mapping,
  nodes: readonly NodeRow[],
  edges: Spill,
  redirects: Redirects,
): Promise<Matches> {
  const how = matchingOf(mapping);
  const found: Matches[] = [];
  for (const label of MATCHED_TYPES) {
    if (!nodes.some((row) => row.label === label)) continue;
    const matchWith = how.get(label);
    if (label === PERSON && matchWith) {
      const [rows, graph] = [await portraitsOfRows(nodes, edges, redirects), await portraitsOfGraph(tx)];
      found.push(compared(rows, graph, PERSONS, matchWith, redirects));
      continue;
    }
    const [rows, graph] = [namedOfRows(nodes, label), await namedOfGraph(tx, label)];
    found.push(compared(rows, graph, matchWith ? NAMED : NAMESAKES, matchWith ?? "graph", redirects));
  }
  return found.reduce(
    (all, { certain, proposed }) => ({
      certain: new Map([...all.certain, ...certain]),
      proposed: [...all.proposed, ...proposed],
    }),
    NO_MATCHES,
  );
}

type MatchWith = "graph" | "all";

function matchingOf({ nodes, rows }: Mapping): ReadonlyMap<string, MatchWith> {
  const specs = [nodes, ...rows.map((each) => each.nodes)].flat();
  return new Map(specs.flatMap(({ type, matchWith }) => (matchWith ? [[type, matchWith] as const] : [])));
}

/** Nodes that are in the graph under their own id need no other. */
function compared<Thing extends { readonly id: string }>(
  rows: readonly Thing[],
  graph: readonly Thing[],
  comparison: Comparison<Thing>,
  matchWith: MatchWith,
  redirects: Redirects,
): Matches {
  const known = new Map(graph.map((thing) => [thing.id, thing]));
  const fresh: Thing[] = [];
  for (const thing of rows) {
    const before = known.get(thing.id);
    if (before) known.set(thing.id, comparison.join(before, thing));
    else fresh.push(thing);
  }
  return matchAll(fresh, [...known.values()], comparison, {
    isFileApart: matchWith === "graph",
    ofFile: new Set(rows.map(({ id }) => id)),
    wasParted: (id, other) => redirects.wasUndone(id, other),
  });
}

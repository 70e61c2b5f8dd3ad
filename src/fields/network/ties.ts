import { UndirectedGraph } from "graphology";
import { groupBy } from "../../group-by.js";
import { measuresOf, type NodeMeasures } from "./measures.js";
import type { NodeMeasure } from "./plan.js";

/** The tie between two nodes. `agreed` is set for votes, where the weight is the share of agreement. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly shared: number;
  readonly agreed: number | null;
  readonly weight: number;
  /** Ids of the sources that assert the tie. */
  readonly sources: readonly string[];
}

/** The part of a tie that belongs to one group. */
export interface KeyedTie extends Tie {
  readonly key: string | null;
}

/** A database row: [from, to, shared, agreed, key, sources]. Only groups have a key. */
export function tieOfRow(row: unknown): KeyedTie {
  const [from, to, shared, agreed, key, sources] = Array.isArray(row) ? row : [];
  const both = Number(shared);
  const same = agreed == null ? null : Number(agreed);
  return {
    from: String(from),
    to: String(to),
    shared: both,
    agreed: same,
    weight: weightOf(both, same),
    sources: distinctTexts(Array.isArray(sources) ? sources : []),
    key: key == null ? null : String(key),
  };
}

/** Ties computed as the sum of their groups. */
export function sumOfGroups(groups: readonly KeyedTie[]): readonly Tie[] {
  return [...groupsByPair(groups).values()].flatMap((ofPair) => {
    const [first] = ofPair;
    if (!first) return [];
    const shared = ofPair.reduce((sum, group) => sum + group.shared, 0);
    const agreed = first.agreed === null ? null : ofPair.reduce((sum, group) => sum + (group.agreed ?? 0), 0);
    const sources = distinctTexts(ofPair.flatMap((group) => group.sources));
    return [{ from: first.from, to: first.to, shared, agreed, sources, weight: weightOf(shared, agreed) }];
  });
}

function distinctTexts(values: readonly unknown[]): readonly string[] {
  return [...new Set(values.map(String))].sort(compareText);
}

function weightOf(shared: number, agreed: number | null): number {
  if (agreed === null) return shared;
  return shared ? agreed / shared : 0;
}

/** The ties, heaviest first. Equal weights are ordered by number of shared nodes, then by ids. */
export function heaviestFirst(ties: readonly Tie[]): readonly Tie[] {
  return [...ties].sort(
    (one, other) =>
      other.weight - one.weight ||
      other.shared - one.shared ||
      compareText(one.from, other.from) ||
      compareText(one.to, other.to),
  );
}

/** The requested measures for each node of a network. */
export function nodeMeasures(
  ties: readonly Tie[],
  wanted: ReadonlySet<NodeMeasure>,
): ReadonlyMap<string, NodeMeasures> {
  const graph = new UndirectedGraph();
  const ids = [...new Set(ties.flatMap(({ from, to }) => [from, to]))].sort(compareText);
  for (const id of ids) graph.addNode(id);
  for (const { from, to, weight } of ties) graph.addUndirectedEdge(from, to, { weight });
  return measuresOf(graph, wanted);
}

/** Groups of ties by pair, in the order of their keys. The unset key comes last. */
export function groupsByPair(groups: readonly KeyedTie[]): ReadonlyMap<string, readonly KeyedTie[]> {
  const found = groupBy(groups, pairKey);
  for (const list of found.values()) list.sort((one, other) => compareKeys(one.key, other.key));
  return found;
}

/** The key of a pair. A pair always has the same direction. */
export function pairKey({ from, to }: Pick<Tie, "from" | "to">): string {
  return `${from} ${to}`;
}

function compareKeys(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compareText(one, other);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

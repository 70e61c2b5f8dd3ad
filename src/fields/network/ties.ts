import { UndirectedGraph } from "graphology";
import { groupBy } from "../../group-by.js";
import { measuresOf, type NodeMeasures } from "./measures.js";
import type { NodeMeasure } from "./plan.js";

/** What ties two nodes: `agreed` is set for votes, whose weight is the share of agreement. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly shared: number;
  readonly agreed: number | null;
  readonly weight: number;
  /** Ids of the sources that assert what ties them. */
  readonly sources: readonly string[];
}

/** A tie within one group. */
export interface KeyedTie extends Tie {
  readonly key: string | null;
}

/** A row of the database: [from, to, shared, agreed, key, sources]; the key only of groups. */
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

/** Ties from groups that add up to them. */
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

/** The ties, the heaviest first; ties of equal weight by how much they share, then by their ids. */
export function heaviestFirst(ties: readonly Tie[]): readonly Tie[] {
  return [...ties].sort(
    (one, other) =>
      other.weight - one.weight ||
      other.shared - one.shared ||
      compareText(one.from, other.from) ||
      compareText(one.to, other.to),
  );
}

/** The measures that are wanted of each node of a network. */
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

/** Groups of ties by pair, each in the order of their keys, the unset key last. */
export function groupsByPair(groups: readonly KeyedTie[]): ReadonlyMap<string, readonly KeyedTie[]> {
  const found = groupBy(groups, pairKey);
  for (const list of found.values()) list.sort((one, other) => compareKeys(one.key, other.key));
  return found;
}

/** A text for a pair, which always comes in one direction. */
export function pairKey({ from, to }: Tie): string {
  return `${from} ${to}`;
}

function compareKeys(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compareText(one, other);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

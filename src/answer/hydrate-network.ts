import { PactError } from "../errors.js";
import {
  groupsByPair,
  heaviestFirst,
  nodeMeasures,
  pairKey,
  sumOfGroups,
  type Tie,
  tieOf,
} from "../network/network.js";
import { MOST_TIES } from "../plan/limits.js";
import type { NetworkPlan } from "../plan/plan.js";
import { isRow, type Row, rowsOf } from "./row.js";

/**
 * Gives a network its final form, in place: links, the heaviest first and at most `size`, and nodes with measures.
 * Returns the rows of the nodes, which may still have lists to hydrate.
 * @throws QUERY_TOO_LARGE when there are more ties than a network may have
 */
export function hydrateNetwork(
  { slots, n }: NetworkPlan,
  value: unknown,
  { size, minWeight }: { readonly size: number; readonly minWeight: number },
  noteCut: (n: number) => void,
): readonly Row[] {
  if (!isRow(value)) return [];
  const groups = listOf(value.groups).map(tieOf);
  const ties =
    value.ties === undefined ? heavyEnough(sumOfGroups(groups), minWeight) : listOf(value.ties).map(tieOf);
  if (ties.length > MOST_TIES || groups.length > MOST_TIES) throw tooManyTies();
  const tied = new Set(ties.flatMap(({ from, to }) => [from, to]));
  const measures = nodeMeasures(ties, new Set(slots.measures.map(({ measure }) => measure)));
  const nodes = rowsOf(value.nodes).filter(({ id }) => tied.has(String(id)));
  value.nodes = nodes;
  for (const row of nodes) {
    const own = measures.get(String(row.id));
    for (const { slot, measure } of slots.measures) row[slot] = own?.[measure] ?? null;
  }
  const byPair = groupsByPair(groups);
  if (ties.length > size) noteCut(n);
  value.links = heaviestFirst(ties)
    .slice(0, size)
    .map((tie: Tie) => ({ ...tie, groups: byPair.get(pairKey(tie)) ?? [] }));
  value.totalCount = ties.length;
  return nodes;
}

function heavyEnough(ties: readonly Tie[], minWeight: number): readonly Tie[] {
  return ties.filter(({ weight }) => weight >= minWeight);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function tooManyTies(): PactError {
  return new PactError(
    "QUERY_TOO_LARGE",
    `This network has more than ${MOST_TIES} ties. Ask for the ties of some nodes (with), for fewer nodes (among), ` +
      "for fewer things that tie them (where), longer periods (by), or only for heavy ties (minWeight).",
  );
}

import { PactError } from "../../errors.js";
import type { Hydrator } from "../../hydrate/hydrator.js";
import { isRow, rowsOf } from "../../hydrate/row.js";
import { linkSeries } from "./link-series.js";
import { MAX_TIES, type NetworkPlan } from "./plan.js";
import {
  groupsByPair,
  heaviestFirst,
  nodeMeasures,
  pairKey,
  sumOfGroups,
  type Tie,
  tieOfRow,
} from "./ties.js";

/**
 * Gives a network its final form, in place: links, heaviest first, and nodes with measures.
 * @throws QUERY_TOO_LARGE if the network has too many ties
 */
export function hydrateNetwork(plan: NetworkPlan, value: unknown, hydrator: Hydrator): void {
  if (!isRow(value)) return;
  const { slots, n, minWeight, minShared } = plan;
  const { bound } = hydrator;
  const size = bound.pages.get(n)?.size ?? 0;
  const leastWeight = minWeight ? Number(bound.valueOf(minWeight)) : 0;
  const leastShared = minShared ? Number(bound.valueOf(minShared)) : 0;
  const groups = asList(value.groups).map(tieOfRow);
  const ties =
    value.ties === undefined
      ? sumOfGroups(groups).filter(({ weight, shared }) => weight >= leastWeight && shared >= leastShared)
      : asList(value.ties).map(tieOfRow);
  if (ties.length > MAX_TIES || groups.length > MAX_TIES) throw tooManyTies();
  const certain = value.certain === undefined ? ties : asList(value.certain).map(tieOfRow);
  const certainly = new Map(certain.map((tie) => [pairKey(tie), tie.shared]));
  const tied = new Set(ties.flatMap(({ from, to }) => [from, to]));
  const measures = nodeMeasures(ties, new Set(slots.measures.map(({ measure }) => measure)));
  const nodes = rowsOf(value.nodes).filter(({ id }) => tied.has(String(id)));
  value.nodes = nodes;
  for (const row of nodes) {
    const own = measures.get(String(row.id));
    for (const { slot, measure } of slots.measures) row[slot] = own?.[measure] ?? null;
    hydrator.node(plan.node, row.node);
  }
  const listed = rowsOf(value.bodies);
  for (const row of listed) hydrator.node(plan.body, row.node);
  value.bodies = listed.map(({ node }) => node);
  const byPair = groupsByPair(groups);
  const series = plan.series.map((each, index) =>
    linkSeries(each, asList(asList(value.series)[index]), value.coveredUntil, bound),
  );
  if (ties.length > size) hydrator.noteCut(n);
  value.links = heaviestFirst(ties)
    .slice(0, size)
    .map((tie: Tie) => ({
      ...tie,
      certainShared: certainly.get(pairKey(tie)) ?? 0,
      groups: byPair.get(pairKey(tie)) ?? [],
      ...Object.fromEntries(series.map(({ slot, byPair: rows }) => [slot, rows.get(pairKey(tie)) ?? []])),
    }));
  value.totalCount = ties.length;
  value.certainCount = ties.filter((tie) => certainly.has(pairKey(tie))).length;
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function tooManyTies(): PactError {
  return new PactError(
    "QUERY_TOO_LARGE",
    `This network has more than ${MAX_TIES} ties. Ask for the ties of some nodes (with), for fewer nodes (among), ` +
      "for fewer things that tie them (where, ties), longer periods (by), or only for heavy ties (minWeight, minShared).",
  );
}

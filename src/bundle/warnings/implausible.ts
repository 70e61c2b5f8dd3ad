import type { Transaction } from "../../db/database.js";
import type { Problem } from "../../input/problem.js";
import { lifetimesOf, outsideLife } from "../../record/lifetimes.js";
import type { RowsOutcome } from "../../record/write-rows.js";

/** Dates of edges before or after the life of one of their ends, and lives that end before they begin. */
export async function implausibleDates(
  tx: Transaction,
  { nodes, edges }: Pick<RowsOutcome, "nodes" | "edges">,
): Promise<readonly Problem[]> {
  const ids = new Set([...nodes.map(({ row }) => row.id), ...edges.flatMap(({ from, to }) => [from, to])]);
  const lifetimes = await lifetimesOf(tx, ids);
  return [
    ...nodes.flatMap(({ row: { id, at } }) => {
      const { first, last } = lifetimes.get(id) ?? { first: undefined, last: undefined };
      if (first === undefined || last === undefined || first <= last) return [];
      return [{ at, message: `${id} ends on ${last}, before it begins on ${first}.` }];
    }),
    ...edges.flatMap((edge) => outsideLife(edge, lifetimes).map((message) => ({ at: edge.at, message }))),
  ];
}

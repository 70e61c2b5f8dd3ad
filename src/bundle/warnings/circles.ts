import { cypherFileForEdge } from "../../db/cypher-files.js";
import type { Transaction } from "../../db/database.js";
import { groupBy } from "../../group-by.js";
import type { Problem } from "../../input/problem.js";
import { model } from "../../model/registry.js";
import type { RowsOutcome } from "../../record/write-rows.js";

/** Nodes that would be a part of themselves, through their whole. */
export async function circles(
  tx: Transaction,
  { edges }: Pick<RowsOutcome, "edges">,
): Promise<readonly Problem[]> {
  const { type } = model.hierarchy;
  const places = groupBy(
    edges.filter((edge) => edge.type === type),
    ({ from }) => from,
  );
  if (!places.size) return [];
  const found = await tx.run(cypherFileForEdge("write/circles.cypher", type), { ids: [...places.keys()] });
  return found.flatMap(({ id, by }) => {
    const at = places.get(String(id))?.[0]?.at;
    if (!at || !Array.isArray(by)) return [];
    return [
      { at, message: `${id} is a part of itself, by way of ${by.join(", ")}. One of these edges is wrong.` },
    ];
  });
}

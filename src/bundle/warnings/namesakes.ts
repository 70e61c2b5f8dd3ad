import { cypherFile } from "../../db/cypher-files.js";
import type { Transaction } from "../../db/database.js";
import { groupBy } from "../../group-by.js";
import type { Problem } from "../../input/problem.js";
import { normalizeName } from "../../model/normalize.js";
import type { RowsOutcome } from "../../record/write-rows.js";

/** Types whose nodes rarely share a whole name. Documents and meetings often do. */
const NAMED_APART: ReadonlySet<string> = new Set(["Person", "Organization", "Treaty", "State"]);

/** New nodes that are named like another node of their type. */
export async function namesakes(
  tx: Transaction,
  { nodes, nodeOutcomes }: Pick<RowsOutcome, "nodes" | "nodeOutcomes">,
): Promise<readonly Problem[]> {
  const fresh = nodes
    .map(({ row }) => row)
    .filter(({ id, label }) => NAMED_APART.has(label) && nodeOutcomes.get(id) === "created");
  const rows = fresh.flatMap(({ id, label, properties, names }) => {
    const texts = [
      properties.name,
      ...names.filter((name) => name.properties.kind === "NAME").map((name) => name.properties.text),
    ];
    const norms = texts.flatMap((text) => (typeof text === "string" ? [normalizeName(text)] : []));
    return [...new Set(norms)].map((norm) => ({ id, label, norm }));
  });
  const found = rows.length ? await tx.run(cypherFile("write/namesakes.cypher"), { rows }) : [];
  const places = groupBy(fresh, ({ id }) => id);
  return found.flatMap(({ id, others }) => {
    const at = places.get(String(id))?.[0]?.at;
    if (!at || !Array.isArray(others)) return [];
    const message = `${id} is new and has the same name as ${others.join(", ")}. If they are the same, use the existing id.`;
    return [{ at, message }];
  });
}

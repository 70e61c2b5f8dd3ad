import { Prelude } from "../../compile/prelude.js";
import { nodeExpression } from "../../compile/project.js";
import { isKnown } from "../../compile/record.js";
import type { Environment } from "../../statement/environment.js";
import { whereClause } from "../../statement/text.js";
import type { NodesPlan } from "./plan.js";

/** One row for each id, in the same order. `value` is the node as a map, or null. */
export function compileNodes({ x, ids, scope, node }: NodesPlan, environment: Environment): string {
  const place = environment.variable("place");
  const prelude = new Prelude(environment);
  const value = node ? nodeExpression(node, x, prelude) : "{}";
  return (
    `UNWIND range(0, size(${ids}) - 1) AS ${place} ` +
    `OPTIONAL MATCH (${x}:Entity {id: ${ids}[${place}]})${whereClause(isKnown(x, scope))} ` +
    `WITH ${place}, ${x} ORDER BY ${place} ` +
    `${prelude.text}RETURN CASE WHEN ${x} IS NULL THEN null ELSE ${value} END AS value`
  );
}

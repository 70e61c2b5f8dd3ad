import type { NamePlan } from "../plan/plan.js";
import { isLive, possiblyHolds } from "./scope.js";

/** The type of a node. */
export function typeExpression(variable: string): string {
  return `head([label IN labels(${variable}) WHERE label <> 'Entity'])`;
}

/**
 * The name in the first language of the chain that has one, else the display name. Of several the one that holds
 * at the time asked for, then the one that any source prefers. A name is a label: a condition on sources or on
 * certainty does not take it away.
 */
export function nameExpression({ n, languages, scope }: NamePlan, variable: string): string {
  if (languages === undefined) return `${variable}.name`;
  const [h, m, chain] = [`h${n}`, `m${n}`, `$${languages}`];
  const place = `[i IN range(0, size(${chain}) - 1) WHERE ${chain}[i] = ${m}.lang][0]`;
  const holding = possiblyHolds(h, scope).join(" AND ");
  const order = [
    place,
    ...(holding ? [`CASE WHEN ${holding} THEN 0 ELSE 1 END`] : []),
    `coalesce(${h}.preferred, false) DESC`,
    `${m}.text`,
  ];
  return (
    `coalesce(head(COLLECT { MATCH (${variable})-[${h}:HAS_NAME]->(${m}) ` +
    `WHERE ${m}.kind = 'NAME' AND ${m}.lang IN ${chain} AND ${isLive(h, scope)} ` +
    `WITH ${m}, ${h} ORDER BY ${order.join(", ")} LIMIT 1 RETURN ${m}.text }), ${variable}.name)`
  );
}

import { degreeOf } from "../../compile/edges.js";
import { typeExpression } from "../../compile/name.js";
import { namesFound, nodesNamed } from "../../compile/named.js";
import { Prelude } from "../../compile/prelude.js";
import { nodeExpression } from "../../compile/project.js";
import { isKnown } from "../../compile/record.js";
import type { Environment } from "../../statement/environment.js";
import { identifier, mapOf, whereClause } from "../../statement/text.js";
import type { SuggestPlan } from "./plan.js";

/** One row for each suggestion: `value`, its map, and `text`, what was typed. Whole names come first, then better known nodes. */
export function compileSuggest(plan: SuggestPlan, environment: Environment): string {
  const { x, scope, text, start, words, types, most, columns, node } = plan;
  const name = environment.variable("name");
  const prelude = new Prelude(environment);
  const entries = [
    ...columns.map(({ slot }) => `${identifier(slot)}: matched`),
    ...(node ? [`node: ${nodeExpression(node, x, prelude)}`] : []),
  ];
  const wanted = [`(${types} IS NULL OR ${typeExpression(x)} IN ${types})`, ...isKnown(x, scope)];
  return (
    `UNWIND [{query: ${start}, place: 0}, {query: ${words}, place: 1}] AS kind WITH kind WHERE kind.query <> '' ` +
    `${namesFound("kind.query", name)} ${nodesNamed(environment, { name, x, scope, carried: "kind" })} ` +
    // A whole name comes before longer ones: NATO before protocols on accessions to NATO.
    `WITH ${x}, CASE WHEN toLower(matched) = toLower(trim(${text})) THEN -1 ELSE kind.place END AS place, matched ` +
    "ORDER BY place, size(matched), matched " +
    `WITH ${x}, collect({place: place, matched: matched})[0] AS best${whereClause(wanted)} ` +
    `WITH ${x}, best.place AS place, best.matched AS matched, ${degreeOf(x)} AS known ` +
    `ORDER BY place, known DESC, ${x}.id LIMIT ${most} ` +
    `${prelude.text}RETURN ${mapOf(entries)} AS value, ${text} AS text`
  );
}

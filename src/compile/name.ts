import { model } from "../model/registry.js";
import type { CodesPlan } from "../plan/kinds/nodes.js";
import type { NameValuePlan } from "../plan/kinds/values.js";
import { recordScope } from "../plan/scope.js";
import type { Environment, Variable } from "../statement/environment.js";
import { atInstant } from "./earlier.js";
import { edgePattern, matchEdge } from "./edges.js";
import { edgeInTime, NO_END, TO } from "./spell.js";
import { possiblyHolds } from "./validity.js";

/** The type of a node. */
export function typeExpression(variable: Variable): string {
  return `head([label IN labels(${variable}) WHERE label <> 'Entity'])`;
}

/**
 * The name in the first language of the chain that has one, otherwise the display name. Among several names, those that
 * hold at the requested time come first, then those that a source prefers. A name is only a label, so conditions on
 * sources and on certainty do not exclude it.
 */
export function nameExpression(
  environment: Environment,
  { languages, scope, earlier }: NameValuePlan,
  variable: Variable,
): string {
  const displayed = `${earlier ? atInstant(variable, earlier) : variable}.name`;
  if (languages === undefined) return displayed;
  const [r, name] = [environment.variable("h"), environment.variable("m")];
  const edge = { field: model.names.forward, r, via: variable, node: name };
  const names = edgePattern(environment, edge, recordScope(scope), { reading: "believed" });
  const place = `[i IN range(0, size(${languages}) - 1) WHERE ${languages}[i] = ${name}.lang][0]`;
  const holding = possiblyHolds(edgeInTime(edge), scope).join(" AND ");
  const order = [
    place,
    ...(holding ? [`CASE WHEN ${holding} THEN 0 ELSE 1 END`] : []),
    `coalesce(${r}.preferred, false) DESC`,
    `${name}.text`,
  ];
  const inLanguage = [`${name}.kind = 'NAME'`, `${name}.lang IN ${languages}`];
  return (
    `coalesce(head(COLLECT { ${matchEdge(names, inLanguage)} ` +
    `WITH ${name}, ${r} ORDER BY ${order.join(", ")} LIMIT 1 RETURN ${name}.text }), ${displayed})`
  );
}

/** For each scheme the code of a node, or null. At a requested time only codes that hold then count. */
export function codesExpression(
  environment: Environment,
  { schemes, scope }: Pick<CodesPlan, "schemes" | "scope">,
  variable: Variable,
): string {
  const [r, name, scheme] = ["h", "m", "scheme"].map((hint) => environment.variable(hint));
  if (!r || !name || !scheme) return "[]";
  const edge = { field: model.names.forward, r, via: variable, node: name };
  const names = edgePattern(environment, edge, recordScope(scope), { reading: "believed" });
  const ofScheme = [`${name}.kind = 'CODE'`, `${name}.scheme = ${scheme}`];
  const found = matchEdge(names, [...ofScheme, ...possiblyHolds(edgeInTime(edge), scope)]);
  const last = `coalesce(${r}.${TO.max}, ${NO_END}) DESC`;
  return (
    `[${scheme} IN ${schemes} | head(COLLECT { ${found} ` +
    `WITH ${name}, ${r} ORDER BY ${last}, ${name}.text LIMIT 1 RETURN ${name}.text })]`
  );
}

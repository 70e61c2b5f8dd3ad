import { degreeOf, edgePattern, matchEdge } from "../../compile/edges.js";
import { typeExpression } from "../../compile/name.js";
import { Prelude } from "../../compile/prelude.js";
import { nodeExpression } from "../../compile/project.js";
import { isKnown } from "../../compile/record.js";
import { FORMS } from "../../model/constraints.js";
import { model } from "../../model/registry.js";
import { PERSON } from "../../model/subjects.js";
import { recordScope } from "../../plan/scope.js";
import type { Environment, Variable } from "../../statement/environment.js";
import { whereClause } from "../../statement/text.js";
import type { MentionsPlan } from "./plan.js";

/**
 * One row for each name all of whose words may stand in the text: `name`, `kind`, `label` and the `node`. Where the words
 * stand is found later, in src/names/mentions.ts.
 */
export function compileMentions(plan: MentionsPlan, environment: Environment): string {
  const { x, scope, types, node } = plan;
  const name = environment.variable("name");
  const prelude = new Prelude(environment);
  const data = node ? nodeExpression(node, x, prelude) : "{}";
  const wanted = [`(${types} IS NULL OR ${typeExpression(x)} IN ${types})`, ...isKnown(x, scope)];
  return (
    `CALL () { ${named(plan, name, environment)} UNION ALL ${displayed(plan)} } ` +
    `WITH DISTINCT ${x}, matched, kind${whereClause(wanted)} ` +
    `WITH ${x}, matched, kind, ${degreeOf(x)} AS known ORDER BY known DESC, ${x}.id, matched ` +
    `${prelude.text}RETURN matched AS name, kind, ${typeExpression(x)} AS label, ${x}.id AS id, ${data} AS node`
  );
}

/** Names that are no codes, with the nodes that have them. Of a person the surname alone may stand there. */
function named(plan: MentionsPlan, name: Variable, environment: Environment): string {
  const { x, lang, scope } = plan;
  const edge = { field: model.names.backward, r: environment.variable("h"), via: name, node: x };
  const ofLanguage = `(${lang} IS NULL OR ${name}.kind = 'ABBR' OR coalesce(${name}.lang, ${lang}) = ${lang})`;
  return (
    `MATCH (${name}:${model.nameLabel}) WHERE ${name}.kind <> 'CODE' AND ${ofLanguage} ` +
    `WITH ${name}, ${counted(plan, `${name}`)} WHERE found > 0 ` +
    `${matchEdge(edgePattern(environment, edge, recordScope(scope)), [enough(x)])} ` +
    `RETURN ${x}, ${name}.text AS matched, ${name}.kind AS kind`
  );
}

/** The display names of nodes, which may be missing among the names. */
function displayed(plan: MentionsPlan): string {
  const { x } = plan;
  return (
    `MATCH (${x}:Entity) WHERE ${x}.${FORMS} IS NOT NULL AND NOT ${x}:${model.nameLabel} ` +
    `WITH ${x}, ${counted(plan, `${x}`)} WHERE ${enough(x)} ` +
    `RETURN ${x}, ${x}.name AS matched, 'NAME' AS kind`
  );
}

/** How many forms of a name stand in the text, and how many words it has. */
function counted({ forms }: MentionsPlan, name: string): string {
  const all = `split(${name}.${FORMS}, ' ')`;
  return `size([form IN ${all} WHERE form IN ${forms}]) AS found, toInteger(substring(${all}[0], 1)) AS count`;
}

/** Condition: all words of a name can stand in the text; of a person, one. */
function enough(x: Variable): string {
  return `(found >= count OR found > 0 AND ${x}:${PERSON})`;
}

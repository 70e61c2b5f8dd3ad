import { edgePattern, hopOf, matchEdge } from "../../compile/edges.js";
import { foundPage, plainKey, type SortKey } from "../../compile/page.js";
import { Prelude } from "../../compile/prelude.js";
import { nodeExpression } from "../../compile/project.js";
import { isKnown } from "../../compile/record.js";
import { FROM, TO } from "../../compile/spell.js";
import { FORMS } from "../../model/constraints.js";
import { model } from "../../model/registry.js";
import { PERSON } from "../../model/subjects.js";
import type { Environment, Variable } from "../../statement/environment.js";
import { constant, identifier, mapOf } from "../../statement/text.js";
import type { DuplicatesPlan } from "./plan.js";
import { LIKELY } from "./reasons.js";

/** Pairs of nodes with reasons, most likely first. `value` is a page of them. */
export function compileDuplicates(plan: DuplicatesPlan, environment: Environment): string {
  const { page, x, y, scope, types, minScore, node, other, columns } = plan;
  const [score, reasons] = [environment.variable("score"), environment.variable("reasons")];
  const branches = types.flatMap((label) => [
    byName(plan, environment, label, "SAME_NAME"),
    byName(plan, environment, label, "SAME_CODE"),
    ...(label === PERSON ? [byOffice(plan, environment)] : []),
  ]);
  const known = [...isKnown(x, scope), ...isKnown(y, scope), `${score} >= ${minScore}`];
  const likely = mapOf(Object.entries(LIKELY).map(([kind, value]) => `${kind}: ${value}`));
  const found =
    `CALL () { CALL () { ${branches.join(" UNION ALL ")} } ` +
    `WITH ${x}, ${y}, kind, text ORDER BY kind, text ` +
    `WITH ${x}, ${y}, collect(DISTINCT {kind: kind, text: text}) AS ${reasons}, collect(DISTINCT kind) AS kinds ` +
    `WITH ${x}, ${y}, ${reasons}, round(1.0 - reduce(rest = 1.0, kind IN kinds | rest * (1.0 - ${likely}[kind])), 2) ` +
    `AS ${score} WHERE ${known.join(" AND ")} RETURN ${x}, ${y}, ${reasons}, ${score} }`;
  const column = { score, reasons };
  const prelude = new Prelude(environment);
  const best: SortKey = { ...plainKey(`${score}`), descending: true };
  const map = foundPage(
    page,
    {
      found,
      carried: [x, y, score, reasons],
      keys: [best, plainKey(`${x}.id`), plainKey(`${y}.id`)],
      entries: (inner) => [
        ...columns.map(({ slot, column: name }) => `${identifier(slot)}: ${column[name]}`),
        ...(node ? [`node: ${nodeExpression(node, x, inner)}`] : []),
        ...(other ? [`other: ${nodeExpression(other, y, inner)}`] : []),
      ],
    },
    prelude,
  );
  return `${prelude.text}RETURN ${map} AS value`;
}

/** Pairs of nodes of a type that share a name, or a code that did not pass from one to the other. */
function byName(
  { x, y, scope }: DuplicatesPlan,
  environment: Environment,
  label: string,
  kind: "SAME_NAME" | "SAME_CODE",
): string {
  const [n, m] = [environment.variable("n"), environment.variable("m")];
  const [h, k] = [environment.variable("h"), environment.variable("k")];
  const isCode = kind === "SAME_CODE";
  const nameKind = isCode ? "CODE" : "NAME";
  const one = edgePattern(environment, { field: model.names.forward, r: h, via: x, node: n }, scope);
  const other = edgePattern(environment, { field: model.names.backward, r: k, via: m, node: y }, scope);
  const text = isCode ? `coalesce(${n}.scheme, '') + ' ' + ${n}.text` : `${n}.text`;
  return (
    `MATCH (${x}:${identifier(label)}) ${matchEdge(one)} ` +
    `WITH ${x}, ${n} WHERE ${n}.kind = '${nameKind}' ` +
    `MATCH (${m}:${model.nameLabel} {norm: ${n}.norm}) WHERE ${m}.kind = '${nameKind}'` +
    `${isCode ? ` AND ${m}.scheme = ${n}.scheme` : ""} ` +
    `${matchEdge(other, [`${y}:${identifier(label)}`, `${x}.id < ${y}.id`])} ` +
    `WITH ${x}, ${y}, min(${text}) AS text` +
    `${
      isCode
        ? ` WHERE ${related({ x, y, scope }, environment)
            .map((each) => `NOT ${each}`)
            .join(" AND ")}`
        : ""
    } ` +
    `RETURN ${x}, ${y}, ${constant(kind)} AS kind, text`
  );
}

/** Conditions: one node succeeds the other. */
function related(
  { x, y, scope }: Pick<DuplicatesPlan, "x" | "y" | "scope">,
  environment: Environment,
): readonly string[] {
  return [model.relations.forward, model.relations.backward].map((field) => {
    const r = environment.variable("r");
    return `EXISTS { MATCH ${hopOf(edgePattern(environment, { field, r, via: x, node: y }, scope))} }`;
  });
}

/** Persons who held the same office on the same day and share a word of their names in some script. */
function byOffice({ x, y, scope }: DuplicatesPlan, environment: Environment): string {
  const [h, k, o] = [environment.variable("h"), environment.variable("k"), environment.variable("o")];
  const { forward, backward } = model.offices;
  const one = edgePattern(environment, { field: forward, r: h, via: x, node: o }, scope);
  const other = edgePattern(environment, { field: backward, r: k, via: o, node: y }, scope);
  const conditions = [
    `${x}.id < ${y}.id`,
    `${h}.title = ${k}.title`,
    `${h}.${FROM.min} <= ${k}.${TO.max}`,
    `${k}.${FROM.min} <= ${h}.${TO.max}`,
    sharesWord(x, y),
  ];
  return (
    `MATCH (${x}:${PERSON}) ${matchEdge(one)} ${matchEdge(other, conditions)} ` +
    `RETURN ${x}, ${y}, 'SAME_OFFICE' AS kind, ${h}.title + ' ' + ${o}.name AS text`
  );
}

/** Short words, such as "de", are in many names. */
const MIN_WORD = 4;

function sharesWord(x: Variable, y: Variable): string {
  const forms = (node: Variable) => `split(${node}.${FORMS}, ' ')`;
  const isLong = `form STARTS WITH 'L' AND size(form) > ${MIN_WORD}`;
  return `any(form IN ${forms(x)} WHERE ${isLong} AND form IN ${forms(y)})`;
}

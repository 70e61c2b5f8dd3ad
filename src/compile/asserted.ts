import { edgeModel } from "../model/registry.js";
import type { AssertedPlan, NodePlan, PropertyPlan } from "../plan/plan.js";
import { pageMap } from "./connection.js";
import { cursorConditions, keyList, orderAndLimit, plainKey, type SortKeys } from "./page.js";
import { listOfRows, type Prelude } from "./prelude.js";
import { whereClause } from "./rows.js";
import { identifier, mapOf } from "./statement.js";

/** How nodes and properties are written; given from outside, since they nest in each other. */
export interface Writers {
  readonly node: (plan: NodePlan, variable: string, prelude: Prelude) => string;
  readonly property: (plan: PropertyPlan, variable: string) => string;
}

/** Everything that a source asserts and has not retracted, ordered by edge type and id. */
export function assertedExpression(
  plan: AssertedPlan,
  source: string,
  prelude: Prelude,
  writers: Writers,
): string {
  const { n } = plan.page;
  const [r, f, t] = [`r${n}`, `f${n}`, `t${n}`];
  const branches = plan.types.map(
    (type) =>
      `MATCH (${f})-[${r}:${edgeModel(type).type} {sourceId: ${source}.id}]->(${t}) ` +
      `WHERE ${r}.retractedAt IS NULL RETURN ${r}, ${f}, ${t}`,
  );
  const found = `CALL (${source}) { ${branches.join(" UNION ALL ")} }`;
  const keys = [plainKey(`type(${r})`), plainKey(`${r}.id`)];
  const items = () => {
    const where = whereClause(cursorConditions(plan.page, keys));
    const carried = `${r}, ${f}, ${t}`;
    const rows = `${found} WITH ${carried}${where} WITH ${carried} ${orderAndLimit(plan.page, keys)}`;
    return listOfRows(prelude, `l${n}`, rows, (inner) =>
      mapOf(entriesOf(plan, { r, f, t }, keys, writers, inner)),
    );
  };
  return pageMap(plan.page, keys, {
    items,
    total: () => `COUNT { ${found} RETURN ${r} }`,
    exists: (extra) => `EXISTS { ${found} WITH ${r} WHERE ${extra} RETURN ${r} }`,
  });
}

function entriesOf(
  plan: AssertedPlan,
  { r, f, t }: { readonly r: string; readonly f: string; readonly t: string },
  keys: SortKeys,
  writers: Writers,
  prelude: Prelude,
): readonly string[] {
  return [
    `c: ${keyList(keys)}`,
    ...plan.fields.map((field) => `${identifier(field.slot)}: ${writers.property(field, r)}`),
    ...(plan.edgeType ? [`${identifier(plan.edgeType)}: type(${r})`] : []),
    ...(plan.values ? [`${identifier(plan.values)}: ${ownValues(plan.types, r)}`] : []),
    ...(plan.from ? [`from: ${writers.node(plan.from, f, prelude)}`] : []),
    ...(plan.to ? [`to: ${writers.node(plan.to, t, prelude)}`] : []),
  ];
}

/** The own properties of an edge as a list of names and texts; a list is joined by commas. */
function ownValues(types: readonly string[], r: string): string {
  const own = types.flatMap((type) => edgeModel(type).ownProperties);
  const names = (lists: boolean) => {
    const chosen = own.filter(({ kind }) => (kind === "list") === lists).map(({ name }) => `'${name}'`);
    return `[${[...new Set(chosen)].join(", ")}]`;
  };
  const plain = `[k IN ${names(false)} WHERE ${r}[k] IS NOT NULL | {name: k, value: toString(${r}[k])}]`;
  const joined = `reduce(text = '', part IN ${r}[k] | text + CASE text WHEN '' THEN '' ELSE ', ' END + part)`;
  return `${plain} + [k IN ${names(true)} WHERE ${r}[k] IS NOT NULL | {name: k, value: ${joined}}]`;
}

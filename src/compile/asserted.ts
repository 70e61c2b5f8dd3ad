import { edgeModel } from "../model/registry.js";
import type { AssertedPlan, NodePlan, PropertyPlan } from "../plan/plan.js";
import { pageExpression } from "./connection.js";
import { cursorConditions, orderAndLimit } from "./page.js";
import { identifier } from "./statement.js";

/** How nodes and properties are written; given from outside, since they nest in each other. */
export interface Writers {
  readonly node: (plan: NodePlan, variable: string) => string;
  readonly property: (plan: PropertyPlan, variable: string) => string;
}

/** Everything that a source asserts and has not retracted, ordered by edge type and id. */
export function assertedExpression(plan: AssertedPlan, source: string, writers: Writers): string {
  const { n } = plan.page;
  const [r, f, t] = [`r${n}`, `f${n}`, `t${n}`];
  const branches = plan.types.map(
    (type) =>
      `MATCH (${f})-[${r}:${edgeModel(type).type} {sourceId: ${source}.id}]->(${t}) ` +
      `WHERE ${r}.retractedAt IS NULL RETURN ${r}, ${f}, ${t}`,
  );
  const found = `CALL (${source}) { ${branches.join(" UNION ALL ")} }`;
  const keys = [`type(${r})`, `${r}.id`];
  const items = () => {
    const conditions = cursorConditions(plan.page, keys);
    const where = conditions.length ? ` WHERE ${conditions.join(" AND ")}` : "";
    const carried = `${r}, ${f}, ${t}`;
    return (
      `COLLECT { ${found} WITH ${carried}${where} WITH ${carried} ${orderAndLimit(plan.page, keys)} ` +
      `RETURN {${entriesOf(plan, { r, f, t }, keys, writers).join(", ")}} }`
    );
  };
  return pageExpression(plan.page, {
    items,
    total: () => `COUNT { ${found} RETURN ${r} }`,
    exists: (extra) => `EXISTS { ${found} WITH ${r} WHERE ${extra} RETURN ${r} }`,
    keys,
  });
}

function entriesOf(
  plan: AssertedPlan,
  { r, f, t }: { readonly r: string; readonly f: string; readonly t: string },
  keys: readonly string[],
  writers: Writers,
): readonly string[] {
  return [
    `c: [${keys.join(", ")}]`,
    ...plan.fields.map((field) => `${identifier(field.slot)}: ${writers.property(field, r)}`),
    ...(plan.edgeType ? [`${identifier(plan.edgeType)}: type(${r})`] : []),
    ...(plan.values ? [`${identifier(plan.values)}: ${ownValues(plan.types, r)}`] : []),
    ...(plan.from ? [`from: ${writers.node(plan.from, f)}`] : []),
    ...(plan.to ? [`to: ${writers.node(plan.to, t)}`] : []),
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

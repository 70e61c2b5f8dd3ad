import type { Bucket } from "../model/aggregation.js";
import { LAST_DAY, OPEN } from "../model/edtf.js";
import { maxColumn } from "../model/property.js";
import type {
  AggregatePlan,
  ColumnPlan,
  GroupKeyPlan,
  GroupsPlan,
  MeasurePlan,
  SeriesPlan,
  ValuePlan,
} from "../plan/plan.js";
import { scalarComparison } from "./compare.js";
import { relationMatch, valueExpression } from "./condition.js";
import type { Prelude } from "./prelude.js";
import { matched, type RowSource, whereClause } from "./rows.js";
import { certainEnd } from "./scope.js";
import { identifier } from "./statement.js";
import { exactDay } from "./value.js";

/** What is computed over all rows of a list: a map with `totals`, and the groups and series under their slots. */
export function aggregateExpression(plan: AggregatePlan, source: RowSource, prelude: Prelude): string {
  const { node, measures, n, hops } = plan;
  const distinct = plan.repeats ? [`WITH DISTINCT ${plan.row.join(", ")}`] : [];
  const rows = [matched(source), ...hops.map(relationMatch), ...distinct].join(" ");
  const ofGroups = (groups: GroupsPlan) => {
    const early = distinct.length ? [] : earlyKeys(groups, source);
    const before = early.length
      ? [`WITH ${[...source.carried, ...early.map(({ text }) => text)].join(", ")}`]
      : [];
    const all = [matched(source), ...before, ...hops.map(relationMatch), ...distinct].join(" ");
    return `${all} ${groupsPart(
      groups,
      plan,
      early.map(({ index }) => index),
    )}`;
  };
  const totals = () => prelude.add(`t${n}`, (name) => `${rows} ${measured(measures, n, node)} AS ${name}`);
  return `{${[
    ...(measures.length ? [`totals: ${totals()}`] : []),
    ...plan.groups.map((groups) => {
      const list = prelude.add(`u${groups.n}`, (name) => `${ofGroups(groups)} AS ${name}`);
      return `${identifier(groups.slot)}: ${list}`;
    }),
    ...plan.series.map(
      (series) => `${identifier(series.slot)}: ${seriesExpression(series, rows, plan, prelude)}`,
    ),
  ].join(", ")}}`;
}

/** The measures of all rows as a map; by period, a list of maps. */
function measured(measures: readonly MeasurePlan[], n: number, node: string, period?: string): string {
  const names = measures.map((_, index) => `m${n}_${index}`);
  const computed = measures.map((measure, index) => `${measureExpression(measure, node)} AS ${names[index]}`);
  const by = period ? [period] : [];
  const entries = measures.map((measure, index) => entry(measure, names[index] ?? ""));
  const map = `{${[...by.map((i) => `i: ${i}`), ...entries].join(", ")}}`;
  return `WITH ${[...by, ...computed].join(", ")} RETURN ${period ? `collect(${map})` : map}`;
}

/** Keys that depend on the rows of the list alone: before the hops each is computed once for each of them. */
function earlyKeys({ n, keys }: GroupsPlan, { carried }: RowSource) {
  return keys.flatMap((key, index) => {
    const { value, hops } = key;
    const known = !hops.length && value.kind === "column" && carried.includes(value.variable);
    return known ? [{ index, text: `${keyExpression(key)} AS g${n}_${index}` }] : [];
  });
}

type CountedRows = Pick<AggregatePlan, "node" | "row">;

function entry({ slot }: MeasurePlan, expression: string): string {
  return `${identifier(slot)}: ${expression}`;
}

function measureExpression({ kind, value, since }: MeasurePlan, node: string): string {
  switch (kind) {
    case "count":
      return "count(*)";
    case "nodes":
      return `count(DISTINCT ${node})`;
    case "min":
    case "max":
      return value ? boundText(`${kind}(${boundExpression(value, kind)})`, value) : "null";
    case "avg":
      if (!value) return "null";
      return since
        ? `avg(duration.inDays(${exactDay(since)}, ${exactDay(value)}).days)`
        : `avg(${valueExpression(value)})`;
  }
}

/** A bound as text; an open end as EDTF has it. */
function boundText(bound: string, value: ValuePlan): string {
  const text = `toString(${bound})`;
  return value.kind === "column" && value.property.kind === "edtf"
    ? `CASE ${text} WHEN '${LAST_DAY}' THEN '${OPEN}' ELSE ${text} END`
    : text;
}

/** Of a date the first possible day for the least, the last possible one for the greatest. */
function boundExpression(value: ValuePlan, kind: "min" | "max"): string {
  if (kind === "min" || value.kind !== "column" || value.property.kind !== "edtf")
    return valueExpression(value);
  const { variable, property } = value;
  return `CASE WHEN ${variable}.${property.name} IS NULL THEN null ELSE ${variable}.${maxColumn(property.name)} END`;
}

/**
 * Groups rows by their keys; the groups that are wanted, in order, as maps.
 * @param early places of the keys that are computed already
 * @param period variable of the number of a period, by which rows are then grouped first
 */
function groupsPart(
  plan: GroupsPlan,
  { node, row }: CountedRows,
  early: readonly number[] = [],
  period?: string,
): string {
  const { n } = plan;
  const keys = plan.keys.map((_, index) => `g${n}_${index}`);
  const measures = plan.measures.map((measure, index) => ({ measure, name: `m${n}_${index}` }));
  const [count, nodes] = [`c${n}`, `d${n}`];
  const wantsNodes = plan.order === "NODES" || plan.having.some(({ of }) => of === "nodes");
  const before = period ? [period] : [];
  const computed = plan.keys.map((key, index) =>
    early.includes(index) ? (keys[index] ?? "") : `${keyExpression(key)} AS ${keys[index]}`,
  );
  // A row that reaches one group in several ways is in it once.
  const branching = plan.keys.some(({ hops }) => hops.length > 0);
  const once = branching ? `WITH DISTINCT ${[...before, ...row, ...computed].join(", ")} ` : "";
  const grouped = [
    ...before,
    ...(branching ? keys : computed),
    `count(*) AS ${count}`,
    ...(wantsNodes ? [`count(DISTINCT ${node}) AS ${nodes}`] : []),
    ...measures.map(({ measure, name }) => `${measureExpression(measure, node)} AS ${name}`),
  ];
  const having = plan.having.map(({ of, operator, parameter }) =>
    scalarComparison(of === "count" ? count : nodes, operator, `$${parameter}`),
  );
  const names = measures.map(({ name }) => name);
  const carried = [...before, ...keys, count, ...(wantsNodes ? [nodes] : []), ...names];
  const order = [...before, groupOrder(plan, keys, count, nodes)].join(", ");
  const entries = [
    ...(period ? [`i: ${period}`] : []),
    `${identifier(plan.keysSlot)}: [${keys.map((key) => `toString(${key})`).join(", ")}]`,
    ...measures.map(({ measure, name }) => entry(measure, name)),
  ];
  return (
    `${period ? "" : optionalHops(plan.keys)}${once}WITH ${grouped.join(", ")}${whereClause(having)} ` +
    `WITH ${carried.join(", ")} ORDER BY ${order}${period ? "" : ` LIMIT $limit${n}`} ` +
    `RETURN collect({${entries.join(", ")}})`
  );
}

function groupOrder({ order }: GroupsPlan, keys: readonly string[], count: string, nodes: string): string {
  const byKeys = keys.join(", ");
  if (order === "COUNT") return `${count} DESC, ${byKeys}`;
  if (order === "NODES") return `${nodes} DESC, ${byKeys}`;
  if (order === "KEY") return byKeys;
  return keys.map((key) => `${key} IS NULL, ${key} DESC`).join(", ");
}

/** A row without what a key needs stays, in the group whose key is unset. */
export function optionalHops(keys: readonly GroupKeyPlan[]): string {
  return keys
    .flatMap(({ hops }) => hops)
    .map((hop) => `OPTIONAL ${relationMatch(hop)} `)
    .join("");
}

/** The value of a key, in its own type so that numbers have their order; unset behind a relation that is not there. */
export function keyExpression(key: GroupKeyPlan): string {
  const expression = ownExpression(key);
  const last = key.hops.at(-1);
  return last ? `CASE WHEN ${last.r} IS NOT NULL THEN ${expression} END` : expression;
}

function ownExpression({ value, bucket }: GroupKeyPlan): string {
  if (bucket) return bucketExpression(value, bucket);
  const isText = value.kind === "column" && value.property.kind === "edtf";
  return isText ? `${value.variable}.${value.property.name}` : valueExpression(value);
}

const BUCKETS: Readonly<Record<Bucket, { readonly length: number; readonly masked: string }>> = {
  DAY: { length: 10, masked: "" },
  MONTH: { length: 7, masked: "" },
  YEAR: { length: 4, masked: "" },
  DECADE: { length: 3, masked: "X" },
  CENTURY: { length: 2, masked: "XX" },
};

/** The period that a date lies in, as EDTF; unset when it is not known so exactly. */
function bucketExpression(value: ValuePlan, bucket: Bucket): string {
  const { length, masked } = BUCKETS[bucket];
  const first = `left(toString(${boundExpression(value, "min")}), ${length})`;
  const last = `left(toString(${boundExpression(value, "max")}), ${length})`;
  const open = `${boundExpression(value, "max")} = date('${LAST_DAY}')`;
  return `CASE WHEN ${open} THEN null WHEN ${first} = ${last} THEN ${first} + '${masked}' END`;
}

/** Rows in the periods that they fall in: `totals` and groups, each row with the number `i` of its period. */
function seriesExpression(plan: SeriesPlan, rows: string, counted: CountedRows, prelude: Prelude): string {
  const i = `i${plan.n}`;
  const inPeriods = (keys: readonly GroupKeyPlan[]) => `${rows} ${optionalHops(keys)}${periodsPart(plan, i)}`;
  const totals = plan.measures.length
    ? [
        `totals: ${prelude.add(
          `t${plan.n}`,
          (name) => `${inPeriods([])} ${measured(plan.measures, plan.n, counted.node, i)} AS ${name}`,
        )}`,
      ]
    : [];
  const groups = plan.groups.map((each) => {
    const query = `${inPeriods(each.keys)} ${groupsPart(each, counted, [], i)}`;
    return `${identifier(each.slot)}: ${prelude.add(`u${each.n}`, (name) => `${query} AS ${name}`)}`;
  });
  return `{${[...totals, ...groups].join(", ")}}`;
}

function periodsPart({ n, date, certain, spell }: SeriesPlan, i: string): string {
  const periods = `$periods${n}`;
  const [first, last] = [columnText(date.min), certain && spell ? certainEnd(spell) : columnText(date.max)];
  const overlaps = `${first} <= ${periods}[p].max AND ${last} >= ${periods}[p].min`;
  const lies = `${first} >= ${periods}[p].min AND ${last} <= ${periods}[p].max`;
  const within = certain ? (date.spell ? `${first} <= ${last} AND ${overlaps}` : lies) : overlaps;
  return `UNWIND [p IN range(0, size(${periods}) - 1) WHERE ${within}] AS ${i}`;
}

function columnText({ variable, column }: ColumnPlan): string {
  return `${variable}.${column}`;
}

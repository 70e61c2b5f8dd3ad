import { FIRST_DAY, LAST_DAY, OPEN } from "../model/edtf.js";
import type { MatchedEdgePlan } from "../plan/kinds/matched.js";
import type {
  AggregatePlan,
  GroupCountPlan,
  GroupsPlan,
  MeasurePlan,
  SeriesPlan,
  Statistic,
} from "../plan/kinds/pages.js";
import type { ValuePlan } from "../plan/kinds/values.js";
import type { Environment, Variable } from "../statement/environment.js";
import { identifier, mapOf, whereClause } from "../statement/text.js";
import { boundExpression, keyExpression, optionalHops } from "./buckets.js";
import { columnText, exactColumn } from "./columns.js";
import { scalarComparison } from "./compare.js";
import { relationMatch, valueExpression } from "./condition.js";
import { coveredUntil } from "./covered.js";
import type { Prelude } from "./prelude.js";
import { matched, type RowSource } from "./rows.js";
import { edgeInTime } from "./spell.js";
import { holdsDuring } from "./validity.js";

/** The aggregates over all rows of a list, as a map: `totals`, and the groups and series under their slots. */
export function aggregateExpression(plan: AggregatePlan, source: RowSource, prelude: Prelude): string {
  return new AggregateWriter(plan, source, prelude).expression();
}

class AggregateWriter {
  private readonly environment: Environment;

  constructor(
    private readonly plan: AggregatePlan,
    private readonly source: RowSource,
    private readonly prelude: Prelude,
  ) {
    this.environment = prelude.environment;
  }

  expression(): string {
    const { measures, groups, groupCounts, series } = this.plan;
    return mapOf([
      ...(measures.length ? [`totals: ${this.totals()}`] : []),
      ...groups.map((each) => `${identifier(each.slot)}: ${this.groupsOf(each)}`),
      ...groupCounts.map((each) => `${identifier(each.slot)}: ${this.groupCountOf(each)}`),
      ...series.map((each) => `${identifier(each.slot)}: ${this.seriesOf(each)}`),
    ]);
  }

  private totals(): Variable {
    const rows = this.rows(matched(this.source));
    return this.prelude.add("totals", (name) => `${rows} ${this.measured(this.plan.measures)} AS ${name}`);
  }

  /** The rows to count, starting from the rows of the list. */
  private rows(list: string): string {
    const { hops, repeats, row } = this.plan;
    const distinct = repeats ? [`WITH DISTINCT ${row.join(", ")}`] : [];
    return [list, ...hops.map((hop) => relationMatch(this.environment, hop)), ...distinct].join(" ");
  }

  /** The measures of all rows, as one map. With a period, a list with one map for each period. */
  private measured(measures: readonly MeasurePlan[], period?: Variable, certainly?: string): string {
    const { lags, clause } = this.lagsOf(measures);
    const named = measures.map((measure) => ({
      slot: measure.slot,
      text: this.measure(measure, lags),
      name: this.environment.variable("m"),
    }));
    if (certainly) {
      const text = `count(CASE WHEN ${certainly} THEN 1 END)`;
      named.push({ slot: "certainCount", text, name: this.environment.variable("m") });
    }
    const computed = named.map(({ text, name }) => `${text} AS ${name}`);
    const entries = named.map(({ slot, name }) => `${identifier(slot)}: ${name}`);
    const map = mapOf([...(period ? [`i: ${period}`] : []), ...entries]);
    const carried = [...(period ? [`${period}`] : []), ...computed].join(", ");
    return `${clause}WITH ${carried} RETURN ${period ? `collect(${map})` : map}`;
  }

  /** The lag of each row, computed once for all statistics of it. */
  private lagsOf(measures: readonly MeasurePlan[]): { readonly lags: Lags; readonly clause: string } {
    const found = measures.flatMap((measure) => {
      const { kind, value, since } = measure;
      if (kind !== "lag" || !value || !since) return [];
      return [{ measure, name: this.environment.variable("lag"), days: this.daysBetween(since, value) }];
    });
    const computed = found.map(({ name, days }) => `${days} AS ${name}`).join(", ");
    return {
      lags: new Map(found.map(({ measure, name }) => [measure, name])),
      clause: computed && `WITH *, ${computed} `,
    };
  }

  private daysBetween(since: ValuePlan, value: ValuePlan): string {
    return `duration.inDays(${this.exactDay(since)}, ${this.exactDay(value)}).days`;
  }

  private measure(measure: MeasurePlan, lags: Lags): string {
    const { kind, value, since, statistics = [] } = measure;
    switch (kind) {
      case "count":
        return "count(*)";
      case "nodes":
        return `count(DISTINCT ${this.plan.node})`;
      case "min":
      case "max":
        return value
          ? boundText(`${kind}(${boundExpression(this.environment, value, kind)})`, value)
          : "null";
      case "avg":
        if (!value) return "null";
        return since
          ? `avg(${this.daysBetween(since, value)})`
          : `avg(${valueExpression(this.environment, value)})`;
      case "lag":
        return lagStatistics(`${lags.get(measure)}`, statistics);
    }
  }

  private exactDay(value: ValuePlan): string {
    return value.kind === "column" ? exactColumn(value) : valueExpression(this.environment, value);
  }

  private groupsOf(groups: GroupsPlan): Variable {
    const keys = this.keysOf(groups);
    // Keys that depend only on the rows of the list are computed before the hops, once for each row.
    const early = this.plan.repeats ? [] : keys.filter(({ isEarly }) => isEarly);
    const before = early.length
      ? ` WITH ${[...this.source.carried, ...early.map(({ text, name }) => `${text} AS ${name}`)].join(", ")}`
      : "";
    const rows = this.rows(`${matched(this.source)}${before}`);
    const computed = keys.map(({ text, name, isEarly }) =>
      isEarly && early.length ? `${name}` : `${text} AS ${name}`,
    );
    return this.prelude.add("groups", (list) => `${rows} ${this.grouped(groups, keys, computed)} AS ${list}`);
  }

  private groupCountOf(groups: GroupCountPlan): Variable {
    const keys = this.keysOf(groups);
    const computed = keys.map(({ text, name }) => `${text} AS ${name}`);
    const rows = `${this.rows(matched(this.source))} ${optionalHops(this.environment, groups.keys)}`;
    return this.prelude.add(
      "groups",
      (count) => `${rows}${this.grouping(groups, keys, computed).clause} RETURN count(*) AS ${count}`,
    );
  }

  private keysOf({ keys }: GroupCountPlan) {
    const { carried } = this.source;
    return keys.map((key) => ({
      name: this.environment.variable("g"),
      text: keyExpression(this.environment, key),
      isEarly: !key.hops.length && key.value.kind === "column" && carried.includes(key.value.variable.name),
    }));
  }

  /**
   * A WITH clause that groups rows by their keys, with the size of each group.
   * @param period the number of the period of a row; if set, rows are grouped by period first
   */
  private grouping(
    { keys, having, measures = [], order }: GroupCountPlan & Partial<GroupsPlan>,
    named: readonly { readonly name: Variable }[],
    computed: readonly string[],
    period?: Variable,
  ) {
    const { environment } = this;
    const names = named.map(({ name }) => name);
    const [count, nodes] = [environment.variable("count"), environment.variable("nodes")];
    const { lags, clause: lagClause } = this.lagsOf(measures);
    const measured = measures.map((measure) => ({
      slot: measure.slot,
      name: environment.variable("m"),
      text: this.measure(measure, lags),
    }));
    const wantsNodes = order === "NODES" || having.some(({ of }) => of === "nodes");
    const before = period ? [`${period}`] : [];
    // A row counts once in a group, even if it reaches the group in several ways.
    const branching = keys.some(({ hops }) => hops.length > 0);
    const once = branching ? `WITH DISTINCT ${[...before, ...this.plan.row, ...computed].join(", ")} ` : "";
    const counted = [
      ...before,
      ...(branching ? names : computed),
      `count(*) AS ${count}`,
      ...(wantsNodes ? [`count(DISTINCT ${this.plan.node}) AS ${nodes}`] : []),
      ...measured.map(({ name, text }) => `${text} AS ${name}`),
    ];
    const conditions = having.map(({ of, operator, operand }) =>
      scalarComparison(`${of === "count" ? count : nodes}`, operator, `${operand}`),
    );
    const columns = [
      ...before,
      ...names,
      count,
      ...(wantsNodes ? [nodes] : []),
      ...measured.map(({ name }) => name),
    ];
    const clause = `${once}${lagClause}WITH ${counted.join(", ")}${whereClause(conditions)}`;
    return { clause, columns, names, count, nodes, measured };
  }

  /** Groups rows by their keys and returns the requested groups in order, as maps. */
  private grouped(
    groups: GroupsPlan,
    keys: readonly { readonly name: Variable }[],
    computed: readonly string[],
    period?: Variable,
  ): string {
    const { clause, columns, names, count, nodes, measured } = this.grouping(groups, keys, computed, period);
    const order = [...(period ? [`${period}`] : []), groupOrder(groups, names, count, nodes)].join(", ");
    const entries = [
      ...(period ? [`i: ${period}`] : []),
      `${identifier(groups.keysSlot)}: [${names.map((name) => `toString(${name})`).join(", ")}]`,
      ...measured.map(({ slot, name }) => `${identifier(slot)}: ${name}`),
    ];
    const skip = groups.skip ? ` SKIP ${groups.skip}` : "";
    return (
      `${period ? "" : optionalHops(this.environment, groups.keys)}${clause} ` +
      `WITH ${columns.join(", ")} ORDER BY ${order}${period ? "" : `${skip} LIMIT ${groups.limit}`} ` +
      `RETURN collect(${mapOf(entries)})`
    );
  }

  private coveredUntil(rows: string, edge: MatchedEdgePlan): Variable {
    return this.prelude.add(
      "covered",
      (name) => `${rows} ${coveredUntil(edge, this.environment)} AS ${name} RETURN ${name}`,
    );
  }

  /** A series as a map with `totals` and groups. Each of their rows has the number `i` of its period. */
  private seriesOf(series: SeriesPlan): string {
    const { environment } = this;
    const i = environment.variable("i");
    const rows = this.rows(matched(this.source));
    const certainly = series.wantsCertain ? inPeriod(series, `${series.periods}[${i}]`, true) : undefined;
    const totals = () =>
      this.prelude.add(
        "totals",
        (name) =>
          `${rows} ${periodsPart(series, i)} ${this.measured(series.measures, i, certainly)} AS ${name}`,
      );
    return mapOf([
      ...(series.measures.length || series.wantsCertain ? [`totals: ${totals()}`] : []),
      ...(series.wantsCovered && series.edge
        ? [`coveredUntil: ${this.coveredUntil(rows, series.edge)}`]
        : []),
      ...series.groups.map((groups) => {
        const keys = this.keysOf(groups);
        const computed = keys.map(({ text, name }) => `${text} AS ${name}`);
        const inPeriods = `${rows} ${optionalHops(environment, groups.keys)}${periodsPart(series, i)}`;
        const list = this.prelude.add(
          "groups",
          (name) => `${inPeriods} ${this.grouped(groups, keys, computed, i)} AS ${name}`,
        );
        return `${identifier(groups.slot)}: ${list}`;
      }),
      ...series.groupCounts.map((groups) => {
        const keys = this.keysOf(groups);
        const computed = keys.map(({ text, name }) => `${text} AS ${name}`);
        const inPeriods = `${rows} ${optionalHops(environment, groups.keys)}${periodsPart(series, i)}`;
        const { clause } = this.grouping(groups, keys, computed, i);
        const list = this.prelude.add(
          "groups",
          (name) =>
            `${inPeriods} ${clause} WITH ${i}, count(*) AS groups RETURN collect({i: ${i}, groups: groups}) AS ${name}`,
        );
        return `${identifier(groups.slot)}: ${list}`;
      }),
    ]);
  }
}

/** The variables with the lags of a row. */
type Lags = ReadonlyMap<MeasurePlan, Variable>;

const LAG_FUNCTIONS: Readonly<Record<Statistic, (days: string) => string>> = {
  count: (days) => `count(${days})`,
  min: (days) => `min(${days})`,
  max: (days) => `max(${days})`,
  median: (days) => `percentileCont(${days}, 0.5)`,
  avg: (days) => `avg(${days})`,
};

/** The selected statistics as a map. It always aggregates, so that rows are never kept apart by it. */
function lagStatistics(days: string, statistics: NonNullable<MeasurePlan["statistics"]>): string {
  const selected = statistics.map(
    ({ slot, column }) => `${identifier(slot)}: ${LAG_FUNCTIONS[column](days)}`,
  );
  return mapOf(selected.length ? selected : [`count: ${LAG_FUNCTIONS.count(days)}`]);
}

/** A bound as text. An open end is written as in EDTF; a start that is not limited is unknown. */
function boundText(bound: string, value: ValuePlan): string {
  const text = `toString(${bound})`;
  return value.kind === "column" && value.property.kind === "edtf"
    ? `CASE ${text} WHEN '${LAST_DAY}' THEN '${OPEN}' WHEN '${FIRST_DAY}' THEN null ELSE ${text} END`
    : text;
}

function groupOrder(
  { order }: GroupsPlan,
  keys: readonly Variable[],
  count: Variable,
  nodes: Variable,
): string {
  const byKeys = keys.join(", ");
  if (order === "COUNT") return `${count} DESC, ${byKeys}`;
  if (order === "NODES") return `${nodes} DESC, ${byKeys}`;
  if (order === "KEY") return byKeys;
  return keys.map((key) => `${key} IS NULL, ${key} DESC`).join(", ");
}

/** Repeats each row for each period in which it holds; `i` is the number of the period. */
function periodsPart(series: SeriesPlan, i: Variable): string {
  const { periods, certain } = series;
  const conditions = inPeriod(series, `${periods}[p]`, certain);
  return `UNWIND [p IN range(0, size(${periods}) - 1) WHERE ${conditions}] AS ${i}`;
}

/** Condition: a row possibly or certainly holds in a period. */
function inPeriod({ date, spell }: SeriesPlan, period: string, certain: boolean): string {
  const [from, to] = [`${period}.min`, `${period}.max`];
  if (spell) return holdsDuring(edgeInTime(spell), from, to, certain).join(" AND ");
  const [first, last] = [columnText(date.min), columnText(date.max)];
  return certain ? `${first} >= ${from} AND ${last} <= ${to}` : `${first} <= ${to} AND ${last} >= ${from}`;
}

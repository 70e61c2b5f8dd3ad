import { PactError } from "../errors.js";
import type { Bucket, GroupOrder } from "../model/aggregation.js";
import { DEFAULT_PAGE } from "../model/bounds.js";
import type { Operator } from "../model/operators.js";
import { atField } from "./field-error.js";
import type { MatchedEdgePlan } from "./kinds/matched.js";
import type {
  AggregatePlan,
  GroupCountPlan,
  GroupKeyPlan,
  GroupsPlan,
  HavingPlan,
  MeasurePlan,
  PeriodColumn,
  SeriesPlan,
  Statistic,
} from "./kinds/pages.js";
import type { DayBoundsPlan } from "./kinds/scope.js";
import type { Args, ArgumentPath } from "./kinds/sites.js";
import type { RelationPlan, ValuePlan } from "./kinds/values.js";
import { boundsOf, validityOf } from "./names.js";
import { type Base, type PathTools, resolveHops, resolvePath, sortKindOf } from "./path.js";
import type { Place, Planner } from "./planner.js";
import { columnsAmong, type SelectedField, slotOf } from "./selection.js";
import type { SiteBuilder } from "./site.js";

/** Plans `aggregate` over the rows of a list. */
export function planAggregate(
  planner: Planner,
  connection: string,
  selected: SelectedField,
  rows: Base,
  at: Place,
): AggregatePlan {
  return new AggregatePlanner(planner).aggregate(connection, selected, rows, at);
}

class AggregatePlanner {
  constructor(private readonly planner: Planner) {}

  aggregate(connection: string, selected: SelectedField, rows: Base, at: Place): AggregatePlan {
    const { args, inside } = this.planner.enter(connection, selected, at);
    const { over } = args;
    const place = { node: selected.node, path: inside.path };
    const hops =
      typeof over === "string" ? atField(place, () => resolveHops(over, rows, this.tools(at))) : [];
    const last = hops.at(-1);
    const base: Base = last ? { kind: "edge", ...matchedEdge(last) } : rows;
    const fields = this.planner.fields("Aggregate", selected.selections);
    return {
      slot: selected.slot,
      hops,
      row: base.kind === "edge" ? [base.via, base.r, base.node] : [base.variable],
      // A list contains each node once, so a single relation from its nodes reaches each edge once.
      repeats: hops.length > (rows.kind === "node" ? 1 : 0),
      node: base.kind === "edge" ? base.node : base.variable,
      measures: this.measures("Aggregate", fields, base, inside),
      groups: fields
        .filter(({ name }) => name === "groups")
        .map((field) => this.groups("Aggregate", field, base, inside)),
      groupCounts: this.groupCounts("Aggregate", fields, base, inside),
      series: fields.filter(({ name }) => name === "series").map((field) => this.series(field, base, inside)),
    };
  }

  private measures(
    type: string,
    fields: readonly SelectedField[],
    base: Base,
    at: Place,
  ): readonly MeasurePlan[] {
    return fields.flatMap((field): readonly MeasurePlan[] => {
      const { name, slot } = field;
      if (name === "count" || name === "nodes")
        return [{ slot, kind: name, value: undefined, since: undefined }];
      if (name !== "min" && name !== "max" && name !== "avg" && name !== "lag") return [];
      const { inside, args } = this.planner.enter(type, field, at);
      const { of, since } = args;
      return atField({ node: field.node, path: inside.path }, () => {
        const value = this.value(of, base, at);
        const earlier = since == null ? undefined : this.value(since, base, at);
        if (name === "avg") checkAverage(value, earlier, String(of), String(since));
        if (name !== "lag") return [{ slot, kind: name, value, since: earlier }];
        for (const [date, path] of [[value, of] as const, [earlier, since] as const])
          checkDate(date, String(path));
        const statistics = columnsAmong<Statistic>(this.planner.fields("Lag", field.selections), STATISTICS);
        return [{ slot, kind: name, value, since: earlier, statistics }];
      });
    });
  }

  private groups(type: string, field: SelectedField, base: Base, at: Place): GroupsPlan {
    const { site, inside, args } = this.planner.enter(type, field, at);
    const { by, having, orderBy, offset } = args;
    const fields = this.planner.fields("Group", field.selections);
    const place = { node: field.node, path: inside.path };
    const limit = this.planner.environment.parameter("limit");
    const skip = offset == null ? undefined : this.planner.environment.parameter("skip");
    site.limited({
      limit,
      size: (given) => (typeof given.first === "number" ? given.first : DEFAULT_PAGE),
      skip,
      offset: (given) => (typeof given.offset === "number" ? given.offset : 0),
    });
    return {
      slot: field.slot,
      n: site.n,
      limit,
      skip,
      keys: atField(place, () => planKeys(asList(by), base, this.tools(at), site)),
      keysSlot: slotOf(fields, "keys") ?? "keys",
      measures: this.measures("Group", fields, base, inside),
      having: atField(place, () => planHaving(having, site)),
      order: (orderBy ?? "COUNT") as GroupOrder,
    };
  }

  private groupCounts(
    type: string,
    fields: readonly SelectedField[],
    base: Base,
    at: Place,
  ): readonly GroupCountPlan[] {
    return fields
      .filter(({ name }) => name === "groupCount")
      .map((field) => {
        const { site, inside, args } = this.planner.enter(type, field, at);
        return atField({ node: field.node, path: inside.path }, () => ({
          slot: field.slot,
          keys: planKeys(asList(args.by), base, this.tools(at), site),
          having: planHaving(args.having, site),
        }));
      });
  }

  private series(field: SelectedField, base: Base, at: Place): SeriesPlan {
    const { site, inside: entered, args } = this.planner.enter("Aggregate", field, at);
    // The argument `during` of a series is the range of its periods. It is not a scope for the paths of its groups.
    const inside: Place = { ...entered, scope: at.scope };
    const { of } = args;
    const fields = this.planner.fields("Period", field.selections);
    const spell = of == null && base.kind === "edge" && base.field.edge.timed ? matchedEdge(base) : undefined;
    const { certain } = at.scope;
    return {
      slot: field.slot,
      n: site.n,
      periods: site.periods(),
      date: spell
        ? validityOf(spell, certain)
        : atField({ node: field.node, path: inside.path }, () => this.dateBounds(of, base, at)),
      certain,
      spell,
      edge: base.kind === "edge" ? matchedEdge(base) : undefined,
      wantsCertain: fields.some(({ name }) => name === "certainCount"),
      wantsCovered: fields.some(({ name }) => name === "covered"),
      columns: columnsAmong<PeriodColumn>(fields, ["period", "from", "to"]),
      measures: this.measures("Period", fields, base, inside),
      groups: fields
        .filter(({ name }) => name === "groups")
        .map((groups) => this.groups("Period", groups, base, inside)),
      groupCounts: this.groupCounts("Period", fields, base, inside),
    };
  }

  private dateBounds(of: unknown, base: Base, at: Place): DayBoundsPlan {
    if (typeof of !== "string") {
      throw new PactError(
        "BAD_INPUT",
        'These rows have no validity: set the date to use with "of", for example of: "date".',
      );
    }
    const value = this.value(of, base, at);
    if (value.kind === "column") return boundsOf(value, of);
    throw new PactError("BAD_INPUT", `"${of}" is not a date.`);
  }

  private value(path: unknown, base: Base, at: Place): ValuePlan {
    const { hops, value } = resolvePath(String(path), base, this.tools(at));
    if (!hops.length) return value;
    throw new PactError(
      "BAD_INPUT",
      `"${String(path)}" can have several values: use it in by, or follow its edges with over.`,
    );
  }

  private tools({ scope }: Place): PathTools {
    return { scope, environment: this.planner.environment };
  }
}

/** Plans the keys of groups. Keys that follow the same relation are about the same edge. */
function planKeys(
  keys: readonly Args[],
  base: Base,
  tools: PathTools,
  site: SiteBuilder,
): readonly GroupKeyPlan[] {
  const followed: PathTools["followed"] = new Map();
  return keys.map((key, index) => planKey(key, ["by", index], base, { ...tools, followed }, site));
}

/** Plans one grouping key: a path, with a bucket or a language if set, at a place inside the arguments. */
export function planKey(
  key: Args,
  path: ArgumentPath,
  base: Base,
  tools: PathTools,
  site: SiteBuilder,
): GroupKeyPlan {
  const text = String(key.path);
  const languages =
    typeof key.lang === "string" ? { languages: site.at("languages", [...path, "lang"], "languages") } : {};
  const { hops, value } = resolvePath(text, base, { ...tools, ...languages });
  const kind = sortKindOf(value, text);
  if (key.bucket != null && kind !== "date") {
    throw new PactError("BAD_INPUT", `"${text}" is not a date, so it has no ${String(key.bucket)}.`);
  }
  return { hops, value, bucket: key.bucket == null ? undefined : (key.bucket as Bucket) };
}

function planHaving(having: unknown, site: SiteBuilder): readonly HavingPlan[] {
  return Object.entries((having ?? {}) as Args).flatMap(([of, filter]) => {
    const given = Object.entries((filter ?? {}) as Args);
    if (!given.length) {
      throw new PactError(
        "BAD_INPUT",
        `having.${of} has no operator: add one, for example gte, or omit this filter.`,
      );
    }
    return given.map(([operator, operand]) => {
      if (operator === "isNull" || operand === null) {
        throw new PactError(
          "BAD_INPUT",
          `having.${of}.${operator}: a number is never unset; use another operator.`,
        );
      }
      const parameter = site.at("w", ["having", of, operator]);
      return { of: of as HavingPlan["of"], operator: operator as Operator, operand: parameter };
    });
  });
}

function matchedEdge({ field, r, via, node }: MatchedEdgePlan | RelationPlan): MatchedEdgePlan {
  return { field, r, via, node };
}

function checkAverage(value: ValuePlan, since: ValuePlan | undefined, of: string, from: string): void {
  if (!since && sortKindOf(value, of) === "number") return;
  if (since && sortKindOf(value, of) === "date" && sortKindOf(since, from) === "date") return;
  throw new PactError(
    "BAD_INPUT",
    `avg requires a number, or two dates with since (the result is in days); "${of}" is neither.`,
  );
}

const STATISTICS: readonly Statistic[] = ["count", "min", "max", "median", "avg"];

function checkDate(value: ValuePlan | undefined, path: string): void {
  if (value && sortKindOf(value, path) === "date") return;
  throw new PactError("BAD_INPUT", `lag counts the days between two dates; "${path}" is not a date.`);
}

function asList(value: unknown): readonly Args[] {
  return Array.isArray(value) ? value : [];
}

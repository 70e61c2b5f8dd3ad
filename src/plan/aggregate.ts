import { PactError } from "../errors.js";
import type { Bucket, GroupOrder } from "../model/aggregation.js";
import type { Operator } from "../model/operators.js";
import { atField, type FieldPlace } from "./field-error.js";
import { boundsOf, type Names, validityOf } from "./names.js";
import { type Base, type PathTools, resolveHops, resolvePath, sortKindOf } from "./path.js";
import type {
  AggregatePlan,
  GroupKeyPlan,
  GroupsPlan,
  MatchedEdgePlan,
  MeasurePlan,
  OperandPlan,
  PeriodColumn,
  RelationPlan,
  ScopePlan,
  SeriesPlan,
  ValuePlan,
} from "./plan.js";
import type { SelectedField } from "./selection.js";

type Args = Readonly<Record<string, unknown>>;

/** Where an aggregate stands. */
export interface AggregatePlace {
  readonly path: readonly string[];
  readonly scope: ScopePlan;
  readonly names: Names;
}

/** What planning an aggregate needs of the plan it is part of. */
export interface AggregateServices<At extends AggregatePlace> {
  fresh(): number;
  fieldsOf(type: string, field: SelectedField): readonly SelectedField[];
  argsOf(type: string, field: SelectedField): Args;
  /** Notes where arguments stand: the number of the site, and where operands are to be noted. */
  enter(
    kind: "scope" | "groups" | "series",
    type: string,
    field: SelectedField,
    at: At,
  ): { readonly n: number; readonly inside: At; readonly operands: OperandPlan[] };
}

/** Plans `aggregate` of a list, from the rows of the list. */
export function planAggregate<At extends AggregatePlace>(
  services: AggregateServices<At>,
  connection: string,
  selected: SelectedField,
  rows: Base,
  at: At,
): AggregatePlan {
  return new AggregatePlanner(services).aggregate(connection, selected, rows, at);
}

class AggregatePlanner<At extends AggregatePlace> {
  constructor(private readonly services: AggregateServices<At>) {}

  aggregate(connection: string, selected: SelectedField, rows: Base, at: At): AggregatePlan {
    const { over } = this.services.argsOf(connection, selected);
    const { n, inside } = this.services.enter("scope", connection, selected, at);
    const place = { node: selected.node, path: inside.path };
    const hops =
      typeof over === "string" ? atField(place, () => resolveHops(over, rows, this.tools(at))) : [];
    const last = hops.at(-1);
    const base: Base = last ? { kind: "edge", ...matchedEdge(last) } : rows;
    const fields = this.services.fieldsOf("Aggregate", selected);
    return {
      slot: selected.slot,
      n,
      hops,
      row: base.kind === "edge" ? [base.via, base.r, base.node] : [base.variable],
      // From nodes that are listed once, one relation leads to each edge once.
      repeats: hops.length > (rows.kind === "node" ? 1 : 0),
      node: base.kind === "edge" ? base.node : base.variable,
      measures: this.measures("Aggregate", fields, base, inside),
      groups: fields
        .filter(({ name }) => name === "groups")
        .map((field) => this.groups("Aggregate", field, base, inside)),
      series: fields.filter(({ name }) => name === "series").map((field) => this.series(field, base, inside)),
    };
  }

  private measures(
    type: string,
    fields: readonly SelectedField[],
    base: Base,
    at: At,
  ): readonly MeasurePlan[] {
    return fields.flatMap((field): readonly MeasurePlan[] => {
      const { name, slot } = field;
      if (name === "count" || name === "nodes")
        return [{ slot, kind: name, value: undefined, since: undefined }];
      if (name !== "min" && name !== "max" && name !== "avg") return [];
      const { inside } = this.services.enter("scope", type, field, at);
      const { of, since } = this.services.argsOf(type, field);
      return atField({ node: field.node, path: inside.path }, () => {
        const value = this.value(of, base, at);
        const earlier = since == null ? undefined : this.value(since, base, at);
        if (name === "avg") checkAverage(value, earlier, String(of), String(since));
        return [{ slot, kind: name, value, since: earlier }];
      });
    });
  }

  private groups(type: string, field: SelectedField, base: Base, at: At): GroupsPlan {
    const { n, inside, operands } = this.services.enter("groups", type, field, at);
    const place = { node: field.node, path: inside.path };
    const { by, having, orderBy } = this.services.argsOf(type, field);
    const fields = this.services.fieldsOf("Group", field);
    return {
      slot: field.slot,
      n,
      keys: asList(by).map((key, index) =>
        planKey(key, ["by", index], base, this.tools(at), operands, place),
      ),
      keysSlot: slotOf(fields, "keys"),
      measures: this.measures("Group", fields, base, inside),
      having: atField(place, () => this.having(having, operands)),
      order: (orderBy ?? "COUNT") as GroupOrder,
    };
  }

  private having(having: unknown, operands: OperandPlan[]): GroupsPlan["having"] {
    return Object.entries((having ?? {}) as Args).flatMap(([of, filter]) => {
      const given = Object.entries((filter ?? {}) as Args);
      if (!given.length) {
        throw new PactError(
          "BAD_INPUT",
          `having.${of} has no operand: give one, for example gte, or leave it out.`,
        );
      }
      return given.map(([operator, operand]) => {
        if (operator === "isNull" || operand === null) {
          throw new PactError(
            "BAD_INPUT",
            `having.${of}.${operator}: a number is never unset; give another operator.`,
          );
        }
        const parameter = `w${this.services.fresh()}`;
        operands.push({ parameter, path: ["having", of, operator], form: "plain" });
        return { of: of as "count" | "nodes", operator: operator as Operator, parameter };
      });
    });
  }

  private series(field: SelectedField, base: Base, at: At): SeriesPlan {
    const { n, inside } = this.services.enter("series", "Aggregate", field, at);
    const { of } = this.services.argsOf("Aggregate", field);
    const fields = this.services.fieldsOf("Period", field);
    const columns = fields.flatMap(({ name, slot }) =>
      isPeriodColumn(name) ? [{ slot, column: name }] : [],
    );
    const spell = of == null && base.kind === "edge" && base.field.edge.timed ? matchedEdge(base) : undefined;
    const { certain } = at.scope;
    return {
      slot: field.slot,
      n,
      date: spell
        ? validityOf(spell.r, certain)
        : atField({ node: field.node, path: inside.path }, () => this.dateBounds(of, base, at)),
      certain,
      spell,
      columns,
      measures: this.measures("Period", fields, base, inside),
      groups: fields
        .filter(({ name }) => name === "groups")
        .map((groups) => this.groups("Period", groups, base, inside)),
    };
  }

  private dateBounds(of: unknown, base: Base, at: At) {
    if (typeof of !== "string") {
      throw new PactError(
        "BAD_INPUT",
        'These rows have no time of their own: say with «of» which date counts, for example of: "date".',
      );
    }
    const value = this.value(of, base, at);
    if (value.kind === "column") return boundsOf(value.variable, value.property, of);
    throw new PactError("BAD_INPUT", `«${of}» is no date.`);
  }

  private value(path: unknown, base: Base, at: At): ValuePlan {
    const { hops, value } = resolvePath(String(path), base, this.tools(at));
    if (!hops.length) return value;
    throw new PactError(
      "BAD_INPUT",
      `«${String(path)}» can have several values: use it in «by», or reach its edges with «over».`,
    );
  }

  private tools({ scope }: AggregatePlace): PathTools {
    return { scope, fresh: () => this.services.fresh() };
  }
}

/** What rows are grouped by; an error names the field at `place`. */
export function planKey(
  key: Args,
  path: OperandPlan["path"],
  base: Base,
  tools: PathTools,
  operands: OperandPlan[],
  place: FieldPlace,
): GroupKeyPlan {
  const text = String(key.path);
  const languages = typeof key.lang === "string" ? `languagesw${tools.fresh()}` : undefined;
  if (languages) operands.push({ parameter: languages, path: [...path, "lang"], form: "languages" });
  return atField(place, () => {
    const { hops, value } = resolvePath(text, base, { ...tools, ...(languages ? { languages } : {}) });
    const kind = sortKindOf(value, text);
    if (key.bucket != null && kind !== "date") {
      throw new PactError("BAD_INPUT", `«${text}» is no date, so it has no ${String(key.bucket)}.`);
    }
    return { hops, value, bucket: key.bucket == null ? undefined : (key.bucket as Bucket) };
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
    `avg needs a number, or with «since» two dates, to give days; «${of}» is none.`,
  );
}

function asList(value: unknown): readonly Args[] {
  return Array.isArray(value) ? value : [];
}

function slotOf(fields: readonly SelectedField[], name: string): string {
  return fields.find((field) => field.name === name)?.slot ?? name;
}

function isPeriodColumn(name: string): name is PeriodColumn {
  return name === "period" || name === "from" || name === "to";
}

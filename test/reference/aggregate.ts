import { groupsOf } from "./groups.js";
import { type Args, Item } from "./item.js";
import { isMeasure, measureOf } from "./measure.js";
import { edgesAlong, type PathContext } from "./path.js";
import type { Reader } from "./reader.js";
import type { Scope } from "./scope.js";
import type { Seen } from "./seen.js";
import { type Period, periodsOf, rowsIn } from "./series.js";

/** The rows that an aggregate counts: those of a list, or the edges that relations lead to from them, each once. */
export function countedRows(context: PathContext, rows: readonly Seen[], over: unknown): readonly Seen[] {
  if (typeof over !== "string") return rows;
  const edges = rows.flatMap((row) => edgesAlong(context, row, over));
  return [...new Map(edges.map((edge) => [`${edge.via.id} ${edge.assertion.id}`, edge])).values()];
}

/** Numbers over rows. */
export class AggregateItem extends Item {
  constructor(
    reader: Reader,
    scope: Scope,
    protected readonly rows: readonly Seen[],
  ) {
    super(reader, scope);
  }

  field(name: string, args: Args): unknown {
    const { reader, rows, scope } = this;
    if (isMeasure(name)) return measureOf(this, rows, name, args);
    if (name === "groups") {
      return groupsOf(this, rows, args).map((group) => new GroupItem(reader, scope, group.rows, group.keys));
    }
    return periodsOf(args).map((period) => {
      return new PeriodItem(reader, scope, rowsIn(this, rows, period, args), period);
    });
  }
}

class GroupItem extends AggregateItem {
  constructor(
    reader: Reader,
    scope: Scope,
    rows: readonly Seen[],
    private readonly keys: readonly (string | null)[],
  ) {
    super(reader, scope, rows);
  }

  override field(name: string, args: Args): unknown {
    return name === "keys" ? this.keys : super.field(name, args);
  }
}

class PeriodItem extends AggregateItem {
  constructor(
    reader: Reader,
    scope: Scope,
    rows: readonly Seen[],
    private readonly period: Period,
  ) {
    super(reader, scope, rows);
  }

  override field(name: string, args: Args): unknown {
    const { period } = this;
    return name === "period" || name === "from" || name === "to" ? period[name] : super.field(name, args);
  }
}

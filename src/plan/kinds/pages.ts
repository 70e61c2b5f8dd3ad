import type { Bucket, GroupOrder } from "../../model/aggregation.js";
import type { Operator } from "../../model/operators.js";
import type { Parameter, Variable } from "../../statement/environment.js";
import type { DayBoundsPlan } from "./scope.js";
import type { MatchedEdgePlan, RelationPlan, ValuePlan } from "./values.js";

/** What a sort key is, so that a cursor can carry it. */
export type SortKind = "text" | "number" | "boolean" | "date" | "datetime";

/** One key of an order; unset values come last in either direction. */
export interface SortKeyPlan {
  readonly value: ValuePlan;
  readonly kind: SortKind;
  readonly descending: boolean;
}

/** One page of a list in a stable order. */
export interface PagePlan {
  /** Number of the site of its arguments. */
  readonly n: number;
  readonly backward: boolean;
  /** At most so many rows. */
  readonly limit: Parameter;
  /** The keys of the cursors between which the page lies; undefined where there is no cursor. */
  readonly after: readonly Parameter[] | undefined;
  readonly before: readonly Parameter[] | undefined;
  readonly wantsItems: boolean;
  readonly wantsTotal: boolean;
  readonly wantsPageInfo: boolean;
  /** The keys that were asked for; the ids that make the order total come after them. */
  readonly keys: readonly SortKeyPlan[];
  readonly aggregates: readonly AggregatePlan[];
}

/** A number or date computed over rows. */
export interface MeasurePlan {
  readonly slot: string;
  readonly kind: "count" | "nodes" | "min" | "max" | "avg";
  readonly value: ValuePlan | undefined;
  /** For averages: the earlier date from which days are counted. */
  readonly since: ValuePlan | undefined;
}

/** What rows are grouped by: a value, after hops over further relations. */
export interface GroupKeyPlan {
  readonly hops: readonly RelationPlan[];
  readonly value: ValuePlan;
  readonly bucket: Bucket | undefined;
}

/** A condition on the size of a group. */
export interface HavingPlan {
  readonly of: "count" | "nodes";
  readonly operator: Operator;
  readonly operand: Parameter;
}

/** Rows grouped by the values of keys. */
export interface GroupsPlan {
  readonly slot: string;
  readonly n: number;
  readonly limit: Parameter;
  readonly keys: readonly GroupKeyPlan[];
  readonly keysSlot: string;
  readonly measures: readonly MeasurePlan[];
  readonly having: readonly HavingPlan[];
  readonly order: GroupOrder;
}

export type PeriodColumn = "period" | "from" | "to";

/** Rows counted in each of the periods of a time. */
export interface SeriesPlan {
  readonly slot: string;
  readonly n: number;
  /** The list of the periods. */
  readonly periods: Parameter;
  /** The date that puts a row into a period; of a timed edge its validity. */
  readonly date: DayBoundsPlan;
  readonly certain: boolean;
  /** Given for the validity of an edge: for certain it ends with the life of what the edge joins. */
  readonly spell: MatchedEdgePlan | undefined;
  readonly columns: readonly { readonly slot: string; readonly column: PeriodColumn }[];
  readonly measures: readonly MeasurePlan[];
  readonly groups: readonly GroupsPlan[];
}

/** What is computed over all rows of a list, or over the edges that hops lead to from them. */
export interface AggregatePlan {
  readonly slot: string;
  readonly hops: readonly RelationPlan[];
  /** Variables that tell one row from another: each row counts once, however often a relation leads to it. */
  readonly row: readonly Variable[];
  /** True when the hops can lead to one edge in several ways. */
  readonly repeats: boolean;
  /** What `nodes` counts, each once. */
  readonly node: Variable;
  readonly measures: readonly MeasurePlan[];
  readonly groups: readonly GroupsPlan[];
  readonly series: readonly SeriesPlan[];
}

import type { Bucket, GroupOrder } from "../../model/aggregation.js";
import type { Operator } from "../../model/operators.js";
import type { Parameter, Variable } from "../../statement/environment.js";
import type { MatchedEdgePlan } from "./matched.js";
import type { DayBoundsPlan } from "./scope.js";
import type { RelationPlan, ValuePlan } from "./values.js";

/** The type of a sort key, for encoding it in cursors. */
export type SortKind = "text" | "number" | "boolean" | "date" | "datetime";

/** One sort key; unset values come last in either direction. */
export interface SortKeyPlan {
  readonly value: ValuePlan;
  readonly kind: SortKind;
  readonly descending: boolean;
}

/** One page of a list in a stable order. */
export interface PagePlan {
  /** The number of its argument site. */
  readonly n: number;
  readonly backward: boolean;
  /** Maximum number of rows. */
  readonly limit: Parameter;
  /** The sort keys of the cursors around the page; undefined without a cursor. */
  readonly after: readonly Parameter[] | undefined;
  readonly before: readonly Parameter[] | undefined;
  readonly wantsItems: boolean;
  readonly wantsTotal: boolean;
  readonly wantsCertain: boolean;
  readonly wantsPageInfo: boolean;
  /** True if the cursors of the rows are selected, or needed for those of the page. */
  readonly wantsCursors: boolean;
  /** The requested sort keys; ids follow them to make the order total. */
  readonly keys: readonly SortKeyPlan[];
  readonly aggregates: readonly AggregatePlan[];
}

/** An aggregate value over rows. */
export interface MeasurePlan {
  readonly slot: string;
  readonly kind: "count" | "nodes" | "min" | "max" | "avg" | "lag";
  readonly value: ValuePlan | undefined;
  /** For averages and lags: the earlier date, from which to count days. */
  readonly since: ValuePlan | undefined;
  /** For lags: what is selected of the numbers of days. */
  readonly statistics?: readonly { readonly slot: string; readonly column: Statistic }[];
}

/** What can be asked of the numbers of days of a lag. */
export type Statistic = "count" | "min" | "max" | "median" | "avg";

/** A grouping key: a value, possibly reached by following relations. */
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

/** The number of groups of rows. */
export interface GroupCountPlan {
  readonly slot: string;
  readonly keys: readonly GroupKeyPlan[];
  readonly having: readonly HavingPlan[];
}

/** Rows grouped by keys. */
export interface GroupsPlan extends GroupCountPlan {
  readonly n: number;
  readonly limit: Parameter;
  /** The number of groups to skip; undefined if there is no such argument. */
  readonly skip: Parameter | undefined;
  readonly keysSlot: string;
  readonly measures: readonly MeasurePlan[];
  readonly order: GroupOrder;
}

export type PeriodColumn = "period" | "from" | "to";

/** Rows counted per period. */
export interface SeriesPlan {
  readonly slot: string;
  readonly n: number;
  /** The list of the periods. */
  readonly periods: Parameter;
  /** The date that assigns a row to a period; for a timed edge, its validity. */
  readonly date: DayBoundsPlan;
  readonly certain: boolean;
  /** Set for the validity of an edge, which certainly ends with the life of its nodes. */
  readonly spell: MatchedEdgePlan | undefined;
  /** The edge of a row, if rows are edges. */
  readonly edge: MatchedEdgePlan | undefined;
  readonly wantsCertain: boolean;
  readonly wantsCovered: boolean;
  readonly columns: readonly { readonly slot: string; readonly column: PeriodColumn }[];
  readonly measures: readonly MeasurePlan[];
  readonly groups: readonly GroupsPlan[];
  readonly groupCounts: readonly GroupCountPlan[];
}

/** Aggregates over the rows of a list, or over edges reached from them. */
export interface AggregatePlan {
  readonly slot: string;
  readonly hops: readonly RelationPlan[];
  /** Variables that identify a row, so that each row counts once, however often it is reached. */
  readonly row: readonly Variable[];
  /** True if the hops can reach the same edge in several ways. */
  readonly repeats: boolean;
  /** The distinct nodes that `nodes` counts. */
  readonly node: Variable;
  readonly measures: readonly MeasurePlan[];
  readonly groups: readonly GroupsPlan[];
  readonly groupCounts: readonly GroupCountPlan[];
  readonly series: readonly SeriesPlan[];
}

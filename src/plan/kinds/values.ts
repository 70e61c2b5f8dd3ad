import type { Operator } from "../../model/operators.js";
import type { PropertyModel } from "../../model/property.js";
import type { DayParameters, Parameter, Variable } from "../../statement/environment.js";
import type { MatchedEdgePlan } from "./matched.js";
import type { DayBoundsPlan, EarlierPlan, ReportedPlan, ScopePlan } from "./scope.js";

/** The edges of a field at a matched node, matched with new variables. */
export interface RelationPlan extends MatchedEdgePlan {
  readonly scope: ScopePlan;
  readonly condition: ConditionPlan | undefined;
  /** True if the condition asks for the source: then the assertions of all sources in the scope match. */
  readonly ofAllSources?: boolean;
  /** If set, match only assertions of the same fact as this edge, with the same two ends. */
  readonly sameFactAs?: Variable;
}

/** The name of a node in the first available language, else its display name. */
export interface NameValuePlan {
  readonly languages: Parameter | undefined;
  readonly scope: ScopePlan;
  /** Set if a display name may have been another one at the instant of the scope. */
  readonly earlier?: EarlierPlan | undefined;
}

/** A stored property of a matched node or edge. */
export interface ColumnValuePlan {
  readonly kind: "column";
  readonly variable: Variable;
  readonly property: PropertyModel;
  /** For an edge: the edge with its ends. */
  readonly edge?: MatchedEdgePlan;
  /** For a node: set if the scope does not read the value that is stored with the node. */
  readonly reported?: ReportedPlan;
}

/** A single value of a matched node or edge. */
export type ValuePlan =
  | ColumnValuePlan
  | { readonly kind: "name"; readonly variable: Variable; readonly name: NameValuePlan }
  | { readonly kind: "type"; readonly variable: Variable }
  | { readonly kind: "count"; readonly relation: RelationPlan }
  /** The number of spells with at least this many days between them. */
  | { readonly kind: "spells"; readonly relation: RelationPlan; readonly minGap: Parameter | undefined }
  /** The earliest date of a parallel edge between the same two nodes. */
  | { readonly kind: "earliest"; readonly relation: RelationPlan; readonly property: PropertyModel };

/** Whether a treaty was in force on a day. */
export interface InForcePlan {
  readonly start: ColumnValuePlan;
  readonly end: ColumnValuePlan;
  readonly signed: ColumnValuePlan;
  readonly day: Parameter;
}

/** A comparison of a value with an operand. */
export type ComparePlan =
  | {
      readonly kind: "compare";
      readonly value: ValuePlan;
      readonly operator: Operator;
      readonly operand: Parameter;
    }
  /** Compares a date by its bounds, either possibly or certainly. */
  | {
      readonly kind: "compareDate";
      readonly date: DayBoundsPlan;
      readonly operator: Operator;
      readonly operand: DayParameters;
      readonly certain: boolean;
    }
  /** Tests whether a date lies in one of the spans of the parameter. */
  | {
      readonly kind: "dateIn";
      readonly date: DayBoundsPlan;
      readonly operand: Parameter;
      readonly certain: boolean;
    };

/** A condition on matched nodes and edges. Unset values make a comparison false, and its negation true. */
export type ConditionPlan =
  | { readonly kind: "and" | "or"; readonly parts: readonly ConditionPlan[] }
  | { readonly kind: "not"; readonly part: ConditionPlan }
  /** Matches nothing. The parameter is false, because a constant false makes the database fail on some queries. */
  | { readonly kind: "never"; readonly parameter: Parameter }
  | { readonly kind: "exists"; readonly relation: RelationPlan }
  | { readonly kind: "label"; readonly variable: Variable; readonly label: string }
  | { readonly kind: "same"; readonly variable: Variable; readonly as: Variable }
  | { readonly kind: "isNull"; readonly value: ValuePlan }
  | { readonly kind: "known"; readonly value: ColumnValuePlan; readonly is: "SET" | "NONE" | "UNKNOWN" }
  | { readonly kind: "inForce"; readonly plan: InForcePlan; readonly states: Parameter }
  | ComparePlan
  | {
      readonly kind: "within";
      readonly date: DayBoundsPlan;
      readonly of: DayBoundsPlan;
      /** Maximum number of days after and before the date. */
      readonly days: Parameter;
      readonly before: Parameter;
      readonly certain: boolean;
    };

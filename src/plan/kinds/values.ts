import type { Operator } from "../../model/operators.js";
import type { PropertyModel } from "../../model/property.js";
import type { EdgeField } from "../../model/registry.js";
import type { DayParameters, Parameter, Variable } from "../../statement/environment.js";
import type { DayBoundsPlan, ScopePlan } from "./scope.js";

/** An edge that is matched, with the node at this end (`via`) and the one at the other end (`node`). */
export interface MatchedEdgePlan {
  readonly field: EdgeField;
  readonly r: Variable;
  readonly via: Variable;
  readonly node: Variable;
}

/** Nodes that are matched: a variable, and the types they can have. */
export interface MatchedNodePlan {
  readonly variable: Variable;
  readonly labels: readonly string[];
}

/** The edges of a kind at a matched node, one of which is matched anew. */
export interface RelationPlan extends MatchedEdgePlan {
  readonly scope: ScopePlan;
  readonly condition: ConditionPlan | undefined;
  /** An edge: only assertions of the same fact are meant, which have the same two ends. */
  readonly sameFactAs?: Variable;
}

/** The name of a node, in the first of the languages that has one, else its display name. */
export interface NameValuePlan {
  readonly languages: Parameter | undefined;
  readonly scope: ScopePlan;
}

/** A single value of something matched. */
export type ValuePlan =
  | { readonly kind: "column"; readonly variable: Variable; readonly property: PropertyModel }
  | { readonly kind: "name"; readonly variable: Variable; readonly name: NameValuePlan }
  | { readonly kind: "type"; readonly variable: Variable }
  | { readonly kind: "count"; readonly relation: RelationPlan }
  /** The earliest date that a parallel edge between the same two nodes gives. */
  | { readonly kind: "earliest"; readonly relation: RelationPlan; readonly property: PropertyModel };

/** A comparison of a value with an operand. */
export type ComparePlan =
  | {
      readonly kind: "compare";
      readonly value: ValuePlan;
      readonly operator: Operator;
      readonly operand: Parameter;
    }
  /** A date by its bounds: whether it can be so, or for certain is so. */
  | {
      readonly kind: "compareDate";
      readonly date: DayBoundsPlan;
      readonly operator: Operator;
      readonly operand: DayParameters;
      readonly certain: boolean;
    }
  /** Whether a date lies in one of the spans of the parameter. */
  | {
      readonly kind: "dateIn";
      readonly date: DayBoundsPlan;
      readonly operand: Parameter;
      readonly certain: boolean;
    };

/** A condition on what is matched. Unset values make a comparison false, and its negation true. */
export type ConditionPlan =
  | { readonly kind: "and" | "or"; readonly parts: readonly ConditionPlan[] }
  | { readonly kind: "not"; readonly part: ConditionPlan }
  /** Holds of nothing; the parameter is false. The database fails on some queries in which it can see that. */
  | { readonly kind: "never"; readonly parameter: Parameter }
  | { readonly kind: "exists"; readonly relation: RelationPlan }
  | { readonly kind: "label"; readonly variable: Variable; readonly label: string }
  | { readonly kind: "same"; readonly variable: Variable; readonly as: Variable }
  | { readonly kind: "isNull"; readonly value: ValuePlan }
  | ComparePlan
  | {
      readonly kind: "within";
      readonly date: DayBoundsPlan;
      readonly of: DayBoundsPlan;
      /** At most so many days after it, and before it. */
      readonly days: Parameter;
      readonly before: Parameter;
      readonly certain: boolean;
    };

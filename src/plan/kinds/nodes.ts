import type { ValueKind } from "../../model/property.js";
import type { EdgeField } from "../../model/registry.js";
import type { Parameter, Variable } from "../../statement/environment.js";
import type { PagePlan } from "./pages.js";
import type { ScopePlan } from "./scope.js";
import type { ConditionPlan, MatchedEdgePlan, NameValuePlan } from "./values.js";

/** A stored property, read under a slot. */
export interface PropertyPlan {
  readonly kind: "property";
  readonly slot: string;
  readonly column: string;
  readonly valueKind: ValueKind;
}

/** The name of a node, read under a slot. */
export interface NamePlan extends NameValuePlan {
  readonly kind: "name";
  readonly slot: string;
}

/** The source of an edge. */
export interface SourcePlan {
  readonly kind: "source";
  readonly slot: string;
  readonly variable: Variable;
  readonly node: NodePlan;
}

/** All assertions of the fact of an edge. */
export interface AssertionsPlan {
  readonly kind: "assertions";
  readonly slot: string;
  readonly edge: MatchedEdgePlan;
  readonly includeRetracted: boolean;
  readonly scope: ScopePlan;
  readonly fields: EdgePlan;
}

/** What is read of an edge and its ends. */
export interface EdgePlan {
  readonly fields: readonly EdgeFieldPlan[];
  readonly node: NodePlan | undefined;
  readonly via: NodePlan | undefined;
  /** The state of which it is asserted, where the one at the other end has it by succession. */
  readonly predecessor: { readonly slot: string; readonly node: NodePlan } | undefined;
}

/** Succession: states are followed to their predecessors by the views that the parameter lists. */
export interface SuccessionPlan {
  /** At which end of the edge. */
  readonly side: "via" | "node";
  readonly kinds: Parameter;
  /** The state of which an edge is asserted; the one that has it by succession is the end of the connection. */
  readonly earlier: Variable;
}

/** A list of edges of a node. */
export interface ConnectionPlan {
  readonly kind: "connection";
  readonly slot: string;
  readonly field: EdgeField;
  readonly matched: MatchedEdgePlan;
  readonly scope: ScopePlan;
  readonly page: PagePlan;
  readonly condition: ConditionPlan | undefined;
  readonly edge: EdgePlan;
  readonly includeParts: boolean;
  readonly succession: SuccessionPlan | undefined;
}

/** What is read of an edge that can be of several types. */
export interface GraphEdgePlan {
  readonly types: readonly string[];
  readonly r: Variable;
  readonly from: Variable;
  readonly to: Variable;
  readonly fields: readonly PropertyPlan[];
  readonly source: SourcePlan | undefined;
  /** Slots of its own properties and of its type. */
  readonly values: string | undefined;
  readonly edgeType: string | undefined;
  readonly fromNode: NodePlan | undefined;
  readonly toNode: NodePlan | undefined;
}

/** Everything that a source asserts, of several edge types. */
export interface AssertedPlan {
  readonly kind: "asserted";
  readonly slot: string;
  readonly page: PagePlan;
  readonly scope: ScopePlan;
  readonly edge: GraphEdgePlan;
}

export type EdgeFieldPlan = PropertyPlan | SourcePlan | AssertionsPlan;
export type NodeFieldPlan = PropertyPlan | NamePlan | ConnectionPlan | AssertedPlan;

/** What is read of a node: one variant for each set of types that are asked for the same fields. */
export interface NodePlan {
  readonly polymorphic: boolean;
  readonly variants: readonly {
    readonly labels: readonly string[];
    readonly fields: readonly NodeFieldPlan[];
  }[];
}

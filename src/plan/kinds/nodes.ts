import type { ValueKind } from "../../model/property.js";
import type { EdgeField } from "../../model/registry.js";
import type { Parameter, Variable } from "../../statement/environment.js";
import type { MatchedEdgePlan } from "./matched.js";
import type { PagePlan } from "./pages.js";
import type { EarlierPlan, ReportedPlan, ScopePlan } from "./scope.js";
import type { ConditionPlan, InForcePlan, NameValuePlan } from "./values.js";

/** A stored property to read into a slot. */
export interface PropertyPlan {
  readonly kind: "property";
  readonly slot: string;
  readonly column: string;
  readonly valueKind: ValueKind;
  /** True for the first or last possible day of a date. An open side has none. */
  readonly isBound: boolean;
  /** For a node: set if the scope does not read the value that is stored with the node. */
  readonly reported?: ReportedPlan;
}

/** The name of a node to read into a slot. */
export interface NamePlan extends NameValuePlan {
  readonly kind: "name";
  readonly slot: string;
}

/** The codes of a node in some schemes to read into a slot. */
export interface CodesPlan {
  readonly kind: "codes";
  readonly slot: string;
  readonly schemes: Parameter;
  readonly scope: ScopePlan;
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

/** The values to read from an edge and its ends. */
export interface EdgePlan {
  readonly fields: readonly EdgeFieldPlan[];
  readonly node: NodePlan | undefined;
  readonly via: NodePlan | undefined;
  /** The state for which the edge is asserted, if the state at the other end has it by succession. */
  readonly predecessor: { readonly slot: string; readonly node: NodePlan } | undefined;
}

/** Succession: follows states to their predecessors, by the views in the parameter. */
export interface SuccessionPlan {
  /** The end of the edge at which to follow succession. */
  readonly side: "via" | "node";
  readonly kinds: Parameter;
  /** The state for which an edge is asserted; the state that has it by succession is the end of the connection. */
  readonly earlier: Variable;
}

/** What is recorded of a relation of a node. */
export interface CoveragePlan {
  readonly field: EdgeField;
  readonly scope: ScopePlan;
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
  /** True if the condition asks for the source: then the list has the assertions of all sources in the scope. */
  readonly ofAllSources: boolean;
  /** Whether the coverage is selected, and whether an empty list must say that nothing is recorded. */
  readonly wantsCoverage: boolean;
  readonly tellsBlank: boolean;
  readonly edge: EdgePlan;
  readonly includeParts: boolean;
  readonly succession: SuccessionPlan | undefined;
}

/** The values to read from an edge of any of several types. */
export interface GraphEdgePlan {
  readonly types: readonly string[];
  readonly r: Variable;
  readonly from: Variable;
  readonly to: Variable;
  readonly fields: readonly PropertyPlan[];
  readonly source: SourcePlan | undefined;
  /** Slots for its own properties and its type. */
  readonly values: string | undefined;
  readonly edgeType: string | undefined;
  readonly fromNode: NodePlan | undefined;
  readonly toNode: NodePlan | undefined;
}

/** All assertions of a source, of several edge types. */
export interface AssertedPlan {
  readonly kind: "asserted";
  readonly slot: string;
  readonly page: PagePlan;
  readonly scope: ScopePlan;
  readonly condition: ConditionPlan | undefined;
  readonly edge: GraphEdgePlan;
  readonly subject: SubjectPlan | undefined;
}

/** The node that an edge of any type says something about. */
export interface SubjectPlan {
  readonly variable: Variable;
  readonly node: NodePlan;
}

/** Whether an edge certainly or possibly holds at the time of the scope. */
export interface HoldsPlan {
  readonly kind: "holds";
  readonly slot: string;
  readonly scope: ScopePlan;
}

/** What explains an edge or a property: the claims of all sources, matched with new variables. */
export interface WhyPlan {
  readonly slot: string;
  readonly scope: ScopePlan;
  readonly claim: Variable;
  readonly source: Variable;
  /** Set if the priority of a source may have been another one at the instant of the scope. */
  readonly earlier: EarlierPlan | undefined;
}

/** Why an edge is read as it is. */
export interface WhyEdgePlan extends WhyPlan {
  readonly kind: "why";
}

/** Why a property of a node has its value. */
export interface WhyPropertyPlan extends WhyPlan {
  readonly kind: "why";
  readonly property: string;
}

export type EdgeFieldPlan = PropertyPlan | SourcePlan | AssertionsPlan | HoldsPlan | WhyEdgePlan;
/** Whether a treaty was in force on a day. */
export interface InForceFieldPlan {
  readonly kind: "inForce";
  readonly slot: string;
  readonly plan: InForcePlan;
}

export type NodeFieldPlan =
  | PropertyPlan
  | NamePlan
  | CodesPlan
  | ConnectionPlan
  | AssertedPlan
  | InForceFieldPlan
  | WhyPropertyPlan;

/** The values to read from a node: one variant per group of types with the same selected fields. */
export interface NodePlan {
  readonly polymorphic: boolean;
  readonly variants: readonly {
    readonly labels: readonly string[];
    readonly fields: readonly NodeFieldPlan[];
  }[];
}

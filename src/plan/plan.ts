import type { FieldNode, GraphQLField } from "graphql";
import type { Bucket, GroupOrder } from "../model/aggregation.js";
import type { Operator } from "../model/operators.js";
import type { PropertyModel, ValueKind } from "../model/property.js";
import type { EdgeField } from "../model/registry.js";

/** Names of the parameters that say which assertions are read; a name that is absent sets no condition. */
export interface ScopePlan {
  readonly asOf?: string;
  readonly during?: { readonly min: string; readonly max: string };
  /** A date elsewhere in the pattern on which an edge must hold. */
  readonly on?: DayBoundsPlan;
  readonly certain: boolean;
  readonly sources?: string;
  readonly asKnownAt?: string;
  /** The instant of an import that is under way: what is recorded then is not read. */
  readonly before?: string;
}

/** A stored property of something matched. */
export interface ColumnPlan {
  readonly variable: string;
  readonly column: string;
}

/** The first and last day of a date of the pattern, or of a spell. */
export interface DayBoundsPlan {
  readonly min: ColumnPlan;
  readonly max: ColumnPlan;
  /** True for a spell: what lies within it, rather than near it, is meant. */
  readonly spell: boolean;
}

/** An edge that is matched, with its two ends. */
export interface MatchedEdgePlan {
  readonly field: EdgeField;
  readonly r: string;
  readonly via: string;
  readonly node: string;
}

/** The edges of a kind at a matched node, one of which is matched anew. */
export interface RelationPlan extends MatchedEdgePlan {
  readonly scope: ScopePlan;
  readonly condition: ConditionPlan | undefined;
  /** Variable of an edge: only assertions of the same fact are meant, which have the same two ends. */
  readonly sameFactAs?: string;
}

/** A single value of something matched. */
export type ValuePlan =
  | { readonly kind: "column"; readonly variable: string; readonly property: PropertyModel }
  | { readonly kind: "name"; readonly variable: string; readonly name: NamePlan }
  | { readonly kind: "type"; readonly variable: string }
  | { readonly kind: "count"; readonly relation: RelationPlan }
  /** The earliest date that a parallel edge between the same two nodes gives. */
  | { readonly kind: "earliest"; readonly relation: RelationPlan; readonly property: PropertyModel };

/** A condition on what is matched. Unset values make a comparison false, and its negation true. */
export type ConditionPlan =
  | { readonly kind: "and" | "or"; readonly parts: readonly ConditionPlan[] }
  | { readonly kind: "not"; readonly part: ConditionPlan }
  /** Holds of nothing; the parameter is false. The database fails on some queries in which it can see that. */
  | { readonly kind: "never"; readonly parameter: string }
  | { readonly kind: "exists"; readonly relation: RelationPlan }
  | { readonly kind: "label"; readonly variable: string; readonly label: string }
  | { readonly kind: "same"; readonly variable: string; readonly as: string }
  | { readonly kind: "isNull"; readonly value: ValuePlan }
  | {
      readonly kind: "compare";
      readonly value: ValuePlan;
      readonly operator: Operator;
      readonly parameter: string;
      readonly certain: boolean;
    }
  | {
      readonly kind: "within";
      readonly date: DayBoundsPlan;
      readonly of: DayBoundsPlan;
      /** Parameters: at most so many days after it and before it. */
      readonly days: string;
      readonly before: string;
      readonly certain: boolean;
    };

/** What a sort key is, so that a cursor can carry it. */
export type SortKind = "text" | "number" | "boolean" | "date" | "datetime";

/** One key of an order; unset values come last in either direction. */
export interface SortKeyPlan {
  readonly value: ValuePlan;
  readonly kind: SortKind;
  readonly descending: boolean;
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

/** Rows grouped by the values of keys. */
export interface GroupsPlan {
  readonly slot: string;
  readonly n: number;
  readonly keys: readonly GroupKeyPlan[];
  readonly keysSlot: string;
  readonly measures: readonly MeasurePlan[];
  readonly having: readonly {
    readonly of: "count" | "nodes";
    readonly operator: Operator;
    readonly parameter: string;
  }[];
  readonly order: GroupOrder;
}

export type PeriodColumn = "period" | "from" | "to";

/** Rows counted in each of the periods of a time. */
export interface SeriesPlan {
  readonly slot: string;
  readonly n: number;
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
  readonly n: number;
  readonly hops: readonly RelationPlan[];
  /** Variables that tell one row from another: each row counts once, however often a relation leads to it. */
  readonly row: readonly string[];
  /** True when the hops can lead to one edge in several ways. */
  readonly repeats: boolean;
  /** Variable of what «nodes» counts each of once. */
  readonly node: string;
  readonly measures: readonly MeasurePlan[];
  readonly groups: readonly GroupsPlan[];
  readonly series: readonly SeriesPlan[];
}

/** One page of a list in a stable order. */
export interface PagePlan {
  /** Number of the list in its operation: it names variables and parameters. */
  readonly n: number;
  readonly backward: boolean;
  readonly after: boolean;
  readonly before: boolean;
  readonly wantsItems: boolean;
  readonly wantsTotal: boolean;
  readonly wantsPageInfo: boolean;
  /** The keys that were asked for; the ids that make the order total come after them. */
  readonly keys: readonly SortKeyPlan[];
  readonly aggregates: readonly AggregatePlan[];
}

/** A stored property, read under a slot. */
export interface PropertyPlan {
  readonly kind: "property";
  readonly slot: string;
  readonly column: string;
  readonly valueKind: ValueKind;
}

/** The name of a node, in the languages that the parameter lists, else its display name. */
export interface NamePlan {
  readonly kind: "name";
  readonly slot: string;
  readonly n: number;
  readonly languages: string | undefined;
  readonly scope: ScopePlan;
}

/** The source of an edge. */
export interface SourcePlan {
  readonly kind: "source";
  readonly slot: string;
  readonly n: number;
  readonly node: NodePlan;
}

/** All assertions of the fact of an edge. */
export interface AssertionsPlan {
  readonly kind: "assertions";
  readonly slot: string;
  readonly n: number;
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

/** A list of edges of a node. */
export interface ConnectionPlan {
  readonly kind: "connection";
  readonly slot: string;
  readonly field: EdgeField;
  readonly scope: ScopePlan;
  readonly page: PagePlan;
  readonly condition: ConditionPlan | undefined;
  readonly edge: EdgePlan;
  readonly includeParts: boolean;
  /** At which end states are followed to their predecessors, and the parameter with the views of succession. */
  readonly succession: { readonly side: "via" | "node"; readonly kinds: string } | undefined;
}

/** What is read of an edge that can be of several types. */
export interface GraphEdgePlan {
  readonly types: readonly string[];
  readonly variables: { readonly r: string; readonly from: string; readonly to: string };
  readonly fields: readonly PropertyPlan[];
  readonly source: SourcePlan | undefined;
  /** Slots of its own properties and of its type. */
  readonly values: string | undefined;
  readonly edgeType: string | undefined;
  readonly from: NodePlan | undefined;
  readonly to: NodePlan | undefined;
}

/** Everything that a source asserts, of all edge types. */
export interface AssertedPlan {
  readonly kind: "asserted";
  readonly slot: string;
  readonly page: PagePlan;
  readonly scope: ScopePlan;
  readonly edge: GraphEdgePlan;
}

/** An edge type that may be followed, and in which direction. */
export interface ViaPlan {
  readonly type: string;
  readonly direction: "OUT" | "IN" | "BOTH";
}

/** Routes between two nodes. */
export interface PathPlan {
  readonly kind: "path";
  readonly n: number;
  readonly via: readonly ViaPlan[];
  readonly maxHops: number;
  /** All simple routes, not only the shortest. */
  readonly all: boolean;
  readonly scope: ScopePlan;
  /** On the nodes between the two, under the variable `z`. */
  readonly condition: ConditionPlan | undefined;
  readonly length: string | undefined;
  readonly nodes: NodePlan | undefined;
  readonly edges: GraphEdgePlan | undefined;
}

/** What lies around some nodes. */
export interface NeighbourhoodPlan {
  readonly kind: "neighbourhood";
  readonly n: number;
  readonly via: readonly ViaPlan[];
  readonly hops: number;
  readonly scope: ScopePlan;
  /** On the nodes found, under the variable `y`. */
  readonly condition: ConditionPlan | undefined;
  readonly columns: readonly { readonly slot: string; readonly column: "nodesLeftOut" | "edgesLeftOut" }[];
  readonly wantsNodes: boolean;
  readonly distance: string | undefined;
  readonly node: NodePlan | undefined;
  readonly edges: GraphEdgePlan | undefined;
}

/** Events that concern some nodes, in the order of their dates. */
export interface TimelinePlan {
  readonly kind: "timeline";
  readonly page: PagePlan;
  readonly types: readonly string[];
  readonly scope: ScopePlan;
  /** True when only events in the time of the parameter `within` are wanted. */
  readonly within: boolean;
  readonly columns: readonly { readonly slot: string; readonly column: "date" | "from" | "to" | "what" }[];
  readonly node: NodePlan | undefined;
  readonly edge: GraphEdgePlan | undefined;
  readonly respondsTo: { readonly slot: string; readonly node: NodePlan } | undefined;
}

export type NodeMeasure = "degree" | "strength" | "betweenness" | "eigenvector" | "community" | "component";

/** How actors are tied to each other by what they share. */
export interface NetworkPlan {
  readonly kind: "network";
  readonly n: number;
  /** The edge from an actor to what is shared, under the variables `a`/`b`, `r1`/`r2` and `m`. */
  readonly field: EdgeField;
  readonly scope: ScopePlan;
  /** The scope in which two actors must not be tied, if one was asked for. */
  readonly without: ScopePlan | undefined;
  readonly ofOne: ConditionPlan | undefined;
  readonly ofOther: ConditionPlan | undefined;
  readonly ofShared: ConditionPlan | undefined;
  /** True when only ties of the nodes in the parameter `with` are wanted. */
  readonly ego: boolean;
  readonly minWeight: boolean;
  readonly key: GroupKeyPlan | undefined;
  readonly slots: NetworkSlots;
  readonly node: NodePlan | undefined;
}

/** Slots of what is selected of a network, of its nodes and of its links. */
export interface NetworkSlots {
  readonly measures: readonly { readonly slot: string; readonly measure: NodeMeasure }[];
  readonly wantsNodes: boolean;
  readonly wantsGroups: boolean;
  readonly wantsSources: boolean;
}

/** Facts on which sources differ. */
export interface ConflictsPlan {
  readonly kind: "conflicts";
  readonly page: PagePlan;
  readonly scope: ScopePlan;
  readonly types: readonly string[];
  readonly about: boolean;
  readonly sources: boolean;
  readonly columns: readonly { readonly slot: string; readonly column: "type" | "differences" }[];
  readonly from: NodePlan | undefined;
  readonly to: NodePlan | undefined;
  readonly edge: GraphEdgePlan | undefined;
}

/** What was recorded or retracted in a time. */
export interface ChangesPlan {
  readonly kind: "changes";
  readonly page: PagePlan;
  readonly scope: ScopePlan;
  readonly types: readonly string[];
  readonly until: boolean;
  readonly about: boolean;
  readonly sources: boolean;
  readonly columns: readonly { readonly slot: string; readonly column: "at" | "kind" }[];
  readonly edge: GraphEdgePlan | undefined;
}

/** What is read of a search hit beside its node: slot → column of cypher/read/search.cypher. */
export interface HitPlan {
  readonly node: NodePlan | undefined;
  readonly columns: readonly { readonly slot: string; readonly column: "matched" | "match" }[];
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

export type RootPlan =
  | {
      readonly kind: "nodeById";
      readonly label: string;
      readonly n: number;
      readonly scope: ScopePlan;
      readonly node: NodePlan;
    }
  | {
      readonly kind: "nodeByCode";
      readonly label: string;
      readonly n: number;
      readonly withScheme: boolean;
      readonly scope: ScopePlan;
      readonly node: NodePlan;
    }
  | { readonly kind: "nodesByIds"; readonly n: number; readonly scope: ScopePlan; readonly node: NodePlan }
  | {
      readonly kind: "list";
      readonly label: string;
      readonly page: PagePlan;
      readonly scope: ScopePlan;
      readonly condition: ConditionPlan | undefined;
      readonly node: NodePlan | undefined;
    }
  | {
      readonly kind: "search";
      readonly page: PagePlan;
      readonly scope: ScopePlan;
      readonly hit: HitPlan;
      /** Slot of the counts by type. */
      readonly facets: string | undefined;
    }
  | PathPlan
  | NeighbourhoodPlan
  | TimelinePlan
  | ConflictsPlan
  | ChangesPlan
  | NetworkPlan;

/** In what form an operand reaches the database. */
export type OperandForm =
  | "plain"
  | "pattern"
  | "day"
  | "days"
  | "manyDays"
  | "instant"
  | "never"
  | "languages";

/** An operand somewhere inside the arguments of a field, and the parameter it becomes. */
export interface OperandPlan {
  readonly parameter: string;
  readonly path: readonly (string | number)[];
  readonly form: OperandForm;
  /** What it is where it is not given. */
  readonly otherwise?: number;
}

/** How the arguments of one field become parameters when an operation of this shape is run. */
export interface ArgumentSite {
  readonly kind:
    | "scope"
    | "page"
    | "search"
    | "node"
    | "ids"
    | "name"
    | "groups"
    | "series"
    | "path"
    | "neighbourhood"
    | "network";
  readonly n: number;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Response keys from the root: where an error of an argument is shown. */
  readonly path: readonly string[];
  /** For pages: what the cursor of the list belongs to, and what sort keys it holds. */
  readonly list: string;
  readonly keys: readonly SortKind[];
  readonly operands: readonly OperandPlan[];
  /** Numbers of the sites whose scope holds here, nearest last. */
  readonly scopes: readonly number[];
  /** Number of the page that this one stands in. */
  readonly within: number | undefined;
}

/** The plan of one root field. */
export interface FieldPlan {
  readonly root: RootPlan;
  readonly sites: readonly ArgumentSite[];
}

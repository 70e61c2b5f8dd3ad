import type { FieldNode, GraphQLField } from "graphql";
import type { ValueKind } from "../model/property.js";
import type { EdgeField } from "../model/registry.js";

/** Names of the parameters that say which assertions are read; a name that is absent sets no condition. */
export interface ScopePlan {
  readonly asOf?: string;
  readonly during?: { readonly min: string; readonly max: string };
  readonly certain: boolean;
  readonly sources?: string;
  readonly asKnownAt?: string;
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
  readonly fields: EdgePlan;
}

/** What is read of an edge and its ends. */
export interface EdgePlan {
  readonly fields: readonly EdgeFieldPlan[];
  readonly node: NodePlan | undefined;
  readonly via: NodePlan | undefined;
}

/** A list of edges of a node. */
export interface ConnectionPlan {
  readonly kind: "connection";
  readonly slot: string;
  readonly field: EdgeField;
  readonly scope: ScopePlan;
  readonly page: PagePlan;
  readonly edge: EdgePlan;
  readonly includeParts: boolean;
}

/** Whether a node has an edge of a kind. */
export interface ConditionPlan {
  readonly field: EdgeField;
  readonly exists: boolean;
}

/** Everything that a source asserts, of all edge types. */
export interface AssertedPlan {
  readonly kind: "asserted";
  readonly slot: string;
  readonly page: PagePlan;
  readonly types: readonly string[];
  readonly fields: readonly PropertyPlan[];
  readonly values: string | undefined;
  readonly edgeType: string | undefined;
  readonly from: NodePlan | undefined;
  readonly to: NodePlan | undefined;
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
  | { readonly kind: "nodeById"; readonly label: string; readonly n: number; readonly node: NodePlan }
  | {
      readonly kind: "nodeByCode";
      readonly label: string;
      readonly n: number;
      readonly withScheme: boolean;
      readonly scope: ScopePlan;
      readonly node: NodePlan;
    }
  | { readonly kind: "nodesByIds"; readonly n: number; readonly node: NodePlan }
  | {
      readonly kind: "list";
      readonly label: string;
      readonly page: PagePlan;
      readonly scope: ScopePlan;
      readonly conditions: readonly ConditionPlan[];
      readonly node: NodePlan | undefined;
    }
  | { readonly kind: "search"; readonly page: PagePlan; readonly hit: HitPlan };

/** How the arguments of one field become parameters when an operation of this shape is run. */
export interface ArgumentSite {
  readonly kind: "scope" | "page" | "search" | "node" | "ids" | "name";
  readonly n: number;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Response keys from the root: where a fault of an argument is shown. */
  readonly path: readonly string[];
  /** For pages: what the cursor of the list belongs to, and how many sort keys it holds. */
  readonly list: string;
  readonly keyCount: number;
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

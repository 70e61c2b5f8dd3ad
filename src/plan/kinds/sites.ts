import type { FieldNode, GraphQLField } from "graphql";
import type { Parameter } from "../../statement/environment.js";
import type { SortKind } from "./pages.js";

/** The values of the arguments of a field. */
export type Args = Readonly<Record<string, unknown>>;

/** Where a value stands inside the arguments of a field: `where`, `and`, 0, `region`, `eq`. */
export type ArgumentPath = readonly (string | number)[];

/** A parameter, and how its value is read from the arguments of a field. */
export interface Binding {
  readonly parameter: Parameter;
  readonly read: (args: Args) => unknown;
  /** For messages. */
  readonly path: ArgumentPath;
}

/** The arguments of a list with cursors. */
export interface CursorSite {
  /** What the cursors of the list belong to, and what sort keys they hold. */
  readonly list: string;
  readonly keys: readonly SortKind[];
  readonly limit: Parameter;
  readonly after: readonly Parameter[] | undefined;
  readonly before: readonly Parameter[] | undefined;
}

/** The arguments of a list without cursors. */
export interface LimitSite {
  /** How many rows are wanted. */
  readonly size: (args: Args) => number;
  /** Gets one row more than is wanted, which tells that the list goes on; absent where the limit is applied later. */
  readonly limit?: Parameter;
}

/** A field with arguments, and how they become parameters when an operation of this shape is run. */
export interface ArgumentSite {
  readonly n: number;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Response keys from the root: where an error of an argument is shown. */
  readonly path: readonly string[];
  readonly bindings: readonly Binding[];
  /** A rule on several arguments together; throws BAD_INPUT. */
  readonly check?: (args: Args) => void;
  readonly cursors?: CursorSite;
  readonly limited?: LimitSite;
  /** Gets the periods of a series. */
  readonly periods?: Parameter;
  /** Numbers of the sites whose scope holds here, nearest last. */
  readonly scopes: readonly number[];
}

/** The arguments of a planned root field. */
export interface SitesPlan {
  readonly sites: readonly ArgumentSite[];
  /** Gets the instant of an import that is under way; undefined where the plan is for a time without one. */
  readonly importing: Parameter | undefined;
}

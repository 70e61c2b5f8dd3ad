import type { FieldNode, GraphQLField } from "graphql";
import type { Parameter } from "../../statement/environment.js";
import type { SortKind } from "./pages.js";

/** The values of the arguments of a field. */
export type Args = Readonly<Record<string, unknown>>;

/** The path of a value in the arguments of a field: `where`, `and`, 0, `region`, `eq`. */
export type ArgumentPath = readonly (string | number)[];

/** A parameter, and how to read its value from the arguments of a field. */
export interface Binding {
  readonly parameter: Parameter;
  readonly read: (args: Args) => unknown;
  /** For error messages. */
  readonly path: ArgumentPath;
}

/** The arguments of a list with cursors. */
export interface CursorSite {
  /** Identifies the list and its sort keys in cursors. */
  readonly list: string;
  readonly keys: readonly SortKind[];
  readonly limit: Parameter;
  readonly after: readonly Parameter[] | undefined;
  readonly before: readonly Parameter[] | undefined;
}

/** The arguments of a list without cursors. */
export interface LimitSite {
  /** The requested number of rows. */
  readonly size: (args: Args) => number;
  /** One more than the requested rows, to detect further rows; undefined if the limit is applied later. */
  readonly limit?: Parameter;
  /** The requested number of rows to skip before them, and its parameter. */
  readonly offset?: (args: Args) => number;
  readonly skip?: Parameter | undefined;
}

/** A field with arguments, and how they become parameters when an operation of this shape runs. */
export interface ArgumentSite {
  readonly n: number;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Response path of the field, for reporting argument errors. */
  readonly path: readonly string[];
  readonly bindings: readonly Binding[];
  /** Validates the combination of several arguments; throws BAD_INPUT. */
  readonly check?: (args: Args) => void;
  readonly cursors?: CursorSite;
  readonly limited?: LimitSite;
  /** Receives the periods of a series. */
  readonly periods?: Parameter;
  /** Numbers of the sites whose scope applies here, nearest last. */
  readonly scopes: readonly number[];
}

/** The arguments of a planned root field. */
export interface SitesPlan {
  readonly sites: readonly ArgumentSite[];
  /** Receives the instant of an import in progress; undefined if the plan is for a time without one. */
  readonly importing: Parameter | undefined;
}

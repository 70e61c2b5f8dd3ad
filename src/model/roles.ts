/**
 * - names: from a node to its names. reports: from a source to a node, with the value of one property.
 *   Both are derived from the rows of nodes.
 * - hierarchy: from a part to its whole, at any depth.
 * - relations: succession, amendment and response.
 * - concerns: from a text to its subjects.
 * - coverage: from a source to a node of which it lists a relation completely.
 * - offices: from a person to where an office was held.
 */
export type EdgeRole = "names" | "reports" | "hierarchy" | "relations" | "concerns" | "coverage" | "offices";

/** How a network links actors through the nodes that they share. */
export interface TieModel {
  /** Code of the projection in the API. */
  readonly projection: string;
  readonly description: string;
  /** Only edges with one of these values link actors. */
  readonly only?: { readonly property: string; readonly values: readonly string[] };
  /** The weight is the share of equal values of this property. Default: the number of shared nodes. */
  readonly agreement?: string;
  /** Only two edges with the same value of this property, or both without a value, link actors. */
  readonly same?: string;
  /** The property with the id of the actor on whose behalf someone else acted. */
  readonly proxy?: string;
  /**
   * For ballots: the types of the edges from the body (or its meeting) to the text. Ballots of different bodies are not
   * counted together unless this is requested.
   */
  readonly heldBy?: readonly string[];
}

/** The meaning of the kinds of relations. */
export interface RelationsModel {
  /** Kinds of succession with their descriptions, from the narrowest view to the widest. */
  readonly succession: Readonly<Record<string, string>>;
  /** Kinds whose edges start at the predecessor. All others start at the successor. */
  readonly fromPredecessor: readonly string[];
  /** The kind for a response to another node of the same type, and that type. */
  readonly reply: string;
  readonly replyLabel: string;
}

/**
 * - names: from a node to its names; reports: from a source to a node, with the value of one of its properties. Both
 *   are made from rows of nodes.
 * - hierarchy: from a part to its whole, to any depth.
 * - relations: succession, amendment, answers.
 * - concerns: from a text to what it is about.
 */
export type EdgeRole = "names" | "reports" | "hierarchy" | "relations" | "concerns";

/** A projection of the graph onto its actors. */
export interface TieModel {
  /** Code of the projection in the API. */
  readonly projection: string;
  readonly description: string;
  /** Only edges with one of these values tie. */
  readonly only?: { readonly property: string; readonly values: readonly string[] };
  /** The weight is the share of equal values of this property; without it, the number of nodes that both share. */
  readonly agreement?: string;
  /** Only edges with the same value of this property, or both without one, tie. */
  readonly same?: string;
  /** Id of the actor for whom someone else acted. */
  readonly proxy?: string;
}

/** What the kinds of a relation mean. */
export interface RelationsModel {
  /** Kinds of succession from the narrowest view to the widest, each with a sentence. */
  readonly succession: Readonly<Record<string, string>>;
  /** Kinds whose edge starts at the predecessor; all others start at the successor. */
  readonly fromPredecessor: readonly string[];
  /** The kind with which a node answers another of its type, and that type. */
  readonly reply: string;
  readonly replyLabel: string;
}

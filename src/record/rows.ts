import type { Position } from "../input/problem.js";
import type { Value } from "../model/value.js";

export type Properties = Readonly<Record<string, Value>>;

/** The evidence for an assertion. */
export type Evidence = Properties;

/** A name of a node row. */
export interface NameRow {
  readonly properties: Properties;
  /** Own properties of the HAS_NAME edge: preferred, validFrom, validTo. */
  readonly edge: Properties;
  readonly at: Position;
}

/** A checked node row of a bundle. */
export interface NodeRow {
  readonly label: string;
  readonly id: string;
  readonly sourceId: string;
  readonly properties: Properties;
  /** Properties to leave out if the node turns out to be another one, of which they are known better. */
  readonly ifNew?: readonly string[];
  readonly names: readonly NameRow[];
  /** True if the source has another row of the node, which mentions it. */
  readonly isFurther?: boolean;
  readonly evidence: Evidence;
  /** The relations of the node that the source lists completely. */
  readonly covers?: readonly Covered[];
  /** True if the row is written although the same assertion was retracted by hand. */
  readonly restore?: boolean;
  readonly at: Position;
}

/** A relation that a source lists completely, from one day to another; null for a side that is not stated. */
export interface Covered {
  readonly relation: string;
  readonly from: string | null;
  readonly until: string | null;
}

/** A checked edge row of a bundle. */
export interface EdgeRow {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly sourceId: string;
  /** Own properties and evidence, with the validity as stated. */
  readonly properties: Properties;
  /** The day for which there is evidence, or a less exact EDTF value. */
  readonly on: string | null;
  /** The last day on which the edge was observed to be valid. */
  readonly observedUntil: string | null;
  /** The last day that the source covers, for edges that were not observed separately. */
  readonly coveredUntil?: string | null;
  /** The assertion of the same source that the row corrects: its id, or its date. */
  readonly corrects?: string | null;
  /** True if the rows of its source are a release: of the acts of one fact, one that is left on each side is one act. */
  readonly isRelease?: boolean;
  /** True if the row is written although the same assertion was retracted by hand. */
  readonly restore?: boolean;
  readonly at: Position;
  /** The position of each property. */
  readonly places: ReadonlyMap<string, Position>;
}

/** A reference to a node, and its position. */
export interface Reference {
  readonly id: string;
  readonly at: Position;
  readonly role: string;
}

/** All rows of one or more bundles. */
export interface Rows {
  readonly nodes: readonly NodeRow[];
  readonly edges: readonly EdgeRow[];
  readonly references: readonly Reference[];
}

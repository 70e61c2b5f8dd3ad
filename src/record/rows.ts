import type { Position } from "../input/problem.js";
import type { Value } from "../model/value.js";

export type Properties = Readonly<Record<string, Value>>;

/** What an assertion rests on. */
export type Evidence = Properties;

/** One name of a node row. */
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
  readonly names: readonly NameRow[];
  readonly evidence: Evidence;
  readonly at: Position;
}

/** A checked edge row of a bundle. */
export interface EdgeRow {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly sourceId: string;
  /** Own properties and evidence; validity still as written. */
  readonly properties: Properties;
  /** The day for which there is evidence, or EDTF of which it is some day. */
  readonly on: string | null;
  /** The last day on which it was seen to hold. */
  readonly observedUntil: string | null;
  readonly at: Position;
  /** Where each property stands. */
  readonly places: ReadonlyMap<string, Position>;
}

/** A reference to a node, and where it stands. */
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

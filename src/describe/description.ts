import type { JsonMap } from "../json.js";

/** Everything recorded of one node, as far as a description lists it. */
export interface Description {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly recordedAt: string;
  /** Its properties that have a value. */
  readonly properties: JsonMap;
  /** The first of its names, abbreviations and codes, and how many there are. */
  readonly names: readonly DescribedName[];
  readonly namesTotal: number;
  /** Its relations that have an edge, or that some source lists completely. */
  readonly relations: readonly DescribedRelation[];
}

/** A name with the source that reports it. */
export interface DescribedName {
  readonly text: string;
  readonly lang: string | null;
  readonly kind: string;
  readonly scheme: string | null;
  readonly source: string;
}

/** One relation of the node. */
export interface DescribedRelation {
  /** The name of the field. */
  readonly field: string;
  readonly total: number;
  readonly completeness: string;
  /** The first of its edges. */
  readonly edges: readonly DescribedEdge[];
}

/** One edge, seen from the node. */
export interface DescribedEdge {
  readonly id: string;
  /** Own properties and evidence that have a value. */
  readonly properties: JsonMap;
  readonly source: { readonly id: string; readonly name: string };
  readonly node: { readonly id: string; readonly type: string; readonly name: string };
}

import type { Counts } from "../record/staging/outcome.js";
import type { Proposal } from "./match/match.js";

/** A rejected row, and the reason. */
export interface Rejection {
  /** `file:line`. */
  readonly at: string;
  readonly column: string | null;
  readonly reason: string;
}

/** A name or code that matches no node, or several, on one day or more. */
export interface UnresolvedName {
  readonly asked: string;
  readonly code: string | null;
  readonly name: string | null;
  readonly types: readonly string[];
  /** The earliest and the latest of the days on which it was looked for; null if no day was given. */
  readonly from: string | null;
  readonly to: string | null;
  readonly candidates: readonly string[];
  /** The number of rows that refer to it, and the first of them. */
  readonly rows: number;
  readonly first: string;
}

/** A row whose edge an earlier row had already given in the same words. */
export interface DuplicateRow {
  /** `file:line` of the row, and of the first row with this edge; the same if a step made several rows of one. */
  readonly at: string;
  readonly first: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

/** How the persons and treaties of the rows were identified. */
export interface IdentityReport {
  /** Nodes that are the same as another node, of the graph or of the file. */
  readonly matched: number;
  readonly created: number;
  /** Pairs that may be the same; an editor decides. */
  readonly proposed: readonly Proposal[];
}

/** Something in a row that may be a mistake. */
export interface Warning {
  /** `file:line:column`. */
  readonly at: string;
  readonly message: string;
}

/** A file that was read. */
export interface FileReport {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
}

/** What an import changed, or would change with `dryRun`. */
export interface ImportReport {
  readonly mapping: string;
  readonly source: string;
  readonly version: string | null;
  readonly mode: "merge" | "snapshot";
  readonly dryRun: boolean;
  readonly files: readonly FileReport[];
  /** The rows of the files; those that a condition of the mapping filters out; those that were rejected. */
  readonly rowsRead: number;
  readonly rowsLeftOut: number;
  readonly rowsRejected: number;
  readonly rowsUnresolved: number;
  /** Duplicate edges, which are kept once. */
  readonly edgesRepeated: number;
  /** Each of them, with the two rows. */
  readonly duplicateRows: readonly DuplicateRow[];
  readonly nodes: Counts;
  readonly identity: IdentityReport;
  readonly edges: Readonly<Record<string, Counts>>;
  /** Assertions that stay retracted, because an editor had retracted them. */
  readonly stayRetracted: number;
  /** Edges of rejected rows, and edges to nodes that were not found, by type. */
  readonly edgesLeftOut: Readonly<Record<string, number>>;
  readonly rejected: readonly Rejection[];
  readonly unresolved: readonly UnresolvedName[];
  /** Edges with dates outside the lives of their nodes: how many, and the first 1,000 of them. */
  readonly implausible: { readonly count: number; readonly listed: readonly Warning[] };
  /** Expectations of the mapping that the files do not meet. */
  readonly unmet: readonly string[];
  readonly recordedAt: string | null;
  readonly seconds: number;
}

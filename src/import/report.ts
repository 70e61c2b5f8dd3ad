import type { Counts } from "../record/staging/outcome.js";

/** A row that was not used, and why. */
export interface Rejection {
  /** `file:line`. */
  readonly at: string;
  readonly column: string | null;
  readonly reason: string;
}

/** A name or code that leads to no node, or to several. */
export interface UnresolvedName {
  readonly asked: string;
  readonly types: readonly string[];
  readonly candidates: readonly string[];
  /** How many rows ask for it, and the first of them. */
  readonly rows: number;
  readonly first: string;
}

/** A file that was read. */
export interface FileReport {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
}

/** What an import did, or with `dryRun` would do. */
export interface ImportReport {
  readonly mapping: string;
  readonly source: string;
  readonly version: string | null;
  readonly mode: "merge" | "snapshot";
  readonly dryRun: boolean;
  readonly files: readonly FileReport[];
  /** Rows of the files; those that a condition of the mapping leaves out; those that were refused. */
  readonly rowsRead: number;
  readonly rowsLeftOut: number;
  readonly rowsRejected: number;
  readonly rowsUnresolved: number;
  /** Edges that say again what an earlier row said; they are kept once. */
  readonly edgesRepeated: number;
  readonly nodes: Counts;
  readonly edges: Readonly<Record<string, Counts>>;
  readonly rejected: readonly Rejection[];
  readonly unresolved: readonly UnresolvedName[];
  /** What the mapping expects and the files do not have. */
  readonly unmet: readonly string[];
  readonly recordedAt: string | null;
  readonly seconds: number;
}

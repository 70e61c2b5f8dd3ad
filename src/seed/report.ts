/** What became of one row. */
export interface RowReport {
  readonly at: string;
  readonly type: string;
  readonly id: string;
  readonly outcome: "created" | "updated" | "unchanged";
}

/** What a bundle did, or with `dryRun` would do; counts are of nodes and edges. */
export interface BundleReport {
  readonly dryRun: boolean;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly retracted: number;
  readonly rows: readonly RowReport[];
}

/** A progress message; `done` and `total` are set if progress can be measured. */
export interface Progress {
  readonly message: string;
  readonly done?: number;
  readonly total?: number;
  /** What `done` and `total` count; default bytes. */
  readonly unit?: "bytes" | "edges";
}

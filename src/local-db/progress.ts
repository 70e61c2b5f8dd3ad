/** One thing the set-up tells the person who waits. `done` and `total` are bytes, given for downloads only. */
export interface Progress {
  readonly step: "java" | "download" | "compile" | "boot" | "ready" | "stop";
  readonly message: string;
  readonly done?: number;
  readonly total?: number;
}

/** Receives progress; it must not throw. */
export type OnProgress = (progress: Progress) => void;

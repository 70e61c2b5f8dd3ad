/** A progress message of the setup. `done` and `total` are bytes, set only for downloads. */
export interface Progress {
  readonly step: "java" | "download" | "compile" | "boot" | "ready" | "stop";
  readonly message: string;
  readonly done?: number;
  readonly total?: number;
}

/** Receives progress; it must not throw. */
export type OnProgress = (progress: Progress) => void;

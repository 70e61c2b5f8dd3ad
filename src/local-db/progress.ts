import type { Progress as Shown } from "../progress.js";

/** A progress message of the setup. Only downloads are measured, in bytes. */
export interface Progress extends Shown {
  readonly step: "java" | "download" | "compile" | "boot" | "ready" | "stop";
}

/** Receives progress; it must not throw. */
export type OnProgress = (progress: Progress) => void;

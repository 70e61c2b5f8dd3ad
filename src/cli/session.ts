import type { Config } from "../config.js";
import type { ProgressLine } from "./progress.js";

/** What every command gets. */
export interface Session {
  readonly config: Config;
  readonly progress: ProgressLine;
  /** Aborts the command, for example when the user presses Ctrl+C. */
  readonly signal: AbortSignal;
}

import { setTimeout as sleep } from "node:timers/promises";
import { PactError } from "../errors.js";
import type { ProgressLine } from "./progress.js";

const PAUSE_MS = 1_000;

/** Runs work, again and again while another import is in progress. */
export async function afterOtherImports<Result>(
  work: () => Promise<Result>,
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<Result> {
  let told = false;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PactError) || error.code !== "IMPORT_UNFINISHED" || signal.aborted) throw error;
      if (!told) progress.say(`Waiting: ${error.message}`);
      told = true;
      await sleep(PAUSE_MS, undefined, { signal });
    }
  }
}

#!/usr/bin/env node
import "./production.js";
import { readConfig } from "../config.js";
import { PactError } from "../errors.js";
import { makeProgram } from "./program.js";
import { ProgressLine } from "./progress.js";

const progress = new ProgressLine();
const ending = new AbortController();

/** The first signal shuts down gracefully, the second one exits immediately. */
function endOnSignals(): void {
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (ending.signal.aborted) process.exit(130);
      progress.say("Shutting down …");
      ending.abort();
    });
  }
}

/** Prints an error and returns the exit code. Only unexpected errors show their stack trace. */
function reportError(error: unknown): number {
  if (ending.signal.aborted) return 130;
  if (error instanceof PactError) progress.say(error.message);
  else progress.say(`Internal error: ${error instanceof Error ? error.stack : String(error)}`);
  return 1;
}

endOnSignals();
try {
  await makeProgram(() => ({ config: readConfig(), progress, signal: ending.signal })).parseAsync();
} catch (error) {
  process.exitCode = reportError(error);
}

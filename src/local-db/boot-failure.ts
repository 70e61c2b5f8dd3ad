import { readFile } from "node:fs/promises";
import type { PactError } from "../errors.js";
import { localDatabaseError, OTHER_WAYS } from "./local-database-error.js";

const LAST_LINES = 12;

/** Known errors in the log, with more specific advice than "see the log". */
const KNOWN: readonly { readonly sign: RegExp; readonly problem: string; readonly remedy: string }[] = [
  {
    sign: /FileLockException|locked by another process/,
    problem: "its data is locked by another process, perhaps in a container or of another user",
    remedy: "Stop the Neo4j that uses this folder, or set NEO4J_URI to use it.",
  },
  {
    sign: /BindException|Address already in use|PortBindException/,
    problem: "another program took its port during startup",
    remedy: "Start again; unless a port is configured, another one is chosen automatically.",
  },
  {
    sign: /OutOfMemoryError|Could not reserve enough space|insufficient memory/,
    problem: "there is not enough memory",
    remedy: `Close other programs, or ${OTHER_WAYS}.`,
  },
];

/** The error for a database that failed to start, with the last lines of its log. */
export async function bootFailure(outcome: string, logFile: string): Promise<PactError> {
  const log = await readFile(logFile, "utf8").catch(() => "");
  const known = KNOWN.find(({ sign }) => sign.test(log));
  const remedy = known?.remedy ?? `Check the log for the cause, or ${OTHER_WAYS}.`;
  const lines = lastLines(log);
  const details = lines ? { details: `The last lines of ${logFile}:\n${lines}` } : {};
  return localDatabaseError(
    `The local Neo4j did not start: ${known?.problem ?? `it ${outcome}`}.`,
    remedy,
    details,
  );
}

/** The last lines of a log, without the inner lines of Java stack traces. */
function lastLines(log: string): string {
  const lines = log.split("\n").filter((line) => line.trim() !== "" && !/^\s+(at |\.\.\. )/.test(line));
  return lines.slice(-LAST_LINES).join("\n");
}

import { readFile } from "node:fs/promises";
import type { PactError } from "../errors.js";
import { localDatabaseError, OTHER_WAYS } from "./local-database-error.js";

const LAST_LINES = 12;

/** Errors that the log names and for which there is something better to say than "see the log". */
const KNOWN: readonly { readonly sign: RegExp; readonly problem: string; readonly remedy: string }[] = [
  {
    sign: /FileLockException|locked by another process/,
    problem: "its data are locked by another process (perhaps in a container, or of another user)",
    remedy: "Stop the Neo4j that uses this folder, or use that one: set NEO4J_URI.",
  },
  {
    sign: /BindException|Address already in use|PortBindException/,
    problem: "another program took its port at the same moment",
    remedy: "Start again; another port is chosen by itself unless one is set.",
  },
  {
    sign: /OutOfMemoryError|Could not reserve enough space|insufficient memory/,
    problem: "the machine has too little memory for it",
    remedy: `Close other programs, or ${OTHER_WAYS}.`,
  },
];

/** The error of a database that ended instead of answering, with the last lines of its log. */
export async function bootFailure(outcome: string, logFile: string): Promise<PactError> {
  const log = await readFile(logFile, "utf8").catch(() => "");
  const known = KNOWN.find(({ sign }) => sign.test(log));
  const remedy = known?.remedy ?? `Look for the cause in the log, or ${OTHER_WAYS}.`;
  const lines = lastLines(log);
  const details = lines ? { details: `The last lines of ${logFile}:\n${lines}` } : {};
  return localDatabaseError(
    `The local Neo4j did not start: ${known?.problem ?? `it ${outcome}`}.`,
    remedy,
    details,
  );
}

/** The last lines that are not the inner part of a Java stack trace. */
export function lastLines(log: string): string {
  const lines = log.split("\n").filter((line) => line.trim() !== "" && !/^\s+(at |\.\.\. )/.test(line));
  return lines.slice(-LAST_LINES).join("\n");
}

import { PactError } from "../errors.js";

/** The ways to a database that need nothing of what has just failed. */
export const OTHER_WAYS = "set NEO4J_URI to a Neo4j that runs, or start with --docker";

/**
 * A `LOCAL_DATABASE` error in two lines: what is wrong, and what the reader can do.
 * Further `details` (such as the last lines of a log) follow below.
 */
export function localDatabaseError(
  problem: string,
  remedy: string,
  options: { readonly cause?: unknown; readonly details?: string } = {},
): PactError {
  const lines = [problem, remedy, ...(options.details ? [options.details] : [])];
  const cause = options.cause === undefined ? undefined : { cause: options.cause };
  return new PactError("LOCAL_DATABASE", lines.join("\n"), {}, cause);
}

/** The text of anything thrown, with the causes that `fetch` and the file system hide below. */
export function reasonOf(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem);
  const inner = problem instanceof AggregateError ? problem.errors[0] : problem.cause;
  return inner === undefined ? problem.message : `${problem.message}: ${reasonOf(inner)}`;
}

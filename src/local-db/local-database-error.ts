import { PactError } from "../errors.js";

/** Alternatives that do not depend on the step that failed. */
export const OTHER_WAYS = "set NEO4J_URI to a running Neo4j, or start with --docker";

/**
 * A `LOCAL_DATABASE` error in two lines: the problem, and how to fix it.
 * Optional `details`, such as the last lines of a log, follow.
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

/** The message of any thrown value, including nested causes. */
export function reasonOf(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem);
  const inner = problem instanceof AggregateError ? problem.errors[0] : problem.cause;
  return inner === undefined ? problem.message : `${problem.message}: ${reasonOf(inner)}`;
}

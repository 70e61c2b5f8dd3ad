import { type ErrorCode, PactError } from "../errors.js";

/** A place in a file; lines and columns count from 1. In the input of a mutation: a path as the file, and line 0. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What is wrong at a position, and how to fix it. */
export interface Problem {
  readonly at: Position;
  readonly message: string;
}

/** `file:line:column`; in the input of a mutation, the path alone. */
export function formatPosition({ file, line, column }: Position): string {
  return line === 0 ? file : `${file}:${line}:${column}`;
}

/** Combines all problems of the input into one error, thrown before anything is written. */
export function inputInvalid(problems: readonly Problem[]): PactError {
  return problemsError("BUNDLE_INVALID", problems, (count) => `${count}; nothing was written`);
}

/**
 * Combines problems into one error, in the order of their places.
 * @param headlineOf the first line of the message, given the number of errors as text
 */
export function problemsError(
  code: ErrorCode,
  problems: readonly Problem[],
  headlineOf: (count: string) => string,
): PactError {
  const sorted = [...problems].sort(
    (a, b) => a.at.file.localeCompare(b.at.file) || a.at.line - b.at.line || a.at.column - b.at.column,
  );
  const lines = sorted.map(({ at, message }) => `${formatPosition(at)}: ${message}`);
  const count = lines.length === 1 ? "1 error" : `${lines.length} errors`;
  return new PactError(code, `${headlineOf(count)}:\n${lines.join("\n")}`, {
    problems: sorted.map(({ at, message }) => ({ at: formatPosition(at), message })),
  });
}

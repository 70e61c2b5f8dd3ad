import { PactError } from "../errors.js";

/** A place in a file; lines and columns count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What is wrong at a place, and what would be right. */
export interface Fault {
  readonly at: Position;
  readonly message: string;
}

/** `file:line:column`. */
export function formatPosition({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`;
}

/** All faults of the bundles as one error; nothing has been written. */
export function bundleInvalid(faults: readonly Fault[]): PactError {
  const sorted = [...faults].sort(
    (a, b) => a.at.file.localeCompare(b.at.file) || a.at.line - b.at.line || a.at.column - b.at.column,
  );
  const lines = sorted.map(({ at, message }) => `${formatPosition(at)}: ${message}`);
  const count = lines.length === 1 ? "1 fault" : `${lines.length} faults`;
  return new PactError("BUNDLE_INVALID", `${count}, nothing was written:\n${lines.join("\n")}`, {
    faults: sorted.map(({ at, message }) => ({ at: formatPosition(at), message })),
  });
}

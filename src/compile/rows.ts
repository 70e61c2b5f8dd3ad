import { whereClause } from "../statement/text.js";

/** Where the rows of a list come from. */
export interface RowSource {
  /** One MATCH or several. */
  readonly match: string;
  /** Conditions of the last MATCH. */
  readonly conditions: readonly string[];
  /** Variables that a WITH must carry on. */
  readonly carried: readonly string[];
}

/** The rows that fit, and further conditions. */
export function matched({ match, conditions }: RowSource, extra: readonly string[] = []): string {
  return `${match}${whereClause([...conditions, ...extra])}`;
}

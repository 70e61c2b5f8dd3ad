import { whereClause } from "../statement/text.js";

/** The source of the rows of a list. */
export interface RowSource {
  /** One or more MATCH clauses. */
  readonly match: string;
  /** Conditions of the last MATCH. */
  readonly conditions: readonly string[];
  /** Variables that a WITH must pass on. */
  readonly carried: readonly string[];
}

/** The MATCH clauses with their conditions and any extra conditions. */
export function matched({ match, conditions }: RowSource, extra: readonly string[] = []): string {
  return `${match}${whereClause([...conditions, ...extra])}`;
}

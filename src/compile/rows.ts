/** Where the rows of a list come from. */
export interface RowSource {
  /** One MATCH or several. */
  readonly match: string;
  /** The condition of the last MATCH; empty when there is none. */
  readonly condition: string;
  /** Variables that a WITH must carry on. */
  readonly carried: readonly string[];
}

/** The rows that fit, and further conditions. */
export function matched({ match, condition }: RowSource, extra: readonly string[] = []): string {
  return `${match}${whereClause([...(condition ? [condition] : []), ...extra])}`;
}

/** WHERE of all conditions, or nothing. */
export function whereClause(conditions: readonly string[]): string {
  return conditions.length ? ` WHERE ${conditions.join(" AND ")}` : "";
}

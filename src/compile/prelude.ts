/**
 * Clauses that must stand before the RETURN of a projection. Whatever aggregates cannot stand inside an
 * expression beside other values: the database takes the whole projection for a grouping. So it is computed in a
 * subquery clause, and the projection only names its result.
 */
export class Prelude {
  private readonly clauses: string[] = [];

  get isEmpty(): boolean {
    return this.clauses.length === 0;
  }

  /** Adds a subquery that gives one row, and returns the name of its value. */
  add(name: string, query: (name: string) => string): string {
    this.clauses.push(`CALL (*) { ${query(name)} }`);
    return name;
  }

  /** Text to put before a RETURN. */
  get text(): string {
    return this.clauses.map((clause) => `${clause} `).join("");
  }
}

/**
 * A list with one value for each row of a query without its RETURN.
 * @param name for the list, where it must be computed in a clause of its own
 * @param value writes the value of a row; what it needs first goes into the prelude that it is given
 */
export function listOfRows(
  outer: Prelude,
  name: string,
  rows: string,
  value: (inner: Prelude) => string,
): string {
  const inner = new Prelude();
  const written = value(inner);
  if (inner.isEmpty) return `COLLECT { ${rows} RETURN ${written} }`;
  return outer.add(name, (list) => `${rows} ${inner.text}RETURN collect(${written}) AS ${list}`);
}

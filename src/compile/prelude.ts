import type { Environment, Variable } from "../statement/environment.js";

/**
 * Clauses that must stand before the RETURN of a projection. Whatever aggregates cannot stand inside an
 * expression beside other values: the database takes the whole projection for a grouping. So it is computed in a
 * subquery clause, and the projection only names its result.
 */
export class Prelude {
  private readonly clauses: string[] = [];

  constructor(readonly environment: Environment) {}

  get isEmpty(): boolean {
    return this.clauses.length === 0;
  }

  /** Adds a subquery that gives one row with one value, and returns the variable of the value. */
  add(hint: string, query: (result: Variable) => string): Variable {
    const result = this.environment.variable(hint);
    this.clauses.push(`CALL (*) { ${query(result)} }`);
    return result;
  }

  /** Text to put before a RETURN. */
  get text(): string {
    return this.clauses.map((clause) => `${clause} `).join("");
  }
}

/**
 * A list with one value for each row of a query without its RETURN.
 * @param value writes the value of a row; what it needs first goes into the prelude that it is given
 */
export function listOfRows(outer: Prelude, rows: string, value: (inner: Prelude) => string): string {
  const inner = new Prelude(outer.environment);
  const written = value(inner);
  if (inner.isEmpty) return `COLLECT { ${rows} RETURN ${written} }`;
  return `${outer.add("list", (list) => `${rows} ${inner.text}RETURN collect(${written}) AS ${list}`)}`;
}

import type { Environment, Variable } from "../statement/environment.js";

/**
 * Clauses that must come before the RETURN of a projection. An aggregation cannot be part of an expression with other
 * values, because the database would treat the whole projection as a grouping. Instead, a subquery clause computes the
 * aggregation, and the projection refers to its result by name.
 */
export class Prelude {
  private readonly clauses: string[] = [];

  constructor(readonly environment: Environment) {}

  get isEmpty(): boolean {
    return this.clauses.length === 0;
  }

  /** Adds a subquery that returns one row with one value. Returns the variable of the value. */
  add(hint: string, query: (result: Variable) => string): Variable {
    const result = this.environment.variable(hint);
    this.clauses.push(`CALL (*) { ${query(result)} }`);
    return result;
  }

  /** The text to put before a RETURN. */
  get text(): string {
    return this.clauses.map((clause) => `${clause} `).join("");
  }
}

/**
 * A list with one value for each row of a query.
 * @param rows the query without its RETURN
 * @param value writes the value of a row; clauses that must come first go into the given prelude
 */
export function listOfRows(outer: Prelude, rows: string, value: (inner: Prelude) => string): string {
  const inner = new Prelude(outer.environment);
  const written = value(inner);
  if (inner.isEmpty) return `COLLECT { ${rows} RETURN ${written} }`;
  return `${outer.add("list", (list) => `${rows} ${inner.text}RETURN collect(${written}) AS ${list}`)}`;
}

const PLAIN_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** A name of the model as it is written in Cypher; anything but letters, digits and _ is quoted. */
export function identifier(name: string): string {
  return PLAIN_NAME.test(name) ? name : `\`${name.replaceAll("`", "``")}\``;
}

/** A text constant of the program itself; values of requests are parameters. */
export function constant(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

/** A list of text constants of the program itself. */
export function constants(texts: Iterable<string>): string {
  return `[${[...texts].map(constant).join(", ")}]`;
}

/** A map of its entries. */
export function mapOf(entries: readonly string[]): string {
  return `{${entries.join(", ")}}`;
}

/** WHERE with all conditions, or nothing. */
export function whereClause(conditions: readonly string[]): string {
  return conditions.length ? ` WHERE ${conditions.join(" AND ")}` : "";
}

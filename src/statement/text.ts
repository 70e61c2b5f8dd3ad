const PLAIN_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** A model name as a Cypher identifier, quoted if it has other characters than letters, digits and _. */
export function identifier(name: string): string {
  return PLAIN_NAME.test(name) ? name : `\`${name.replaceAll("`", "``")}\``;
}

/** A string literal for constants of the program; values of requests must be parameters. */
export function constant(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

/** A list of string literals for constants of the program. */
export function constants(texts: Iterable<string>): string {
  return `[${[...texts].map(constant).join(", ")}]`;
}

/** A map with these entries. */
export function mapOf(entries: readonly string[]): string {
  return `{${entries.join(", ")}}`;
}

/** All conditions as one. */
export function allOf(conditions: readonly string[]): string {
  return conditions.join(" AND ") || "true";
}

/** A WHERE clause with all conditions, or an empty text. */
export function whereClause(conditions: readonly string[]): string {
  return conditions.length ? ` WHERE ${conditions.join(" AND ")}` : "";
}

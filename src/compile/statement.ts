/** A Cypher text whose values are all parameters. */
export interface Statement {
  readonly text: string;
}

const SAFE = /^[A-Za-z][A-Za-z0-9_]*$/;

/** A name of the model as it stands in Cypher; anything but letters, digits and _ is quoted. */
export function identifier(name: string): string {
  return SAFE.test(name) ? name : `\`${name.replaceAll("`", "``")}\``;
}

/** A map of its entries. */
export function mapOf(entries: readonly string[]): string {
  return `{${entries.join(", ")}}`;
}

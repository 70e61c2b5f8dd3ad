const SEPARATOR = "; ";

/**
 * A list in one column: texts without a semicolon are joined with "; ", any other list is kept as JSON. `itemsOf`
 * reverses it.
 */
function listText(list: readonly unknown[]): string {
  const isPlain = list.every((item) => typeof item === "string" && isPlainText(item));
  return isPlain ? list.join(SEPARATOR) : JSON.stringify(list);
}

/** The items of a list in a column: the columns of an object, or a text. Undefined if the text is no list. */
export function itemsOf(text: string): readonly ItemOfList[] | undefined {
  if (!text.startsWith("[")) return text.split(SEPARATOR);
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(itemOf) : undefined;
  } catch {
    return undefined;
  }
}

/** A text, or the columns of an object. */
export type ItemOfList = string | null | ReadonlyMap<string, string | null>;

function itemOf(item: unknown): ItemOfList {
  if (item === null) return null;
  if (Array.isArray(item)) return listText(item);
  return typeof item === "object" ? new Map(columnsOf("", item)) : String(item);
}

/** The columns of an object: keys within keys are joined with a dot. */
export function columnsOf(prefix: string, object: object): readonly (readonly [string, string | null])[] {
  return Object.entries(object).flatMap(([key, value]: readonly [string, unknown]) => {
    const name = prefix + key;
    if (value === null || value === undefined) return [[name, null] as const];
    if (Array.isArray(value)) return [[name, listText(value)] as const];
    return typeof value === "object" ? columnsOf(`${name}.`, value) : [[name, String(value)] as const];
  });
}

function isPlainText(text: string): boolean {
  return text !== "" && !text.includes(";") && !text.startsWith("[");
}

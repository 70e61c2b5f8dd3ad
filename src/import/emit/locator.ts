import type { End, Value } from "../mapping/value-definition.js";
import type { Columns } from "../read/record.js";
import { mentionedColumns } from "../values/mentioned.js";
import { type Compiled, readColumn } from "../values/template.js";
import { compileValue } from "../values/value.js";

/** The bound of the property `locator`. */
const MAX_LOCATOR = 500;

/**
 * The place of a row in its source, in a form that does not change if other rows come or go: the words of the mapping,
 * else the columns that identify the nodes, with their values. Null if nothing identifies them, as for a constant.
 */
export function compileLocator(given: Value | undefined, ends: readonly End[]): Compiled {
  if (given !== undefined) return compileValue(given);
  const keys = ends.map(compileKey);
  return (columns) => {
    const parts = new Set(keys.flatMap((key) => key(columns)));
    return parts.size ? [...parts].join(", ").slice(0, MAX_LOCATOR) : null;
  };
}

/** The columns that identify a node, with their values: those of its code, or of its name if it has no code. */
function compileKey(end: End): (columns: Columns) => readonly string[] {
  const choices = (typeof end === "string" ? [end] : [end.code, end.name]).map((value) =>
    mentionedColumns(value).map((column) => ({ column, read: readColumn(column) })),
  );
  return (columns) => {
    for (const choice of choices) {
      const parts = choice.flatMap(({ column, read }) => {
        const text = read(columns);
        return text === null ? [] : [`${column} ${text}`];
      });
      if (parts.length) return parts;
    }
    return [];
  };
}

import { slugOf } from "../../model/slug.js";
import type { Columns } from "../read/record.js";
import { RowError } from "./row-error.js";

export type Compiled = (columns: Columns) => string | null;

const FILTERS: Readonly<Record<string, (text: string) => string>> = {
  slug: slugOf,
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  /** A code such as MINISTER_FOR_FOREIGN_AFFAIRS. */
  code: (text) => slugOf(text).toUpperCase().replaceAll("-", "_"),
  trim: (text) => text.trim().replace(/\s+/gu, " "),
};

/**
 * Compiles a template to a function: `{column}` is the value of a column, `{column|slug}` its form in an id. If one of
 * them is empty, the result is empty.
 */
export function compileTemplate(template: string): Compiled {
  const parts = template.split(/(\{[^{}]+\})/u).filter((part) => part !== "");
  const makers = parts.map((part): Compiled => {
    const inner = /^\{([^{}]+)\}$/u.exec(part)?.[1];
    return inner === undefined ? () => part : compileHole(inner);
  });
  const [only] = makers;
  if (makers.length === 1 && only) return only;
  return (columns) => {
    let whole = "";
    for (const make of makers) {
      const text = make(columns);
      if (text === null) return null;
      whole += text;
    }
    return whole;
  };
}

function compileHole(inner: string): Compiled {
  const [column = "", ...names] = inner.split("|");
  if (column === "") throw new RowError(null, `The template has a placeholder without a column: {${inner}}.`);
  const read = readColumn(column);
  const filters = names.map((name) => {
    const filter = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
    if (filter) return filter;
    throw new RowError(null, `Unknown filter "${name}". Known: ${Object.keys(FILTERS).join(", ")}.`);
  });
  if (!filters.length) return read;
  return (columns) => {
    const text = read(columns);
    return text === null ? null : filters.reduce((value, filter) => filter(value), text) || null;
  };
}

/** Reads a column; a missing column is an error, not an empty value. */
export function readColumn(column: string): Compiled {
  return (columns) => {
    const text: unknown = columns[column];
    if (typeof text === "string" || text === null) return text;
    const known = Object.keys(columns).slice(0, 20).join(", ");
    throw new RowError(column, `Unknown column "${column}". Columns: ${known}.`);
  };
}

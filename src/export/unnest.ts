import { asList, asMap } from "../json.js";
import type { Column } from "./columns.js";
import { type ExportedList, type ExportedRow, flat } from "./items.js";

/**
 * A list for a table. If its rows have one list inside, each item of this list becomes a row, with the values of its row
 * before it; a row whose list is empty stays one row. Two lists inside a row stay as they are: every pair of their items
 * would be a row, which nobody means.
 */
export function unnested(list: ExportedList): ExportedList {
  const [nested, ...others] = list.columns.filter(({ kind }) => kind === "nested");
  const items = nested?.items;
  if (!nested || !items || others.length) return list;
  const columns = list.columns.flatMap((column): readonly Column[] => (column === nested ? items : [column]));
  return unnested({ ...list, columns, rows: each(list.rows, nested.name) });
}

async function* each(rows: AsyncIterable<ExportedRow>, name: string): AsyncGenerator<ExportedRow> {
  for await (const row of rows) {
    const { [name]: inside, ...columns } = row.columns;
    const items = asList(inside);
    if (!items.length) yield { ...row, columns };
    for (const item of items) yield { ...row, columns: { ...columns, ...flat(asMap(item), `${name}.`) } };
  }
}

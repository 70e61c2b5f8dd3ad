import type { Column, ColumnKind } from "../columns.js";
import { type ExportedRow, textOf } from "../items.js";

/** An attribute of nodes or edges of a graph format: a column, and its id in the file. */
export interface Attribute {
  readonly id: string;
  readonly name: string;
  readonly kind: ColumnKind;
}

/** The attributes for columns; names are unique, and those of the format itself are not taken again. */
export function attributesOf(columns: readonly Column[], prefix: string): readonly Attribute[] {
  return columns.map(({ name, kind }, index) => ({ id: `${prefix}${index}`, name, kind }));
}

/** The name of an attribute of the format itself: with a prefix if a column has the same name. */
export function ownName(name: string, columns: readonly Column[]): string {
  return columns.some((column) => column.name === name) ? `pact:${name}` : name;
}

/** The values of a row, without those that are not set, as text. */
export function valuesOf(
  attributes: readonly Attribute[],
  { columns }: ExportedRow,
): readonly (readonly [id: string, text: string])[] {
  return attributes.flatMap(({ id, name }) => {
    const text = textOf(columns[name]);
    return text === null ? [] : [[id, text] as const];
  });
}

import type { Column, ColumnKind } from "../columns.js";
import { type ExportedList, type ExportedRow, textOf } from "../items.js";

/** An attribute of nodes or edges of a graph format: a column, and its id in the file. */
export interface Attribute {
  readonly id: string;
  readonly name: string;
  readonly kind: ColumnKind;
}

/** https://gexf.net/schema.html, http://graphml.graphdrawing.org/primer/graphml-primer.html#AttributesDefinition */
const TYPES: Readonly<Partial<Record<ColumnKind, string>>> = {
  integer: "long",
  number: "double",
  flag: "boolean",
};

/** The type of an attribute, which GraphML and GEXF call the same. */
export function typeOf({ kind }: Attribute): string {
  return TYPES[kind] ?? "string";
}

/** The attributes of the nodes and edges of a list. */
export function attributesOfList({ columns, nodeColumns, parts }: ExportedList) {
  return {
    nodes: attributesOf(parts === "nodes" ? columns : nodeColumns, "n"),
    edges: parts === "nodes" ? [] : attributesOf(columns, "e"),
  };
}

function attributesOf(columns: readonly Column[], prefix: string): readonly Attribute[] {
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

import type { CodeList } from "./describe-enum.js";

/** The kinds of value a property can have. `edtf` is three stored properties: text, first and last possible day. */
export type ValueKind = "text" | "int" | "boolean" | "date" | "datetime" | "edtf" | "code" | "list";

/** `start`: first day of the life of a node; `end`: its last day; `afterEnd`: the first day after it. */
export type LifeBound = "start" | "end" | "afterEnd";

/** One property of a node or an edge, as declared on its class. */
export interface PropertyModel {
  readonly name: string;
  readonly kind: ValueKind;
  readonly description: string;
  readonly required: boolean;
  /** For `code`: the list of codes. */
  readonly codes?: CodeList;
  /** For `int`: inclusive bounds. */
  readonly min?: number;
  readonly max?: number;
  /** Set when the property bounds the life of the node: its first day, its last day, or the first day after it. */
  readonly life?: LifeBound;
  /** True for the date of a node that is an event, or came to be on one day. */
  readonly event: boolean;
  /** True when its value is the id of a node. */
  readonly reference: boolean;
  /** True when the service itself writes it; a bundle may not. */
  readonly managed: boolean;
}

/** The stored properties behind one declared property. */
export function columnsOf(property: PropertyModel): readonly string[] {
  return property.kind === "edtf"
    ? [property.name, minColumn(property.name), maxColumn(property.name)]
    : [property.name];
}

/** Name of the stored first possible day of an EDTF property. */
export const minColumn = (name: string): string => `${name}Min`;

/** Name of the stored last possible day of an EDTF property. */
export const maxColumn = (name: string): string => `${name}Max`;

import type { CodeList } from "./describe-enum.js";

/** Kinds of property values. `edtf` is three stored properties: text, earliest and latest possible day. */
export type ValueKind = "text" | "int" | "boolean" | "date" | "datetime" | "edtf" | "code" | "list";

/** `start`: first day of the life of a node. `end`: its last day. `afterEnd`: the day after its last day. */
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
  /** Set if the property is a bound of the node's life: its first day, its last day or the day after. */
  readonly life?: LifeBound;
  /** True for the date of a node or edge that is an event or came into being on one day. */
  readonly event: boolean;
  /** True for the day on which a treaty entered into force. */
  readonly force: boolean;
  /** True if the value is the id of a node. */
  readonly reference: boolean;
  /** The property of another vocabulary that says the same, with its prefix. */
  readonly term?: string;
  /** True if only the service may write the property, not a bundle. */
  readonly managed: boolean;
}

/** The stored properties of one declared property. */
export function columnsOf(property: PropertyModel): readonly string[] {
  return property.kind === "edtf"
    ? [property.name, minColumn(property.name), maxColumn(property.name)]
    : [property.name];
}

/** Name of the stored property with the earliest possible day of an EDTF property. */
export const minColumn = (name: string): string => `${name}Min`;

/** Name of the stored property with the latest possible day of an EDTF property. */
export const maxColumn = (name: string): string => `${name}Max`;

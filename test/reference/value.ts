import type { PropertyModel, ValueKind } from "../../src/model/property.js";
import { edgeModel, nodeModel } from "../../src/model/registry.js";
import { type Assertion, daysAmong } from "./assertion.js";
import type { Days } from "./days.js";
import type { GraphNode } from "./ledger.js";
import type { Reader } from "./reader.js";
import type { Scope } from "./scope.js";

/** A value as conditions, orders and aggregates see it. */
export interface Value {
  readonly kind: ValueKind;
  /** As the API shows it; undefined or null when it is unset. */
  readonly shown: unknown;
  /** The days that a date may be; the ends of a spell have some even when their text is not given. */
  readonly days?: Days;
  /** True for a name that was asked for in a language. */
  readonly isName?: boolean;
}

/** A value of a node: a property, or what every node has. */
export function nodeValue(reader: Reader, node: GraphNode, name: string, scope: Scope): Value {
  if (name === "id") return { kind: "text", shown: node.id };
  if (name === "type") return { kind: "code", shown: node.label };
  if (name === "recordedAt") return { kind: "datetime", shown: reader.instantOf(node.recordedIn) };
  return propertyValue(nodeModel(node.label).properties, reader.reported(node, scope).values, name);
}

/** A value of an assertion: a property, or what every assertion has. */
export function edgeValue(reader: Reader, assertion: Assertion, name: string): Value {
  if (name === "id" || name === "factKey" || name === "source")
    return { kind: "text", shown: assertion[name] };
  if (name === "primary") return { kind: "boolean", shown: reader.isPrimary(assertion) };
  if (name === "recordedAt") return { kind: "datetime", shown: reader.instantOf(assertion.recordedIn) };
  if (name === "retractedAt") return { kind: "datetime", shown: reader.instantOf(assertion.retractedIn) };
  const value = propertyValue(edgeModel(assertion.type).properties, assertion.values, name);
  return name === "validFrom" || name === "validTo"
    ? { ...value, days: reader.boundsOf(assertion, name) }
    : value;
}

/** A number, for example of edges. */
export function numberValue(shown: number): Value {
  return { kind: "int", shown };
}

function propertyValue(
  properties: readonly PropertyModel[],
  values: Readonly<Record<string, unknown>>,
  name: string,
): Value {
  const property = properties.find((each) => each.name === name);
  if (!property) return { kind: "text", shown: undefined };
  const { kind } = property;
  const days = kind === "edtf" || kind === "date" ? daysAmong(property, values) : undefined;
  return { kind, shown: values[name], ...(days ? { days } : {}) };
}

import type { PropertyModel } from "../../src/model/property.js";
import { nodeModel } from "../../src/model/registry.js";
import { daysAmong } from "./assertion.js";
import { type Days, FOREVER, shiftDay } from "./days.js";
import type { GraphNode } from "./ledger.js";
import type { Life, TimeCondition } from "./validity.js";

/** The life of a node. What has no life of its own, but a date, begins on that date. */
export function lifeOf(node: GraphNode): Life {
  const { lifeStarts, lifeEnd, event } = nodeModel(node.label);
  const starts = lifeStarts.length || !event ? lifeStarts : [event];
  const [start] = starts.flatMap((property) => daysOfProperty(node, property) ?? []);
  return { start, end: lastDays(node, lifeEnd) };
}

/** The date of a node that is an event or came into being on one day. */
export function eventOf(node: GraphNode): Days | undefined {
  return daysOfProperty(node, nodeModel(node.label).event);
}

/**
 * Whether a node existed on a day or in a period. A node without a life, but with a date, is an event: done by the day,
 * or within the period. Nodes without either are there at all times.
 */
export function existed(node: GraphNode, { period, isPeriod, certain }: TimeCondition): boolean {
  const { lifeStarts, lifeEnd, event } = nodeModel(node.label);
  const { start, end } = lifeOf(node);
  if (!lifeStarts.length && !event) return true;
  if (certain && !start) return false;
  const hasBegun = !start || (certain ? start.max : start.min) <= period.max;
  if (lifeEnd) return hasBegun && (!end || (certain ? end.min : end.max) >= period.min);
  const date = eventOf(node);
  return hasBegun && (!isPeriod || !date || (certain ? date.min : date.max) >= period.min);
}

/** A treaty ends on the first day on which it is no longer in force. */
function lastDays(node: GraphNode, property: PropertyModel | undefined): Days | undefined {
  const days = daysOfProperty(node, property);
  if (!days || property?.life !== "afterEnd") return days;
  const before = (day: string) => (day === FOREVER ? day : shiftDay(day, -1));
  return { min: before(days.min), max: before(days.max) };
}

function daysOfProperty({ values }: GraphNode, property: PropertyModel | undefined): Days | undefined {
  return property && daysAmong(property, values);
}

import { LAST_DAY } from "../model/edtf.js";
import { maxColumn, minColumn, type PropertyModel } from "../model/property.js";
import { nodeModel } from "../model/registry.js";

/** A node in a pattern, as Cypher text, with its possible types. */
export interface LivingNode {
  readonly node: string;
  readonly labels: readonly string[];
}

/** The column of the earliest or latest possible day of a date. */
type Bound = (name: string) => string;

/**
 * The first day of the life of a node: the start of its life, else its own date. Null if it is not recorded; undefined
 * if its types have none. docs/meaning.md, "Time".
 */
export function lifeStart(living: LivingNode, bound: Bound = minColumn): string | undefined {
  return firstOf(living, (label) => {
    const { lifeStarts, event } = nodeModel(label);
    const properties = lifeStarts.length || !event ? lifeStarts : [event];
    return properties.map(({ name }) => `${living.node}.${bound(name)}`);
  });
}

/** The last day of the life of a node. Null if it is not recorded; undefined if its types have none. */
export function lifeEnd(living: LivingNode, bound: Bound = maxColumn): string | undefined {
  return firstOf(living, (label) => {
    const { lifeEnd: end } = nodeModel(label);
    return end ? [lastDayOf(living.node, end, bound)] : [];
  });
}

/** The date of a node that is an event, or that came into being on one day. */
export function eventDay({ node, labels }: LivingNode, bound: Bound): string | undefined {
  return firstOf({ node, labels }, (label) => {
    const { event } = nodeModel(label);
    return event ? [`${node}.${bound(event.name)}`] : [];
  });
}

/** The earliest or latest possible last day of the life of a node. Null if nothing limits it. */
export function lastDayOf(node: string, { name, life }: PropertyModel, bound: Bound): string {
  const day = `${node}.${bound(name)}`;
  if (life !== "afterEnd") return day;
  // The day before the last day of all would look like a day that somebody stated.
  const limited = bound === maxColumn ? `nullIf(${day}, date('${LAST_DAY}'))` : day;
  return `${limited} - duration({days: 1})`;
}

/** The first value that is recorded. A node of one of several types has the properties of its own type only. */
function firstOf(
  { labels }: LivingNode,
  expressions: (label: string) => readonly string[],
): string | undefined {
  const all = [...new Set(labels.flatMap(expressions))];
  return all.length > 1 ? `coalesce(${all.join(", ")})` : all[0];
}

import { PactError } from "../errors.js";
import type { PropertyModel } from "../model/property.js";
import { maxColumn, minColumn } from "../model/property.js";
import { edgeProperties, nodePropertyOf } from "./filterable.js";
import type { DayBoundsPlan, MatchedEdgePlan } from "./plan.js";

/** Nodes that are matched: a variable, and the types they can have. */
export interface MatchedNodePlan {
  readonly variable: string;
  readonly labels: readonly string[];
}

/** What one name stands for. */
export interface Named {
  readonly edge?: MatchedEdgePlan;
  readonly node?: MatchedNodePlan;
}

/** What dates can be related to at some place: enclosing fields, and what was named with «as». */
export type Names = ReadonlyMap<string, Named>;

/** Name of the time in which a timed edge holds. */
export const VALIDITY = "validity";

/** The names with one more; BAD_INPUT when it is taken. */
export function withName(names: Names, name: string, named: Named): Names {
  if (name.includes("."))
    throw new PactError("BAD_INPUT", `«${name}» is given with «as»: a name has no dots.`);
  if (names.has(name)) throw new PactError("BAD_INPUT", `The name «${name}» is taken; choose another one.`);
  return new Map([...names, [name, named]]);
}

/** The date that `name.property` means. */
export function dateOf(names: Names, path: string, certain: boolean): DayBoundsPlan {
  const [name = "", property = "", ...more] = path.split(".");
  const named = names.get(name);
  if (!named || more.length) {
    const known = [...names.keys()].join(", ") || "there are none here";
    throw new PactError(
      "BAD_INPUT",
      `«${path}» is no date of the pattern: write a name and its property, s.date. Names: ${known}.`,
    );
  }
  if (named.edge && property === VALIDITY && named.edge.field.edge.timed) {
    return validityOf(named.edge.r, certain);
  }
  const ofEdge = named.edge && edgeProperties(named.edge.field.edge).get(property);
  if (named.edge && ofEdge) return boundsOf(named.edge.r, ofEdge, path);
  const ofNode = named.node && nodePropertyOf(named.node.labels, property);
  if (named.node && ofNode) return boundsOf(named.node.variable, ofNode, path);
  throw new PactError("BAD_INPUT", `«${name}» has no property ${property || "(none given)"}.`);
}

/** The time in which an edge holds, possibly or for certain. */
export function validityOf(variable: string, certain: boolean): DayBoundsPlan {
  const column = (name: string) => ({ variable, column: name });
  return certain
    ? { min: column(maxColumn("validFrom")), max: column(minColumn("validTo")), spell: true }
    : { min: column(minColumn("validFrom")), max: column(maxColumn("validTo")), spell: true };
}

/** The bounds of a property that is a date; BAD_INPUT when it is none. */
export function boundsOf(variable: string, { name, kind }: PropertyModel, path: string): DayBoundsPlan {
  const column = (of: string) => ({ variable, column: of });
  if (kind === "edtf") return { min: column(minColumn(name)), max: column(maxColumn(name)), spell: false };
  if (kind === "date") return { min: column(name), max: column(name), spell: false };
  throw new PactError("BAD_INPUT", `«${path}» is no date.`);
}

/** Variable of the state from which the node of a list has a fact by succession. */
export function predecessorOf(node: string): string {
  return `${node}p`;
}

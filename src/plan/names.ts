import { PactError } from "../errors.js";
import type { PropertyModel } from "../model/property.js";
import { maxColumn, minColumn } from "../model/property.js";
import { edgeProperties, nodePropertyOf } from "./filterable.js";
import type { MatchedEdgePlan, MatchedNodePlan } from "./kinds/matched.js";
import type { DayBoundsPlan } from "./kinds/scope.js";
import type { ColumnValuePlan } from "./kinds/values.js";

/** What a name refers to. */
export interface Named {
  readonly edge?: MatchedEdgePlan;
  readonly node?: MatchedNodePlan;
}

/** The names that dates can refer to at a place: those of enclosing fields, and those set with `as`. */
export type Names = ReadonlyMap<string, Named>;

/** Property name for the time in which a timed edge holds. */
const VALIDITY = "validity";

/** Adds a name. Throws BAD_INPUT if the name is invalid or already used. */
export function withName(names: Names, name: string, named: Named): Names {
  if (name.includes("."))
    throw new PactError("BAD_INPUT", `Invalid name "${name}" in "as": a name must not contain a dot.`);
  if (names.has(name))
    throw new PactError("BAD_INPUT", `The name "${name}" is already used. Choose another name.`);
  return new Map([...names, [name, named]]);
}

/** The date that the path `name.property` refers to. */
export function dateOf(names: Names, path: string, certain: boolean): DayBoundsPlan {
  const [name = "", property = "", ...more] = path.split(".");
  const named = names.get(name);
  if (!named || more.length) {
    const known = [...names.keys()].join(", ") || "none";
    throw new PactError(
      "BAD_INPUT",
      `"${path}" is not a date in the query: use a name and its property, for example s.date. Names: ${known}.`,
    );
  }
  if (named.edge && property === VALIDITY && named.edge.field.edge.timed) {
    return validityOf(named.edge, certain);
  }
  const ofEdge = named.edge && edgeProperties(named.edge.field.edge).get(property);
  if (named.edge && ofEdge) return boundsOf(ofEdgeValue(named.edge, ofEdge), path);
  const ofNode = named.node && nodePropertyOf(named.node.labels, property);
  if (named.node && ofNode) return boundsOf({ variable: named.node.variable, property: ofNode }, path);
  throw new PactError("BAD_INPUT", `"${name}" has no property ${property || "(none given)"}.`);
}

/** The time in which an edge possibly or certainly holds. */
export function validityOf(edge: MatchedEdgePlan, certain: boolean): DayBoundsPlan {
  const column = (name: string) => ({ variable: edge.r, column: name, edge });
  return certain
    ? { min: column(maxColumn("validFrom")), max: column(minColumn("validTo")), spell: true }
    : { min: column(minColumn("validFrom")), max: column(maxColumn("validTo")), spell: true };
}

/** A property that may be a date. */
type DatedValue = Pick<ColumnValuePlan, "variable" | "property" | "edge" | "reported">;

/** A property of an edge as a value. */
export function ofEdgeValue(edge: MatchedEdgePlan, property: PropertyModel): ColumnValuePlan {
  return { kind: "column", variable: edge.r, property, edge };
}

/** The bounds of a date property; undefined if the property is not a date. */
export function dayBounds({ variable, property, edge, reported }: DatedValue): DayBoundsPlan | undefined {
  const { name, kind } = property;
  const column = (of: string) => ({
    variable,
    column: of,
    ...(edge ? { edge } : {}),
    ...(reported ? { reported } : {}),
  });
  if (kind === "edtf") return { min: column(minColumn(name)), max: column(maxColumn(name)), spell: false };
  if (kind === "date") return { min: column(name), max: column(name), spell: false };
  return undefined;
}

/** Like dayBounds, but throws BAD_INPUT if the property is not a date. */
export function boundsOf(value: DatedValue, path: string): DayBoundsPlan {
  const bounds = dayBounds(value);
  if (bounds) return bounds;
  throw new PactError("BAD_INPUT", `"${path}" is not a date.`);
}

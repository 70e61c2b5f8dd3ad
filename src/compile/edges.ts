import { groupBy } from "../group-by.js";
import { edgeModel } from "../model/registry.js";
import type { MatchedEdgePlan } from "../plan/kinds/matched.js";
import type { ScopePlan } from "../plan/kinds/scope.js";
import { recordScope } from "../plan/scope.js";
import type { Environment, Variable } from "../statement/environment.js";
import { whereClause } from "../statement/text.js";
import { patternOf, type Reading, readBy, readEdge } from "./reading.js";
import { type EdgeInTime, edgeInTime } from "./spell.js";
import { holds } from "./validity.js";

/**
 * The pattern of an edge, and the conditions under which the edge is read. Only this module and `reading.ts`, which it
 * uses, write edge patterns. They derive them from the type and the ends of an edge, and from the scope.
 */
export interface EdgePattern {
  /** `(via)-[r:TYPE]->(node)` */
  readonly pattern: string;
  /** Conditions on the edge. Empty if every edge of the type in the database is read. */
  readonly conditions: readonly string[];
}

/** The pattern for edges of one type, matched from one of their ends. */
export function edgePattern(
  environment: Environment,
  edge: MatchedEdgePlan,
  scope: ScopePlan,
  { reading = "chosen", label = "" }: { readonly reading?: Reading; readonly label?: string } = {},
): EdgePattern {
  const conditions = readEdge(environment, edge, reading, scope);
  return {
    pattern: patternOf(edge, label),
    conditions: [...conditions, ...inTime(reading, edgeInTime(edge), scope)],
  };
}

/** An edge type that may be followed, and in which direction. */
export interface Step {
  readonly type: string;
  readonly direction: "OUT" | "IN" | "BOTH";
}

/** The pattern for edges of several types, followed from `x` to `y`, each in its own direction. */
export function stepPattern(
  environment: Environment,
  steps: readonly Step[],
  { r, x, y }: { readonly r: Variable; readonly x: Variable; readonly y: Variable },
  scope: ScopePlan,
  reading: Reading = "chosen",
): EdgePattern {
  const types = steps.map(({ type }) => edgeModel(type).type);
  const isDirected = steps.every(({ direction }) => direction === "OUT");
  const pattern = (claim: Variable) => `(${x})-[${claim}]-(${y})`;
  const fact = { r, pattern, types };
  const byType = steps.map(({ type, direction }) => {
    const { forward } = edgeModel(type);
    const [from, to] =
      direction === "BOTH" ? [`startNode(${r})`, `endNode(${r})`] : directed(direction, x, y);
    const ends = {
      edge: forward.edge,
      r: `${r}`,
      from: { node: from, labels: forward.owners },
      to: { node: to, labels: forward.targets },
    };
    const start =
      isDirected || direction === "BOTH"
        ? []
        : [`${direction === "OUT" ? "startNode" : "endNode"}(${r}) = ${x}`];
    return { type, condition: [...start, ...inTime(reading, ends, scope)].join(" AND ") };
  });
  // The choice among claims stays outside of the alternatives: the planner multiplies these out, and would plan a
  // subquery in them many times.
  const conditions = [...alternatives(r, byType), ...readBy(environment, reading, fact, scope)];
  return { pattern: `(${x})-[${r}:${types.join("|")}]-${isDirected ? ">" : ""}(${y})`, conditions };
}

/** One condition for edges of several types, with one alternative for all types that have the same condition. */
function alternatives(
  r: Variable,
  byType: readonly { readonly type: string; readonly condition: string }[],
): readonly string[] {
  const typesOf = groupBy(byType, ({ condition }) => condition);
  if (typesOf.size === 1) return [...typesOf.keys()].filter(Boolean);
  const texts = [...typesOf].map(([condition, group]) => {
    const types = group.map(({ type }) => type).join("|");
    return `(${r}:${types}${condition && ` AND ${condition}`})`;
  });
  return [`(${texts.join(" OR ")})`];
}

/** A MATCH for an edge, with all its conditions. */
export function matchEdge(edge: EdgePattern, more: readonly string[] = []): string {
  return `MATCH ${hopOf(edge, more)}`;
}

/** An edge with all its conditions, for a MATCH or as one hop of a quantified pattern. */
export function hopOf({ pattern, conditions }: EdgePattern, more: readonly string[] = []): string {
  return `${pattern}${whereClause([...conditions, ...more])}`;
}

/** The conditions of a reading on when an edge is valid; they depend on its type. */
function inTime(reading: Reading, edge: EdgeInTime, scope: ScopePlan): readonly string[] {
  return reading === "chosen" || reading === "claimed" ? holds(edge, scope) : [];
}

function directed(direction: "OUT" | "IN", x: Variable, y: Variable): readonly [string, string] {
  return direction === "OUT" ? [`${x}`, `${y}`] : [`${y}`, `${x}`];
}

/** How well known a node is: the number of its edges, of one type or of all, whatever they say. Not for answers. */
export function degreeOf(x: Variable, type?: string): string {
  return type === undefined ? `COUNT { (${x})--() }` : `COUNT { (${x})-[:${edgeModel(type).type}]-() }`;
}

/** The number of edges of a type, whatever they say. Not for answers. */
export function numberOfEdges(type: string): string {
  return `COUNT { ()-[:${edgeModel(type).type}]->() }`;
}

/** The scope for names. Names identify nodes and do not make claims, so they are read from all sources. */
export function nameScope(scope: ScopePlan): ScopePlan {
  const { asOf, during, on } = scope;
  return {
    ...recordScope(scope),
    ...(asOf ? { asOf } : {}),
    ...(during ? { during } : {}),
    ...(on ? { on } : {}),
  };
}

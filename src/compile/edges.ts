import { groupBy } from "../group-by.js";
import { type EdgeField, edgeModel } from "../model/registry.js";
import type { ScopePlan } from "../plan/kinds/scope.js";
import type { MatchedEdgePlan } from "../plan/kinds/values.js";
import { recordScope } from "../plan/scope.js";
import type { Environment, Variable } from "../statement/environment.js";
import { whereClause } from "../statement/text.js";
import { bestOf, type FactPattern } from "./best.js";
import { inRecord, isBelieved, isPublished } from "./record.js";
import { holds, type SpellEnds } from "./validity.js";

/**
 * The pattern of an edge, and the conditions under which the edge is read. Only this module writes edge patterns. It
 * derives them from the type and the ends of an edge, and from the scope.
 */
export interface EdgePattern {
  /** `(via)-[r:TYPE]->(node)` */
  readonly pattern: string;
  /** Conditions on the edge. Empty only if everything in the record is read. */
  readonly conditions: readonly string[];
}

/**
 * Which assertions are read.
 * - chosen: for each fact, the spells of one source that hold at the time of the scope
 * - believed: the assertions of all sources at any time, except those that the editors deprecate
 * - asserted: the assertions of all sources at any time
 * - recorded: the assertions of all sources at any time, including retracted ones
 */
export type Reading = "chosen" | "believed" | "asserted" | "recorded";

/** The pattern for edges of one type, matched from one of their ends. */
export function edgePattern(
  environment: Environment,
  edge: MatchedEdgePlan,
  scope: ScopePlan,
  { reading = "chosen", label = "" }: { readonly reading?: Reading; readonly label?: string } = {},
): EdgePattern {
  const { field, r, via, node } = edge;
  const [left, right] = field.direction === "out" ? ["-", "->"] : ["<-", "-"];
  const pattern = `(${via})${left}[${r}:${field.edge.type}]${right}(${node}${label && `:${label}`})`;
  const read = readBy(environment, reading, factOf(edge), scope);
  return { pattern, conditions: [...read, ...inTime(reading, endsOf(edge), scope)] };
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
  const types = steps.map(({ type }) => edgeModel(type).type).join("|");
  const isDirected = steps.every(({ direction }) => direction === "OUT");
  const fact = { r, pattern: (claim: Variable) => `(${x})-[${claim}]-(${y})` };
  const byType = steps.map(({ type, direction }) => {
    const { forward } = edgeModel(type);
    const labels = [...new Set([...forward.owners, ...forward.targets])];
    const ends = { r, timed: forward.edge.timed, from: x, fromLabels: labels, to: y, toLabels: labels };
    const start =
      isDirected || direction === "BOTH"
        ? []
        : [`${direction === "OUT" ? "startNode" : "endNode"}(${r}) = ${x}`];
    return { type, condition: [...start, ...inTime(reading, ends, scope)].join(" AND ") };
  });
  // The choice among claims stays outside of the alternatives: the planner multiplies these out, and would plan a
  // subquery in them many times.
  const conditions = [...alternatives(r, byType), ...readBy(environment, reading, fact, scope)];
  return { pattern: `(${x})-[${r}:${types}]-${isDirected ? ">" : ""}(${y})`, conditions };
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

/** The conditions of a reading that are the same for edges of all types. */
function readBy(
  environment: Environment,
  reading: Reading,
  fact: FactPattern,
  scope: ScopePlan,
): readonly string[] {
  const { r } = fact;
  switch (reading) {
    case "chosen":
      return chosen(environment, fact, scope);
    case "believed":
      return [...inRecord(r, scope), isBelieved(r)];
    case "asserted":
      return inRecord(r, scope);
    case "recorded":
      return scope.asKnownAt ? inRecord(r, scope, true) : isPublished(r, scope);
  }
}

/** The conditions of a reading on when an edge is valid; they depend on its type. */
function inTime(reading: Reading, ends: SpellEnds, scope: ScopePlan): readonly string[] {
  return reading === "chosen" ? holds(ends, scope) : [];
}

/**
 * Conditions for the assertions of a fact to read. By default, these are the primary ones. Under a condition on
 * sources, they are the best ones that satisfy it. With `asKnownAt`, they come from the source that was the best one
 * at that instant.
 */
function chosen(environment: Environment, fact: FactPattern, scope: ScopePlan): readonly string[] {
  const { r } = fact;
  if (!scope.sources && !scope.asKnownAt) return [`${r}.primary`, ...isPublished(r, scope)];
  return bestOf(environment, fact, scope);
}

function factOf({ field, r, via, node }: MatchedEdgePlan): FactPattern {
  const [from, to] = field.direction === "out" ? [via, node] : [node, via];
  const { type } = field.edge;
  return { r, pattern: (claim) => `(${from})-[${claim}:${type}]->(${to})` };
}

/** The ends of an edge in the direction of the edge, with their possible types. */
function endsOf({ field, r, via, node }: MatchedEdgePlan): SpellEnds {
  const { edge, owners, targets, direction } = field;
  const [here, there] = [
    { variable: via, labels: owners },
    { variable: node, labels: targets },
  ];
  const [from, to] = direction === "out" ? [here, there] : [there, here];
  return {
    r,
    timed: edge.timed,
    from: from.variable,
    fromLabels: from.labels,
    to: to.variable,
    toLabels: to.labels,
  };
}

/** The spell of an edge with its two ends, for conditions on the time when the edge holds. */
export function spellOf(edge: MatchedEdgePlan): SpellEnds {
  return endsOf(edge);
}

/** The field of an edge type in a given direction. */
export function fieldOf(type: string, direction: EdgeField["direction"]): EdgeField {
  const edge = edgeModel(type);
  return direction === "out" ? edge.forward : edge.backward;
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

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
  return { pattern, conditions: conditionsOf(environment, reading, factOf(edge), endsOf(edge), scope) };
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
  // Types that are read alike must have the same text, or the database would plan a subquery for each of them.
  const shared = { other: environment.variable("other"), source: environment.variable("source") };
  const byType = steps.map(({ type, direction }) => {
    const { forward } = edgeModel(type);
    const labels = [...new Set([...forward.owners, ...forward.targets])];
    const fact = { r, pattern: (claim: Variable) => `(${x})-[${claim}]-(${y})`, shared };
    const ends = { r, timed: forward.edge.timed, from: x, fromLabels: labels, to: y, toLabels: labels };
    const start =
      isDirected || direction === "BOTH"
        ? []
        : [`${direction === "OUT" ? "startNode" : "endNode"}(${r}) = ${x}`];
    return { type, conditions: [...start, ...conditionsOf(environment, reading, fact, ends, scope)] };
  });
  const conditions = conditionsByType(r, byType);
  return { pattern: `(${x})-[${r}:${types}]-${isDirected ? ">" : ""}(${y})`, conditions };
}

interface TypeConditions {
  readonly type: string;
  readonly conditions: readonly string[];
}

/**
 * One list of conditions for edges of several types. What all types have in common comes first: the planner multiplies out
 * the alternatives of OR, and would plan a subquery in them many times.
 */
function conditionsByType(r: Variable, byType: readonly TypeConditions[]): readonly string[] {
  const [first, ...others] = byType;
  const common = (first?.conditions ?? []).filter((condition) =>
    others.every(({ conditions }) => conditions.includes(condition)),
  );
  const typesByRest = new Map<string, string[]>();
  for (const { type, conditions } of byType) {
    const rest = conditions.filter((condition) => !common.includes(condition)).join(" AND ");
    typesByRest.set(rest, [...(typesByRest.get(rest) ?? []), type]);
  }
  if (typesByRest.size === 1) return [...common, ...typesByRest.keys()].filter(Boolean);
  const alternatives = [...typesByRest].map(
    ([rest, types]) => `(${r}:${types.join("|")}${rest && ` AND ${rest}`})`,
  );
  return [...common, `(${alternatives.join(" OR ")})`];
}

/** A MATCH for an edge, with all its conditions. */
export function matchEdge(edge: EdgePattern, more: readonly string[] = []): string {
  return `MATCH ${hopOf(edge, more)}`;
}

/** An edge with all its conditions, for a MATCH or as one hop of a quantified pattern. */
export function hopOf({ pattern, conditions }: EdgePattern, more: readonly string[] = []): string {
  return `${pattern}${whereClause([...conditions, ...more])}`;
}

function conditionsOf(
  environment: Environment,
  reading: Reading,
  fact: FactPattern,
  ends: SpellEnds,
  scope: ScopePlan,
): readonly string[] {
  const { r } = fact;
  switch (reading) {
    case "chosen":
      return [...chosen(environment, fact, scope), ...holds(ends, scope)];
    case "believed":
      return [...inRecord(r, scope), isBelieved(r)];
    case "asserted":
      return inRecord(r, scope);
    case "recorded":
      return scope.asKnownAt ? inRecord(r, scope, true) : isPublished(r, scope);
  }
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

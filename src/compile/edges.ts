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
 * The door to the edges of the graph: no other module writes an edge pattern. Given the type and the ends of an edge, and
 * the scope that holds there, it gives the pattern and the condition under which the edge is read.
 */
export interface EdgePattern {
  /** `(via)-[r:TYPE]->(node)` */
  readonly pattern: string;
  /** Conditions on the edge; never empty unless everything in the record is read. */
  readonly conditions: readonly string[];
}

/**
 * Which assertions are read.
 * - chosen: of each fact the spells of one source, as they hold at the time of the scope
 * - believed: what every source asserts, apart from what the editors deprecate, whenever it holds
 * - asserted: what every source asserts, whenever it holds
 * - recorded: also what was retracted
 */
export type Reading = "chosen" | "believed" | "asserted" | "recorded";

/** Edges of one type that are matched from one of their ends. */
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

/** Edges of several types that are followed from `x` to `y`, each in its own direction. */
export function stepPattern(
  environment: Environment,
  steps: readonly Step[],
  { r, x, y }: { readonly r: Variable; readonly x: Variable; readonly y: Variable },
  scope: ScopePlan,
  reading: Reading = "chosen",
): EdgePattern {
  const types = steps.map(({ type }) => edgeModel(type).type).join("|");
  const isDirected = steps.every(({ direction }) => direction === "OUT");
  const typesByCondition = new Map<string, string[]>();
  // The text is the same for all types that are read alike: their conditions share one variable for other claims.
  const other = environment.variable("other");
  for (const { type, direction } of steps) {
    const { forward } = edgeModel(type);
    const labels = [...new Set([...forward.owners, ...forward.targets])];
    const fact = {
      r,
      pattern: (claim: Variable) => `(${x})-[${claim}]-(${y})`,
      timed: forward.edge.timed,
      other,
    };
    const ends = { r, timed: forward.edge.timed, from: x, fromLabels: labels, to: y, toLabels: labels };
    const start =
      isDirected || direction === "BOTH"
        ? []
        : [`${direction === "OUT" ? "startNode" : "endNode"}(${r}) = ${x}`];
    const condition = [...start, ...conditionsOf(environment, reading, fact, ends, scope)].join(" AND ");
    typesByCondition.set(condition, [...(typesByCondition.get(condition) ?? []), type]);
  }
  const [only, ...others] = [...typesByCondition];
  const conditions =
    only && !others.length
      ? [only[0]]
      : [
          `(${[...typesByCondition].map(([condition, of]) => `(${r}:${of.join("|")} AND ${condition})`).join(" OR ")})`,
        ];
  return { pattern: `(${x})-[${r}:${types}]-${isDirected ? ">" : ""}(${y})`, conditions };
}

/** MATCH of an edge with all that is asked of it. */
export function matchEdge(edge: EdgePattern, more: readonly string[] = []): string {
  return `MATCH ${hopOf(edge, more)}`;
}

/** An edge with all that is asked of it, for a MATCH or as one hop of a quantified pattern. */
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
 * Which of the assertions of one fact is read: the primary one; under a condition on sources, the best of those that the
 * condition lets through; as known at an instant, those of the source that was the best one then.
 */
function chosen(environment: Environment, fact: FactPattern, scope: ScopePlan): readonly string[] {
  const { r } = fact;
  if (!scope.sources && !scope.asKnownAt) return [`${r}.primary`, ...isPublished(r, scope)];
  return bestOf(environment, fact, scope);
}

function factOf({ field, r, via, node }: MatchedEdgePlan): FactPattern {
  const [from, to] = field.direction === "out" ? [via, node] : [node, via];
  const { type, timed } = field.edge;
  return { r, pattern: (claim) => `(${from})-[${claim}:${type}]->(${to})`, timed };
}

/** The ends of an edge in its own direction, with the types they can have. */
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

/** The spell of an edge with its two ends, for conditions on when it holds. */
export function spellOf(edge: MatchedEdgePlan): SpellEnds {
  return endsOf(edge);
}

/** A field of an edge type by its direction. */
export function fieldOf(type: string, direction: EdgeField["direction"]): EdgeField {
  const edge = edgeModel(type);
  return direction === "out" ? edge.forward : edge.backward;
}

/** Names identify and do not claim: they are read from all sources. */
export function nameScope(scope: ScopePlan): ScopePlan {
  const { asOf, during, on } = scope;
  return {
    ...recordScope(scope),
    ...(asOf ? { asOf } : {}),
    ...(during ? { during } : {}),
    ...(on ? { on } : {}),
  };
}

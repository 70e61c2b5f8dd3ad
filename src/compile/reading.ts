import { type EdgeModel, model } from "../model/registry.js";
import type { MatchedEdgePlan } from "../plan/kinds/matched.js";
import type { ScopePlan } from "../plan/kinds/scope.js";
import { withoutSources } from "../plan/scope.js";
import type { Variable } from "../statement/environment.js";
import { bestOf, type FactPattern, ofSources, visible } from "./best.js";
import { inRecord, isPublished, wasChosen } from "./record.js";

/** Creates the variables that a condition needs. */
export interface NewVariables {
  variable(hint: string): Variable;
}

/**
 * Which assertions are read.
 * - chosen: for each fact, the spells of one source that hold at the time of the scope
 * - primary: the same, at any time
 * - claimed: for each source in the scope, its assertions that hold at the time of the scope
 * - believed: the assertions of all sources in the scope at any time, except those that the editors deprecate
 * - asserted: the assertions of all sources at any time
 * - recorded: the assertions of all sources at any time, including retracted ones
 */
export type Reading = "chosen" | "primary" | "claimed" | "believed" | "asserted" | "recorded";

/** The readings that a condition on sources does not restrict. */
const OF_ALL_SOURCES: ReadonlySet<Reading> = new Set(["asserted", "recorded"]);

/** The pattern of an edge of one type: `(via)-[r:TYPE]->(node)`. */
export function patternOf({ field, r, via, node }: MatchedEdgePlan, label = ""): string {
  const [left, right] = field.direction === "out" ? ["-", "->"] : ["<-", "-"];
  return `(${via})${left}[${r}:${field.edge.type}]${right}(${node}${label && `:${label}`})`;
}

/** The conditions of a reading for an edge of one type, apart from those on its time. */
export function readEdge(
  variables: NewVariables,
  edge: MatchedEdgePlan,
  reading: Reading,
  scope: ScopePlan,
): readonly string[] {
  // Names identify nodes and do not make claims, so they are read from all sources.
  const read = edge.field.edge === model.names ? withoutSources(scope) : scope;
  const { type } = edge.field.edge;
  return readBy(variables, readingOf(edge.field.edge, reading), { ...factOf(edge), types: [type] }, read);
}

/** The conditions of a reading that are the same for edges of all these types. */
export function readBy(
  variables: NewVariables,
  reading: Reading,
  fact: FactPattern & { readonly types: readonly string[] },
  scope: ScopePlan,
): readonly string[] {
  const { r } = fact;
  if (areAllPrimary(fact.types, scope)) return OF_ALL_SOURCES.has(reading) ? [] : ofSources(r, scope);
  switch (reading) {
    case "chosen":
    case "primary":
      return chosen(variables, fact, scope);
    case "claimed":
    case "believed":
      return visible(r, scope);
    case "asserted":
      return inRecord(r, scope);
    case "recorded":
      return scope.asKnownAt ? inRecord(r, scope, true) : isPublished(r, scope);
  }
}

/** True if every edge of these types satisfies every reading: it is primary, believed and not retracted. */
function areAllPrimary(types: readonly string[], { asKnownAt, facts }: ScopePlan): boolean {
  return !asKnownAt && facts !== undefined && types.every((type) => facts.undisputed.has(type));
}

/** Reports are shown side by side, so all that are believed are read. Which one is chosen is in `primary`. */
function readingOf({ role }: EdgeModel, reading: Reading): Reading {
  return role === "reports" && reading === "chosen" ? "claimed" : reading;
}

/**
 * Conditions for the assertions of a fact to read. By default, these are the primary ones; with `asKnownAt`, those that
 * were primary at that instant. Under a condition on sources, they are the best ones that satisfy it.
 */
function chosen(variables: NewVariables, fact: FactPattern, scope: ScopePlan): readonly string[] {
  const { r } = fact;
  if (scope.sources) return bestOf(variables, fact, scope);
  if (scope.asKnownAt) return [...inRecord(r, scope), wasChosen(r, scope.asKnownAt)];
  return [`${r}.primary`, ...isPublished(r, scope)];
}

function factOf({ field, r, via, node }: MatchedEdgePlan): FactPattern {
  const [from, to] = field.direction === "out" ? [via, node] : [node, via];
  const { type, role } = field.edge;
  // What sources report about a node is one fact, and each report starts at its own source.
  const start = role === "reports" ? "" : `${from}`;
  return { r, pattern: (claim) => `(${start})-[${claim}:${type}]->(${to})` };
}

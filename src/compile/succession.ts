import { MAX_SUCCESSIONS } from "../model/bounds.js";
import { FIRST_DAY, LAST_DAY } from "../model/edtf.js";
import { maxColumn, minColumn, type PropertyModel } from "../model/property.js";
import { model, nodeModel } from "../model/registry.js";
import { SUCCESSOR } from "../model/succession.js";
import type { ConnectionPlan } from "../plan/kinds/nodes.js";
import { recordScope, timelessScope } from "../plan/scope.js";
import type { Environment, Variable } from "../statement/environment.js";
import { allOf, constants } from "../statement/text.js";
import { edgePattern, hopOf, matchEdge, stepPattern } from "./edges.js";
import { lastDayOf } from "./life.js";
import { TO } from "./spell.js";

/**
 * The shortest chain of successions between a state and a later one. The chain can be empty. It follows only the views
 * of succession that the parameter lists. `chain` is the list of its edges, from the start of the path. Successions
 * identify legal persons, so they are read from all sources, as recorded at the instant of the scope.
 */
export function successionPath(
  environment: Environment,
  { scope, succession }: ConnectionPlan,
  { later, earlier }: { readonly later: Variable; readonly earlier: Variable },
  towards: "predecessors" | "successors",
): { readonly pattern: string; readonly chain: Variable } {
  const [x, y, chain] = [environment.variable("x"), environment.variable("y"), environment.variable("p")];
  const [heir, from, to] = towards === "predecessors" ? [x, later, earlier] : [y, earlier, later];
  const steps = [{ type: model.relations.type, direction: "BOTH" }] as const;
  const step = stepPattern(environment, steps, { r: chain, x, y }, recordScope(scope));
  const { fromPredecessor } = model.relationKinds;
  const begins =
    `CASE WHEN ${chain}.kind IN ${constants(fromPredecessor)} THEN endNode(${chain}) ` +
    `ELSE startNode(${chain}) END = ${heir}`;
  const hop = hopOf(step, [`${chain}.kind IN ${succession?.kinds}`, begins]);
  const pattern = `ANY SHORTEST (${from})(${hop}){0,${MAX_SUCCESSIONS}}(${to})`;
  return { pattern, chain };
}

/** The nodes of an inherited edge: `heir` has the edge by succession from `via`. */
interface Inherited {
  readonly heir: Variable;
  readonly via: Variable;
  readonly node: Variable;
}

/**
 * The condition of an edge that may be inherited. An inherited edge must have been valid when the state succeeded its
 * predecessor. It must still continue: the node at its other end has not ended. The state must not have such an edge of
 * its own, which would be more specific. If no time is requested, all edges of predecessors match.
 */
export function inheritedCondition(
  environment: Environment,
  plan: ConnectionPlan,
  own: readonly string[],
  chain: Variable,
  ends: Inherited,
): string {
  const { field, scope, matched } = plan;
  const { asOf, during, certain } = scope;
  if (!field.edge.timed || (!asOf && !during)) return allOf(own);
  const { heir, via, node } = ends;
  const [first, last] = asOf ? [asOf, asOf] : [during?.min, during?.max];
  const { r } = matched;
  const succeeded = plan.succession?.side === "via" ? `last(${chain})` : `head(${chain})`;
  const bound = (name: string, possible: "min" | "max") =>
    (possible === "min") === certain ? maxColumn(name) : minColumn(name);
  const lives = lifeEnds(plan.succession?.side === "via" ? field.targets : field.owners).map((property) =>
    lastDayOf(`${node}`, property, certain ? minColumn : maxColumn),
  );
  const lasts = `CASE WHEN ${r}.validTo IS NULL THEN ${r}.${TO.min} ELSE ${r}.${certain ? TO.min : TO.max} END`;
  const { existsFrom, existsTo } = lifeOf(heir);
  const inherited = [
    // Every succession in the chain has happened by the end of the requested time.
    `all(link IN ${chain} WHERE link.${bound("date", "min")} <= ${last})`,
    `${r}.${bound("validFrom", "min")} <= ${succeeded}.${certain ? minColumn("date") : maxColumn("date")}`,
    // The last day of the predecessor is the day before the succession.
    `${lasts} >= ${succeeded}.${certain ? maxColumn("date") : minColumn("date")} - duration({days: 1})`,
    // An end that is not known is not handed on beyond the last day on which the source observed the edge.
    `(${r}.validTo IS NOT NULL OR ${r}.${TO.min} >= ${first})`,
    ...(lives.length ? [`coalesce(${[...lives, `date('${LAST_DAY}')`].join(", ")}) >= ${first}`] : []),
    // A state has inherited edges only while it exists.
    `coalesce(${existsTo(certain ? minColumn : maxColumn)}, date('${LAST_DAY}')) >= ${first}`,
    `coalesce(${existsFrom(certain ? maxColumn : minColumn)}, date('${FIRST_DAY}')) <= ${last}`,
    ...readOf(environment, plan, r, via, ends).conditions,
    `NOT EXISTS { ${matchEdge(readOf(environment, plan, environment.variable("own"), heir, ends))} }`,
  ];
  return `CASE WHEN ${heir} = ${via} THEN ${allOf(own)} ELSE ${allOf(inherited)} END`;
}

/** The edges between a state and the other end, at any time. */
function readOf(
  environment: Environment,
  { field, scope, succession }: ConnectionPlan,
  r: Variable,
  state: Variable,
  { node }: Inherited,
) {
  const ends = succession?.side === "via" ? { via: state, node } : { via: node, node: state };
  return edgePattern(environment, { field, r, ...ends }, timelessScope(scope));
}

function lifeOf(state: Variable) {
  const {
    lifeStarts: [lifeStart],
    lifeEnd,
  } = nodeModel(SUCCESSOR);
  return {
    existsFrom: (bound: (name: string) => string) => `${state}.${bound(lifeStart?.name ?? "")}`,
    existsTo: (bound: (name: string) => string) => `${state}.${bound(lifeEnd?.name ?? "")}`,
  };
}

function lifeEnds(labels: readonly string[]): readonly PropertyModel[] {
  return labels.flatMap((label) => {
    const property = nodeModel(label).lifeEnd;
    return property ? [property] : [];
  });
}

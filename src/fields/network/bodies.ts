import { edgePattern, hopOf, matchEdge, stepPattern } from "../../compile/edges.js";
import { MAX_PART_HOPS } from "../../model/bounds.js";
import { model } from "../../model/registry.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import { recordScope } from "../../plan/scope.js";
import type { Environment, Parameter, Variable } from "../../statement/environment.js";

/** Whose ballots are counted. */
export interface BodiesPlan {
  /** The types of the edges from a body, or a meeting of it, to the text of a ballot. */
  readonly heldBy: readonly string[];
  /** The requested bodies; undefined for the body that held the most ballots. */
  readonly asked: Parameter | undefined;
  /** The list of the ids of the bodies. */
  readonly ids: Variable;
}

/** The label of bodies. */
export const BODY = "Organization";

/**
 * Matches the body `o` that held the ballot on a text: the organization, or that of the meeting. With `isNearest`, only
 * the body itself, not what it is part of. Bodies identify ballots, so they are read from all sources and at any time.
 */
function matchBody(
  environment: Environment,
  { heldBy }: BodiesPlan,
  { m, o, scope, isNearest }: { m: Variable; o: Variable; scope: ScopePlan; isNearest: boolean },
): string {
  const record = recordScope(scope);
  const holder = environment.variable("holder");
  const held = stepPattern(
    environment,
    heldBy.map((type) => ({ type, direction: "IN" as const })),
    { r: environment.variable("held"), x: m, y: holder },
    record,
  );
  const part = {
    field: model.hierarchy.forward,
    via: environment.variable("x"),
    r: environment.variable("part"),
    node: environment.variable("y"),
  };
  const hop = hopOf(edgePattern(environment, part, record), isNearest ? [`NOT ${part.via}:${BODY}`] : []);
  return `${matchEdge(held)} MATCH (${holder})(${hop}){0,${MAX_PART_HOPS}}(${o}:${BODY})`;
}

/** A condition: the ballot on a text is one of those that are counted. Ballots of unknown bodies count unless bodies are requested. */
export function isOfBodies(
  environment: Environment,
  bodies: BodiesPlan,
  m: Variable,
  scope: ScopePlan,
): string {
  const o = environment.variable("o");
  const isNearest = !bodies.asked;
  const match = matchBody(environment, bodies, { m, o, scope, isNearest });
  const among = `RETURN ${o}.id IN ${bodies.ids} AS among ORDER BY among DESC LIMIT 1`;
  return `coalesce(head(COLLECT { ${match} ${among} }), ${isNearest})`;
}

/** A clause for the list of bodies: as requested, or the body that held the most ballots on texts that satisfy the conditions. */
export function bodiesClause(
  environment: Environment,
  bodies: BodiesPlan,
  {
    m,
    labels,
    wanted,
    scope,
  }: { m: Variable; labels: readonly string[]; wanted: readonly string[]; scope: ScopePlan },
): string {
  if (bodies.asked) return `WITH ${bodies.asked} AS ${bodies.ids} `;
  const o = environment.variable("o");
  return (
    `CALL () { MATCH (${m}:${labels.join("|")}) WHERE ${wanted.join(" AND ")} ` +
    `${matchBody(environment, bodies, { m, o, scope, isNearest: true })} ` +
    `WITH ${o}, count(DISTINCT ${m}) AS ballots ORDER BY ballots DESC, ${o}.id LIMIT 1 ` +
    `RETURN collect(${o}.id) AS ${bodies.ids} } `
  );
}

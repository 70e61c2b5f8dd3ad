import { PactError } from "../errors.js";
import { describeEnum } from "./describe-enum.js";
import { type EdgeField, model } from "./registry.js";
import type { TieModel } from "./roles.js";

/** An edge from an actor to a node that can link it to other actors. */
export interface Tie extends TieModel {
  readonly field: EdgeField;
}

/** The ties of all projections. */
export const TIES: readonly Tie[] = [...model.edges.values()].flatMap(({ tie, forward }) =>
  tie ? [{ ...tie, field: forward }] : [],
);

/** The types of edges from actors to what can link them. */
export const TIE_TYPES: ReadonlySet<string> = new Set(TIES.map(({ field }) => field.edge.type));

/** What can link two actors to each other. */
export const ProjectionCodes = describeEnum(
  "Projection",
  "What links two states or organizations.",
  Object.fromEntries(TIES.map((tie) => [tie.projection, tie.description])),
);

/** The tie of a projection. Throws INTERNAL if there is none. */
export function tieOf(projection: string): Tie {
  const tie = TIES.find((each) => each.projection === projection);
  if (tie) return tie;
  throw new PactError("INTERNAL", `No edge type has the projection ${projection}.`);
}

/** The node types in a network. */
export const NETWORK_LABELS: readonly string[] = ["State", "Organization"];

import { ArrayMaxSize, IsOptional } from "class-validator";
import { MAX_KEYS } from "../model/bounds.js";
import type { AnyClass } from "../model/decorators.js";
import type { EdgeField } from "../model/registry.js";
import { SUCCESSOR, SuccessionCodes, successionSide } from "../model/succession.js";
import { type ArgumentsClass, argumentsType, optional } from "./adapter.js";
import { ConnectionArgs, Order, PartsConnectionArgs } from "./page-args.js";
import { edgeWhereOf, nodeWhereOf } from "./where.js";

/** The arguments of a list of nodes: page, scope, condition and order. */
export function listArgs(label: string): ArgumentsClass {
  return filteredArgs(ConnectionArgs, () => nodeWhereOf(label));
}

/** The arguments of a connection, including includeParts if the owner can have parts. */
export function connectionArgs(field: EdgeField, owner: string, hasParts: boolean): ArgumentsClass {
  const args = filteredArgs(hasParts ? PartsConnectionArgs : ConnectionArgs, () => edgeWhereOf(field));
  const side = successionSide(field);
  if (side === "node" || (side === "via" && owner === SUCCESSOR)) {
    optional(
      args,
      "followSuccession",
      () => [SuccessionCodes.graphql],
      "Include facts that states inherit from predecessors through these kinds of succession.",
    );
  }
  return args;
}

function filteredArgs(parent: typeof ConnectionArgs, where: () => AnyClass): ArgumentsClass {
  const args = argumentsType(parent);
  const { prototype } = args;
  IsOptional()(prototype, "where");
  optional(args, "where", where, "Only items that satisfy these conditions.");
  IsOptional()(prototype, "orderBy");
  ArrayMaxSize(MAX_KEYS, { message: `can have at most ${MAX_KEYS} keys` })(prototype, "orderBy");
  optional(args, "orderBy", () => [Order], `Sort keys, at most ${MAX_KEYS}. Ties are ordered by id.`);
  return args;
}

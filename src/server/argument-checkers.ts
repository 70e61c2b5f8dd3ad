import type { ArgumentCheckers } from "../plan/bind.js";
import { NodeArgs, NodeIdsArgs, PartsConnectionArgs, ScopeArgs } from "../schema/args.js";

/** The classes that check the arguments of each kind of field. */
export const argumentCheckers: ArgumentCheckers = {
  scope: ScopeArgs,
  page: PartsConnectionArgs,
  node: NodeArgs,
  ids: NodeIdsArgs,
  name: undefined,
};

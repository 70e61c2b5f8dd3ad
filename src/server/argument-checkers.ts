import type { ArgumentCheckers } from "../plan/bind.js";
import {
  GroupsArgs,
  NameArgs,
  NodeArgs,
  NodeIdsArgs,
  PartsConnectionArgs,
  ScopeArgs,
  SearchArgs,
  SeriesArgs,
} from "../schema/args.js";
import { NeighbourhoodArgs } from "../schema/neighbourhood-types.js";
import { NetworkArgs } from "../schema/network-types.js";
import { PathArgs } from "../schema/path-types.js";

/** The classes that check the arguments of each kind of field. */
export const argumentCheckers: ArgumentCheckers = {
  scope: ScopeArgs,
  page: PartsConnectionArgs,
  search: SearchArgs,
  node: NodeArgs,
  ids: NodeIdsArgs,
  name: NameArgs,
  groups: GroupsArgs,
  series: SeriesArgs,
  path: PathArgs,
  network: NetworkArgs,
  neighbourhood: NeighbourhoodArgs,
};

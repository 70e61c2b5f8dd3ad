import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { Entity } from "../model/entity.js";
import { type Model, singularOf } from "../model/registry.js";
import { addAggregate } from "./aggregate-types.js";
import { NodeArgs, NodeIdArgs, NodeIdsArgs, SearchArgs } from "./args.js";
import type { RequestContext } from "./context.js";
import { makeConnectionClass, makePlainEdgeClass } from "./edge-types.js";
import { Neighbourhood, neighbourhoodArgs } from "./neighbourhood-types.js";
import { Network, networkArgs } from "./network-types.js";
import { pathArgs, Route } from "./path-types.js";
import { ChangeConnection, ChangesArgs, ConflictConnection, ConflictsArgs } from "./record-types.js";
import { makeSearchConnection } from "./search-types.js";
import { TimelineArgs, TimelineConnection } from "./timeline-types.js";
import { listArgsOf } from "./where.js";

type ReturnType = () => object;

/** Makes the resolver class with all root fields of the queries. */
export function makeQueryResolver(model: Model): new () => object {
  class Queries {}
  Resolver()(Queries);
  const add = (name: string, description: string, args: object, type: ReturnType, nullable: boolean) =>
    addQuery(Queries.prototype, { name, description, args, type, nullable });

  add("node", "A node of any type by its id.", NodeIdArgs, () => Entity, true);
  addNodesQuery(Queries.prototype);
  for (const node of model.nodes.values()) {
    add(
      singularOf(node.label),
      `One ${node.label} by its id or by one of its codes.`,
      NodeArgs,
      () => node.cls,
      true,
    );
    const edge = makePlainEdgeClass(node.label, () => node.cls);
    const connection = makeConnectionClass(node.label, edge, () => node.cls);
    addAggregate(connection);
    add(node.plural, `All nodes of type ${node.label}.`, listArgsOf(node.label), () => connection, false);
  }
  const search = makeSearchConnection();
  add(
    "search",
    "Finds nodes by any of their names, codes or ids; the best first.",
    SearchArgs,
    () => search,
    false,
  );
  for (const query of GRAPH_QUERIES) addQuery(Queries.prototype, { ...query, args: query.args() });
  return Queries;
}

function addNodesQuery(prototype: object): void {
  const description = "Nodes of any type by their ids, in that order; null where there is none.";
  defineAnswer(prototype, "nodes", NodeIdsArgs);
  Query(() => [Entity], { nullable: "items", description })(prototype, "nodes", {});
}

/** Questions on the graph as a whole. They may be null, so that an error in one leaves the others. */
const GRAPH_QUERIES: readonly (Omit<QueryDeclaration, "args"> & { readonly args: () => object })[] = [
  {
    name: "path",
    description: "Routes between two nodes, the shortest first; none when there is none.",
    args: pathArgs,
    type: () => [Route],
    nullable: true,
  },
  {
    name: "neighbourhood",
    description: "The nodes and edges around some nodes, for drawing; what is left out is counted.",
    args: neighbourhoodArgs,
    type: () => Neighbourhood,
    nullable: true,
  },
  {
    name: "network",
    description: "States and organizations, tied by what they share: a weighted network with measures.",
    args: networkArgs,
    type: () => Network,
    nullable: true,
  },
  {
    name: "timeline",
    description:
      "Events that concern some nodes, by date: dates of edges, of what they lead to, and responses.",
    args: () => TimelineArgs,
    type: () => TimelineConnection,
    nullable: true,
  },
  {
    name: "conflicts",
    description:
      "Facts that sources state differently, and in what. Dates conflict when they cannot be the same.",
    args: () => ConflictsArgs,
    type: () => ConflictConnection,
    nullable: true,
  },
  {
    name: "changes",
    description: "What was recorded or retracted in a time, in that order.",
    args: () => ChangesArgs,
    type: () => ChangeConnection,
    nullable: true,
  },
];

interface QueryDeclaration {
  readonly name: string;
  readonly description: string;
  readonly args: object;
  readonly type: ReturnType;
  readonly nullable: boolean;
}

function addQuery(prototype: object, { name, description, args, type, nullable }: QueryDeclaration): void {
  defineAnswer(prototype, name, args);
  Query(type, { nullable, description })(prototype, name, {});
}

/** Defines the method behind a root field and declares its parameters: arguments, info, context. */
function defineAnswer(prototype: object, name: string, args: object): void {
  const value = (_args: unknown, info: GraphQLResolveInfo, context: RequestContext) => context.answer(info);
  Object.defineProperty(prototype, name, { value, configurable: true });
  Args(() => args)(prototype, name, 0);
  Info()(prototype, name, 1);
  Ctx()(prototype, name, 2);
}

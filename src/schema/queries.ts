import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { Entity } from "../model/entity.js";
import type { Model, NodeModel } from "../model/registry.js";
import { addAggregate } from "./aggregate-types.js";
import { NodeArgs, NodeIdArgs, NodeIdsArgs, SearchArgs } from "./args.js";
import type { RequestContext } from "./context.js";
import { makeConnectionClass, makePlainEdgeClass } from "./edge-types.js";
import { makeSearchConnection } from "./search-types.js";
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
      singularOf(node),
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
  return Queries;
}

/** The root field that gives one node of a type. */
export function singularOf(node: NodeModel): string {
  return node.label.charAt(0).toLowerCase() + node.label.slice(1);
}

function addNodesQuery(prototype: object): void {
  const description = "Nodes of any type by their ids, in that order; null where there is none.";
  defineAnswer(prototype, "nodes", NodeIdsArgs);
  Query(() => [Entity], { nullable: "items", description })(prototype, "nodes", {});
}

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

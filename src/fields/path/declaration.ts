import { IsOptional, MaxLength } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import { ArgsType, Ctx, Field, ID, Info, Int, ObjectType, Query, Resolver } from "type-graphql";
import { DEFAULT_HOPS, DEFAULT_HOPS_OF_ALL, MAX_HOPS, MAX_ID } from "../../model/bounds.js";
import { describeEnum } from "../../model/describe-enum.js";
import { Entity } from "../../model/entity.js";
import { TIE_TYPES } from "../../model/projection.js";
import { HopsScalar } from "../../model/scalars.js";
import { Arguments } from "../../schema/adapter.js";
import type { RequestContext } from "../../schema/context.js";
import { GraphEdge, ViaArgs } from "../../schema/graph-edge.js";
import { WholeNumber } from "../../schema/rules.js";
import { nodeWhereOf } from "../../schema/where.js";
import { DEFAULT_ROUTES, MAX_ROUTES, type PathStatus } from "./plan.js";

const HOP =
  `A hop is one edge. Two edges that end at the same node are one hop if both are of the types ` +
  `${[...TIE_TYPES].join(", ")}: two parties to a treaty are one hop apart.`;

const PathStatusCodes = describeEnum("PathStatus", "Whether there is a route.", {
  FOUND: "There is a route of at most maxHops hops.",
  NONE_WITHIN_BOUND: "There are routes, but all of them have more than maxHops hops.",
  NONE: "There is no route of any length.",
} satisfies Record<PathStatus, string>);

@ObjectType({ description: "A route from one node to another.", simpleResolvers: true })
class Route {
  @Field(() => Int, { description: "The number of hops." }) length!: number;
  @Field(() => [Entity], { description: "The nodes on the route, including both ends." }) nodes!: Entity[];
  @Field(() => [GraphEdge], { description: "The edges in order, each with its source." }) edges!: GraphEdge[];
}

@ObjectType({ description: "How two nodes are connected.", simpleResolvers: true })
class PathAnswer {
  @Field(() => PathStatusCodes.graphql, { description: "Whether there is a route." }) status!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      "The number of hops of the shortest route, also if it is longer than maxHops. null if there is no route.",
  })
  length?: number;
  @Field(() => [Route], {
    description: "The routes, shortest first. Empty if there is no route of at most maxHops hops.",
  })
  paths!: Route[];
}

const ID_RULE = { message: `must have at most ${MAX_ID} characters` };

@ArgsType()
class PathArgs extends ViaArgs {
  @MaxLength(MAX_ID, ID_RULE)
  @Field(() => ID, { description: "Id of the node where the route starts." })
  from!: string;

  @MaxLength(MAX_ID, ID_RULE)
  @Field(() => ID, { description: "Id of the node where the route ends." })
  to!: string;

  @Field(() => HopsScalar, {
    nullable: true,
    description:
      `The maximum number of hops in a route, 1 to ${MAX_HOPS}. ${HOP} ` +
      `Default ${DEFAULT_HOPS}, with all: true ${DEFAULT_HOPS_OF_ALL}.`,
  })
  maxHops?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "true: all routes that visit no node twice. false (default): only those with the fewest edges.",
  })
  all?: boolean | null;

  @IsOptional()
  @Field(() => nodeWhereOf("Entity"), {
    nullable: true,
    description: "Conditions on the nodes between the two ends.",
  })
  where?: object | null;

  @WholeNumber(1, MAX_ROUTES)
  @Field(() => Int, {
    nullable: true,
    description: `Return the first n routes. Default ${DEFAULT_ROUTES}, at most ${MAX_ROUTES}.`,
  })
  first?: number | null;
}

@Resolver()
export class PathResolver {
  @Query(() => PathAnswer, {
    nullable: true,
    description: "Whether and how two nodes are connected: the number of hops, and the routes.",
  })
  path(
    @Arguments(PathArgs) _args: PathArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return context.answer(info);
  }
}

import { IsOptional, MaxLength } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import { ArgsType, Ctx, Field, ID, Info, Int, ObjectType, Query, Resolver } from "type-graphql";
import { MAX_ID } from "../../model/bounds.js";
import { Entity } from "../../model/entity.js";
import { HopsScalar } from "../../model/scalars.js";
import { Arguments } from "../../schema/adapter.js";
import type { RequestContext } from "../../schema/context.js";
import { GraphEdge, ViaArgs } from "../../schema/graph-edge.js";
import { WholeNumber } from "../../schema/rules.js";
import { nodeWhereOf } from "../../schema/where.js";
import { DEFAULT_HOPS, DEFAULT_ROUTES, MAX_ROUTES } from "./plan.js";

@ObjectType({ description: "A route from one node to another.", simpleResolvers: true })
class Route {
  @Field(() => Int, { description: "The number of edges." }) length!: number;
  @Field(() => [Entity], { description: "The nodes on the route, including both ends." }) nodes!: Entity[];
  @Field(() => [GraphEdge], { description: "The edges in order, each with its source." }) edges!: GraphEdge[];
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
    description: `The maximum number of edges in a route. Default ${DEFAULT_HOPS}.`,
  })
  maxHops?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "true: all routes that visit no node twice, shortest first. false (default): only the shortest routes.",
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
  @Query(() => [Route], {
    nullable: true,
    description: "Routes between two nodes, shortest first. The list is empty if there is no route.",
  })
  path(
    @Arguments(PathArgs) _args: PathArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return context.answer(info);
  }
}

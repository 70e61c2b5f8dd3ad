import { ArrayMaxSize, ArrayMinSize, IsOptional } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import { ArgsType, Ctx, Field, ID, Info, Int, ObjectType, Query, Resolver } from "type-graphql";
import { DEFAULT_PAGE, MAX_HOPS, MAX_STARTS } from "../../model/bounds.js";
import { Entity } from "../../model/entity.js";
import { HopsScalar } from "../../model/scalars.js";
import { Arguments } from "../../schema/adapter.js";
import type { RequestContext } from "../../schema/context.js";
import { GraphEdge, ViaArgs } from "../../schema/graph-edge.js";
import { WholeNumber } from "../../schema/rules.js";
import { nodeWhereOf } from "../../schema/where.js";
import { EDGES_PER_NODE, MAX_NEIGHBOURS } from "./plan.js";

@ObjectType({ description: "A node near the given nodes.", simpleResolvers: true })
class Neighbour {
  @Field(() => Entity, { description: "The node." }) node!: Entity;
  @Field(() => Int, { description: "The number of edges to the nearest given node." })
  distance!: number;
}

@ObjectType({ description: "Nodes and edges around the given nodes, for drawing.", simpleResolvers: true })
class Neighbourhood {
  @Field(() => [Neighbour], { description: "The nodes, nearest first." }) nodes!: Neighbour[];
  @Field(() => [GraphEdge], { description: "The edges between these nodes." }) edges!: GraphEdge[];
  @Field(() => Int, { description: "The number of nodes that were found but omitted." })
  nodesLeftOut!: number;
  @Field(() => Int, { description: "The number of edges between these nodes that were omitted." })
  edgesLeftOut!: number;
}

@ArgsType()
class NeighbourhoodArgs extends ViaArgs {
  @ArrayMinSize(1, { message: "needs at least one id" })
  @ArrayMaxSize(MAX_STARTS, { message: `must have at most ${MAX_STARTS} ids` })
  @Field(() => [ID], { description: `Ids of the nodes to start from, 1 to ${MAX_STARTS}.` })
  ids!: string[];

  @Field(() => HopsScalar, {
    nullable: true,
    description: `The maximum distance in edges, 1 to ${MAX_HOPS}. Default 1.`,
  })
  hops?: number | null;

  @IsOptional()
  @Field(() => nodeWhereOf("Entity"), { nullable: true, description: "Conditions on the nodes to find." })
  where?: object | null;

  @WholeNumber(1, MAX_NEIGHBOURS)
  @Field(() => Int, {
    nullable: true,
    description:
      `Return at most n nodes, and at most ${EDGES_PER_NODE} times as many edges. ` +
      `Default ${DEFAULT_PAGE}, at most ${MAX_NEIGHBOURS}.`,
  })
  limit?: number | null;
}

@Resolver()
export class NeighbourhoodResolver {
  @Query(() => Neighbourhood, {
    nullable: true,
    description: "The nodes and edges around the given nodes, for drawing, with counts of those omitted.",
  })
  neighbourhood(
    @Arguments(NeighbourhoodArgs) _args: NeighbourhoodArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return context.answer(info);
  }
}

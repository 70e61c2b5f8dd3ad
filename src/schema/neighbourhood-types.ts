import { ArrayMaxSize, ArrayMinSize, IsInt, IsOptional, Max, Min } from "class-validator";
import { ArgsType, Field, ID, Int, ObjectType } from "type-graphql";
import type { AnyClass } from "../model/decorators.js";
import { Entity } from "../model/entity.js";
import { HopsScalar } from "../model/scalars.js";
import { LARGEST_PAGE, MOST_STARTS } from "../plan/limits.js";
import { GraphEdge, ViaArgs } from "./graph-edge.js";
import { nodeWhereOf } from "./where.js";

@ObjectType({ description: "A node that was found near others." })
class Neighbour {
  @Field(() => Entity, { description: "The node." }) node!: Entity;
  @Field(() => Int, { description: "How many edges lie between it and the nearest node asked for." })
  distance!: number;
}

@ObjectType({ description: "What lies around some nodes, for drawing." })
export class Neighbourhood {
  @Field(() => [Neighbour], { description: "The nodes, the nearest first." }) nodes!: Neighbour[];
  @Field(() => [GraphEdge], { description: "The edges between these nodes." }) edges!: GraphEdge[];
  @Field(() => Int, { description: "How many more nodes were found." }) nodesLeftOut!: number;
  @Field(() => Int, { description: "How many more edges lie between these nodes." }) edgesLeftOut!: number;
}

const RULE = `must be a whole number from 1 to ${LARGEST_PAGE}`;

@ArgsType()
export class NeighbourhoodArgs extends ViaArgs {
  @ArrayMinSize(1, { message: "needs at least one id" })
  @ArrayMaxSize(MOST_STARTS, { message: `must have at most ${MOST_STARTS} ids` })
  @Field(() => [ID], { description: "Ids of the nodes in the middle." })
  ids!: string[];

  @IsOptional()
  @Max(4, { message: "must be 4 at most" })
  @Field(() => HopsScalar, { nullable: true, description: "How far, from 1 to 4; 1 when not given." })
  hops?: number | null;

  @IsOptional()
  @IsInt({ message: RULE })
  @Min(1, { message: RULE })
  @Max(LARGEST_PAGE, { message: RULE })
  @Field(() => Int, {
    nullable: true,
    description: "At most so many nodes, and five times as many edges; 100 when not given.",
  })
  limit?: number | null;
}

/** The arguments of `neighbourhood`, with a condition on the nodes found. */
export function neighbourhoodArgs(): AnyClass {
  class Args extends NeighbourhoodArgs {}
  ArgsType()(Args);
  Field(() => nodeWhereOf("Entity"), { nullable: true, description: "Which nodes may be found." })(
    Args.prototype,
    "where",
  );
  return Args;
}

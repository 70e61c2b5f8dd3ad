import { IsInt, IsOptional, Max, Min } from "class-validator";
import { ArgsType, Field, ID, Int, ObjectType } from "type-graphql";
import type { AnyClass } from "../model/decorators.js";
import { Entity } from "../model/entity.js";
import { HopsScalar } from "../model/scalars.js";
import { MOST_ROUTES } from "../plan/limits.js";
import { GraphEdge, ViaArgs } from "./graph-edge.js";
import { nodeWhereOf } from "./where.js";

@ObjectType({ description: "A way from one node to another." })
export class Route {
  @Field(() => Int, { description: "How many edges it has." }) length!: number;
  @Field(() => [Entity], { description: "The nodes it passes, both ends included." }) nodes!: Entity[];
  @Field(() => [GraphEdge], { description: "Its edges in order, each with its source." }) edges!: GraphEdge[];
}

const RULE = `must be a whole number from 1 to ${MOST_ROUTES}`;

@ArgsType()
export class PathArgs extends ViaArgs {
  @Field(() => ID, { description: "Id of the node where it begins." }) from!: string;
  @Field(() => ID, { description: "Id of the node where it ends." }) to!: string;

  @Field(() => HopsScalar, { nullable: true, description: "At most so many edges; 6 when not given." })
  maxHops?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: all routes that pass no node twice, the shortest first. Else only the shortest.",
  })
  all?: boolean | null;

  @IsOptional()
  @IsInt({ message: RULE })
  @Min(1, { message: RULE })
  @Max(MOST_ROUTES, { message: RULE })
  @Field(() => Int, { nullable: true, description: "At most so many routes; 10 when not given." })
  first?: number | null;
}

/** The arguments of `path`, with a condition on the nodes between the ends. */
export function pathArgs(): AnyClass {
  class Args extends PathArgs {}
  ArgsType()(Args);
  Field(() => nodeWhereOf("Entity"), {
    nullable: true,
    description: "Which nodes may lie between the ends.",
  })(Args.prototype, "where");
  return Args;
}

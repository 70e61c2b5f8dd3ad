import { ArrayMaxSize, ArrayMinSize, IsOptional } from "class-validator";
import { ArgsType, Field, ID, ObjectType } from "type-graphql";
import { Entity } from "../model/entity.js";
import { DateScalar, EdtfScalar } from "../model/scalars.js";
import { MOST_STARTS } from "../plan/limits.js";
import { ConnectionArgs } from "./args.js";
import { makeConnectionClass } from "./edge-types.js";
import { GraphEdge } from "./graph-edge.js";
import { EdgeLabel } from "./labels.js";

@ObjectType({ description: "Something dated that concerns a node." })
class Event {
  @Field(() => String, { description: "Where it lies in the list." }) cursor!: string;
  @Field(() => EdtfScalar, { description: "When." }) date!: string;
  @Field(() => DateScalar, { description: "First possible day of it." }) from!: string;
  @Field(() => DateScalar, { description: "Last possible day of it." }) to!: string;
  @Field(() => String, { description: "Which date of what: PARTY_TO.validFrom, ADOPTED, Treaty.signed." })
  what!: string;
  @Field(() => Entity, { description: "The node at the other end; for its own dates the node itself." })
  node!: Entity;
  @Field(() => GraphEdge, { description: "The edge that says so, with its source." }) edge!: GraphEdge;
  @Field(() => [Entity], { description: "What the node responds to." }) respondsTo!: Entity[];
}

/** A page of events. */
export const TimelineConnection = makeConnectionClass("Timeline", Event, () => Entity);

@ArgsType()
export class TimelineArgs extends ConnectionArgs {
  @ArrayMinSize(1, { message: "needs at least one id" })
  @ArrayMaxSize(MOST_STARTS, { message: `must have at most ${MOST_STARTS} ids` })
  @Field(() => [ID], { description: "Ids of the nodes that the events concern." })
  about!: string[];

  @Field(() => EdtfScalar, { nullable: true, description: "Events that may lie in it: 1987/1991." })
  within?: string | null;

  @IsOptional()
  @ArrayMaxSize(20, { message: "can have 20 types at most" })
  @Field(() => [EdgeLabel.graphql], {
    nullable: true,
    description: "Over these edges; all but HAS_NAME and REPORTS when not given.",
  })
  types?: string[] | null;
}

import { ArrayMaxSize, ArrayMinSize, IsOptional } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import { ArgsType, Ctx, Field, ID, Info, ObjectType, Query, Resolver } from "type-graphql";
import { MAX_STARTS, MAX_TYPES } from "../../model/bounds.js";
import { Entity } from "../../model/entity.js";
import { RECORD_TYPES } from "../../model/registry.js";
import { DateScalar, EdtfScalar } from "../../model/scalars.js";
import { Arguments } from "../../schema/adapter.js";
import { nodeConnection } from "../../schema/connections.js";
import type { RequestContext } from "../../schema/context.js";
import { GraphEdge } from "../../schema/graph-edge.js";
import { EdgeLabel } from "../../schema/labels.js";
import { ConnectionArgs } from "../../schema/page-args.js";

@ObjectType({ description: "A dated event that concerns a node.", simpleResolvers: true })
class Event {
  @Field(() => String, { description: "The cursor of this item." }) cursor!: string;
  @Field(() => EdtfScalar, { description: "The date of the event." }) date!: string;
  @Field(() => DateScalar, { description: "Earliest possible day." }) from!: string;
  @Field(() => DateScalar, { description: "Latest possible day." }) to!: string;
  @Field(() => String, {
    description: "Where the date comes from, for example PARTY_TO.validFrom, ADOPTED or Treaty.signed.",
  })
  what!: string;
  @Field(() => Entity, { description: "The node at the other end of the edge, or the node with the date." })
  node!: Entity;
  @Field(() => GraphEdge, { description: "The edge that asserts the event, with its source." })
  edge!: GraphEdge;
  @Field(() => [Entity], { description: "What the node responds to." }) respondsTo!: Entity[];
}

const TimelineConnection = nodeConnection("Timeline", Event, () => Entity);

@ArgsType()
class TimelineArgs extends ConnectionArgs {
  @ArrayMinSize(1, { message: "needs at least one id" })
  @ArrayMaxSize(MAX_STARTS, { message: `must have at most ${MAX_STARTS} ids` })
  @Field(() => [ID], { description: `Ids of the nodes that the events concern, 1 to ${MAX_STARTS}.` })
  about!: string[];

  @Field(() => EdtfScalar, {
    nullable: true,
    description: "Only events that may have happened in this period, for example 1987/1991.",
  })
  within?: string | null;

  @IsOptional()
  @ArrayMaxSize(MAX_TYPES, { message: `can have at most ${MAX_TYPES} types` })
  @Field(() => [EdgeLabel.graphql], {
    nullable: true,
    description: `Only events of these edge types, at most ${MAX_TYPES}. Default: all except ${RECORD_TYPES}.`,
  })
  types?: string[] | null;
}

@Resolver()
export class TimelineResolver {
  @Query(() => TimelineConnection, {
    nullable: true,
    description: "Events about nodes by date: from the nodes, their edges, connected nodes and responses.",
  })
  timeline(
    @Arguments(TimelineArgs) _args: TimelineArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return context.answer(info);
  }
}

import { ArrayMaxSize, ArrayMinSize, IsOptional } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import { ArgsType, Ctx, Field, ID, Info, ObjectType, Query, Resolver } from "type-graphql";
import { MAX_IDS, MAX_SOURCES } from "../../model/bounds.js";
import { Entity } from "../../model/entity.js";
import { Arguments } from "../../schema/adapter.js";
import { nodeConnection, SUBJECT } from "../../schema/connections.js";
import type { RequestContext } from "../../schema/context.js";
import { GraphEdge } from "../../schema/graph-edge.js";
import { EdgeLabel } from "../../schema/labels.js";
import { RecordArgs } from "../record-args.js";

@ObjectType({ description: "What one source says about a property.", simpleResolvers: true })
class Claim {
  @Field(() => ID, { description: "Id of the source." }) source!: string;
  @Field(() => String, { description: "The value as text." }) value!: string;
}

@ObjectType({ description: "A property on which sources contradict each other.", simpleResolvers: true })
class Difference {
  @Field(() => String, { description: "Name of the property, or spells for the number of separate periods." })
  property!: string;
  @Field(() => [Claim], { description: "What each source says." }) values!: Claim[];
}

@ObjectType({ description: "A fact about which sources disagree.", simpleResolvers: true })
class Conflict {
  @Field(() => String, { description: "The cursor of this item." }) cursor!: string;
  @Field(() => EdgeLabel.graphql, { description: "Type of the edge." }) type!: string;
  @Field(() => Entity, { description: SUBJECT }) node!: Entity;
  @Field(() => Entity, {
    description: "The node where the edge starts; for a reported property, one of the sources.",
  })
  from!: Entity;
  @Field(() => Entity, { description: "The node where the edge ends." }) to!: Entity;
  @Field(() => [Difference], { description: "The properties on which the sources disagree." })
  differences!: Difference[];
  @Field(() => [GraphEdge], { description: "All assertions of the fact." }) claims!: GraphEdge[];
}

const ConflictConnection = nodeConnection("Conflict", Conflict, () => Entity);

@ArgsType()
class ConflictsArgs extends RecordArgs {
  @IsOptional()
  @ArrayMaxSize(MAX_IDS, { message: `must have at most ${MAX_IDS} ids` })
  @Field(() => [ID], {
    nullable: true,
    description: `Only facts that all of these sources assert, at most ${MAX_IDS} ids. Others may differ, too.`,
  })
  between?: string[] | null;

  @IsOptional()
  @ArrayMinSize(2, { message: "needs at least two ids; for all conflicts of one source, use between" })
  @ArrayMaxSize(MAX_SOURCES, { message: `must have at most ${MAX_SOURCES} ids` })
  @Field(() => [ID], {
    nullable: true,
    description: `Only facts on which these sources differ, 2 to ${MAX_SOURCES} ids. Also holds for all fields below.`,
  })
  sources?: string[] | null;
}

@Resolver()
export class ConflictsResolver {
  @Query(() => ConflictConnection, {
    nullable: true,
    description: "Facts about which sources disagree, and how.",
  })
  conflicts(
    @Arguments(ConflictsArgs) _args: ConflictsArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return context.answer(info);
  }
}

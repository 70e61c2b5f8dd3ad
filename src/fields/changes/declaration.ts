import { ArrayMaxSize, IsOptional } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import { ArgsType, Ctx, Field, ID, Info, ObjectType, Query, Resolver } from "type-graphql";
import { MAX_IDS } from "../../model/bounds.js";
import { describeEnum } from "../../model/describe-enum.js";
import { Entity } from "../../model/entity.js";
import { DateTimeScalar } from "../../model/scalars.js";
import { Arguments } from "../../schema/adapter.js";
import { nodeConnection, SUBJECT } from "../../schema/connections.js";
import type { RequestContext } from "../../schema/context.js";
import { GraphEdge } from "../../schema/graph-edge.js";
import { RecordArgs } from "../record-args.js";

const ChangeKind = describeEnum("ChangeKind", "What happened to an assertion.", {
  RECORDED: "The assertion was recorded.",
  RETRACTED: "The assertion was retracted: corrected or withdrawn.",
});

@ObjectType({ description: "An assertion that was recorded or retracted.", simpleResolvers: true })
export class Change {
  @Field(() => String, { description: "The cursor of this item." }) cursor!: string;
  @Field(() => DateTimeScalar, { description: "When the assertion was recorded or retracted." }) at!: string;
  @Field(() => ChangeKind.graphql, { description: "Whether the assertion was recorded or retracted." })
  kind!: string;
  @Field(() => String, { nullable: true, description: "The name of the key that was used, if any." })
  recordedBy!: string | null;
  @Field(() => Entity, { description: SUBJECT }) node!: Entity;
  @Field(() => GraphEdge, { description: "The assertion." }) edge!: GraphEdge;
}

const ChangeConnection = nodeConnection("Change", Change, () => Entity);

@ArgsType()
class ChangesArgs extends RecordArgs {
  @Field(() => DateTimeScalar, { description: "Only changes after this instant." }) since!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only changes up to this instant, inclusive." })
  until?: string | null;

  @IsOptional()
  @ArrayMaxSize(MAX_IDS, { message: `must have at most ${MAX_IDS} ids` })
  @Field(() => [ID], {
    nullable: true,
    description: `Only assertions of these sources, at most ${MAX_IDS} ids.`,
  })
  by?: string[] | null;
}

@Resolver()
export class ChangesResolver {
  @Query(() => ChangeConnection, {
    nullable: true,
    description: "Assertions that were recorded or retracted in a period, in chronological order.",
  })
  changes(
    @Arguments(ChangesArgs) _args: ChangesArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return context.answer(info);
  }
}

import { ArrayMaxSize, IsOptional } from "class-validator";
import { ArgsType, Field, ID, ObjectType } from "type-graphql";
import { describeEnum } from "../model/describe-enum.js";
import { Entity } from "../model/entity.js";
import { DateTimeScalar } from "../model/scalars.js";
import { LARGEST_PAGE } from "../plan/limits.js";
import { PageArgs } from "./args.js";
import { makeListClass } from "./edge-types.js";
import { GraphEdge } from "./graph-edge.js";
import { EdgeLabel } from "./labels.js";

@ObjectType({ description: "What one source says of a property." })
class Claim {
  @Field(() => ID, { description: "Id of the source." }) source!: string;
  @Field(() => String, { description: "The value as text." }) value!: string;
}

@ObjectType({ description: "A property on which sources contradict each other." })
class Difference {
  @Field(() => String, { description: "Name of the property; «spells» for the number of spells." })
  property!: string;
  @Field(() => [Claim], { description: "What each says." }) values!: Claim[];
}

@ObjectType({ description: "A fact that sources state differently." })
class Conflict {
  @Field(() => String, { description: "Where it lies in the list." }) cursor!: string;
  @Field(() => EdgeLabel.graphql, { description: "Type of the edge." }) type!: string;
  @Field(() => Entity, { description: "Where the edge starts; of a reported property, one of the sources." })
  from!: Entity;
  @Field(() => Entity, { description: "Where the edge ends." }) to!: Entity;
  @Field(() => [Difference], { description: "In what they differ." }) differences!: Difference[];
  @Field(() => [GraphEdge], { description: "All that is asserted of the fact." }) claims!: GraphEdge[];
}

const ChangeKind = describeEnum("ChangeKind", "What became of an assertion.", {
  RECORDED: "It was recorded.",
  RETRACTED: "It was retracted: corrected or withdrawn.",
});

@ObjectType({ description: "Something that was recorded or retracted." })
class Change {
  @Field(() => String, { description: "Where it lies in the list." }) cursor!: string;
  @Field(() => DateTimeScalar, { description: "When." }) at!: string;
  @Field(() => ChangeKind.graphql, { description: "What happened." }) kind!: string;
  @Field(() => GraphEdge, { description: "The assertion." }) edge!: GraphEdge;
}

/** A page of conflicts. */
export const ConflictConnection = makeListClass("Conflict", Conflict);
/** A page of changes. */
export const ChangeConnection = makeListClass("Change", Change);

const IDS_RULE = { message: `must have at most ${LARGEST_PAGE} ids` };

@ArgsType()
class RecordArgs extends PageArgs {
  @IsOptional()
  @Field(() => [EdgeLabel.graphql], { nullable: true, description: "Only edges of these types." })
  types?: string[] | null;

  @IsOptional()
  @ArrayMaxSize(LARGEST_PAGE, IDS_RULE)
  @Field(() => [ID], { nullable: true, description: "Only edges of these nodes." })
  about?: string[] | null;
}

@ArgsType()
export class ConflictsArgs extends RecordArgs {
  @IsOptional()
  @ArrayMaxSize(LARGEST_PAGE, IDS_RULE)
  @Field(() => [ID], { nullable: true, description: "Only facts that all of these sources state." })
  between?: string[] | null;
}

@ArgsType()
export class ChangesArgs extends RecordArgs {
  @Field(() => DateTimeScalar, { description: "After this instant." }) since!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: "Not after this instant." })
  until?: string | null;

  @IsOptional()
  @ArrayMaxSize(LARGEST_PAGE, IDS_RULE)
  @Field(() => [ID], { nullable: true, description: "Only what these sources assert." })
  by?: string[] | null;
}

import { ArrayMaxSize, IsOptional } from "class-validator";
import { ArgsType, Field, ID } from "type-graphql";
import { MAX_SOURCES } from "../model/bounds.js";
import { Certainty } from "../model/enums.js";
import { DateScalar, DateTimeScalar, EdtfScalar, PathScalar } from "../model/scalars.js";

/** The scope of a field and all fields below it. Omitted: inherited from above. null: no restriction. */
@ArgsType()
export class ScopeArgs {
  @IsOptional()
  @Field(() => DateScalar, { nullable: true, description: "Only facts that are valid on this day." })
  asOf?: string | null;

  @IsOptional()
  @Field(() => EdtfScalar, {
    nullable: true,
    description: "Only facts that are valid on some day of this period.",
  })
  during?: string | null;

  @IsOptional()
  @Field(() => PathScalar, {
    nullable: true,
    description: "Only facts that are valid on the date of an enclosing field, for example documents.date.",
  })
  on?: string | null;

  @IsOptional()
  @Field(() => Certainty.graphql, {
    nullable: true,
    description: "Match dates that may (POSSIBLE) or must (CERTAIN) satisfy the condition.",
  })
  certainty?: string | null;

  @IsOptional()
  @ArrayMaxSize(MAX_SOURCES, { message: `must have at most ${MAX_SOURCES} ids` })
  @Field(() => [ID], {
    nullable: true,
    description: `Only facts that one of these sources asserts, at most ${MAX_SOURCES} ids. When nodes existed is read from all sources.`,
  })
  sources?: string[] | null;

  @IsOptional()
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "The graph as it was recorded at this instant.",
  })
  asKnownAt?: string | null;
}

import { IsOptional } from "class-validator";
import { ArgsType, Field } from "type-graphql";
import { EdgeLabel } from "./labels.js";
import { ConnectionArgs } from "./page-args.js";
import { TypeList } from "./rules.js";
import { assertionWhere } from "./where.js";

/** Arguments for the assertions of one fact. */
@ArgsType()
export class AssertionsArgs {
  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: "Include retracted assertions." })
  includeRetracted?: boolean | null;
}

/** Arguments for the assertions of one source. */
@ArgsType()
export class AssertedArgs extends ConnectionArgs {
  @TypeList()
  @Field(() => [EdgeLabel.graphql], { nullable: true, description: "Only edges of these types." })
  types?: string[] | null;

  @IsOptional()
  @Field(() => assertionWhere(), {
    nullable: true,
    description: "Only edges that satisfy these conditions.",
  })
  where?: object | null;
}

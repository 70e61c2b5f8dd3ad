import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { RetractionReport as Report } from "../../record/retract.js";
import { DRY_RUN, DryRunArg, ReasonArg } from "./arguments.js";
import type { WriteContext } from "./context.js";

@ObjectType({ description: "What a retraction changed, or would change.", simpleResolvers: true })
class RetractionReport {
  @Field(() => Boolean, { description: DRY_RUN }) dryRun!: boolean;
  @Field(() => Int, { description: "The number of retracted assertions." }) retracted!: number;
  @Field(() => Int, { description: "The number of facts for which another source is used now." })
  primaryMoved!: number;
  @Field(() => Int, { description: "The number of facts that no source asserts anymore." })
  withoutSource!: number;
  @Field(() => [String], {
    description:
      "Required values that nodes keep although no source reports them anymore, each as id and property.",
  })
  kept!: string[];
}

@Resolver()
export class RetractResolver {
  @Mutation(() => RetractionReport, {
    nullable: true,
    description:
      "Retract all assertions by a source, or one assertion. They stay in the record. Requires the write key.",
  })
  retract(
    @Arg("source", () => ID, { nullable: true, description: "Id of a source." }) source: string | null,
    @Arg("edge", () => ID, { nullable: true, description: "Id of one assertion." }) edge: string | null,
    @ReasonArg() reason: string,
    @DryRunArg() dryRun: boolean,
    @Ctx() context: WriteContext,
  ): Promise<Report> {
    return context.retract({ source: source ?? undefined, edge: edge ?? undefined, reason }, dryRun);
  }
}

import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { RetractionReport as Report } from "../../record/retract.js";
import { DRY_RUN, DryRunArg, ReasonArg, RevisionArg } from "./arguments.js";
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
      "Retract all assertions by a source, or one assertion. They stay in the record. For curators.",
  })
  retract(
    @Arg("source", () => ID, { nullable: true, description: "Id of a source." }) source: string | null,
    @Arg("edge", () => ID, { nullable: true, description: "Id of one assertion." }) edge: string | null,
    @ReasonArg() reason: string,
    @DryRunArg() dryRun: boolean,
    @RevisionArg() ifRevision: string | null,
    @Ctx() context: WriteContext,
  ): Promise<Report> {
    const what = { source: source ?? undefined, edge: edge ?? undefined, reason };
    return context.retract(what, dryRun, { ifRevision });
  }
}

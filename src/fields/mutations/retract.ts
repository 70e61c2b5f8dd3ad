import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { RetractionReport as Report } from "../../record/retract.js";
import type { WriteContext } from "./context.js";

@ObjectType({ description: "What a retraction did, or would do.", simpleResolvers: true })
class RetractionReport {
  @Field(() => Boolean, { description: "true if nothing was written." }) dryRun!: boolean;
  @Field(() => Int, { description: "The number of retracted assertions." }) retracted!: number;
  @Field(() => Int, { description: "The number of facts for which another source is used from now on." })
  primaryMoved!: number;
  @Field(() => Int, { description: "The number of facts that no source asserts any longer." })
  withoutSource!: number;
  @Field(() => [String], {
    description:
      "Values that nodes keep because they are required, although no source reports them: id and property.",
  })
  kept!: string[];
}

@Resolver()
export class RetractResolver {
  @Mutation(() => RetractionReport, {
    description:
      "Retracts everything that a source asserts, or one assertion. What is retracted stays in the record and is no longer read. Needs the write key.",
  })
  retract(
    @Arg("source", () => ID, { nullable: true, description: "Id of a source." }) source: string | null,
    @Arg("edge", () => ID, { nullable: true, description: "Id of one assertion." }) edge: string | null,
    @Arg("reason", () => String, { description: "The reason, which stays in the record." }) reason: string,
    @Arg("dryRun", () => Boolean, {
      defaultValue: false,
      description: "Report what the retraction would do, and write nothing.",
    })
    dryRun: boolean,
    @Ctx() context: WriteContext,
  ): Promise<Report> {
    return context.retract({ source: source ?? undefined, edge: edge ?? undefined, reason }, dryRun);
  }
}

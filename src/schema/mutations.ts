import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { BundleReport as Report } from "../bundle/report.js";
import type { RetractionReport as Retracted } from "../record/retract.js";
import type { RequestContext } from "./context.js";

@ObjectType({ description: "What became of one row of a bundle." })
class RowReport {
  @Field(() => String, { description: "Where the row stands: file:line:column." }) at!: string;
  @Field(() => String, { description: "Type of the node or edge." }) type!: string;
  @Field(() => ID, { description: "Id of the node or edge." }) id!: string;
  @Field(() => String, { description: "created, updated or unchanged." }) outcome!: string;
}

@ObjectType({ description: "What a bundle did, or would do." })
class BundleReport {
  @Field(() => Boolean, { description: "True when nothing was written." }) dryRun!: boolean;
  @Field(() => Int, { description: "Nodes and edges that are new." }) created!: number;
  @Field(() => Int, { description: "Nodes and edges that were changed." }) updated!: number;
  @Field(() => Int, { description: "Nodes and edges that were so already." }) unchanged!: number;
  @Field(() => Int, { description: "Assertions that were retracted for new ones." }) retracted!: number;
  @Field(() => [RowReport], { description: "Row by row." }) rows!: RowReport[];
}

@ObjectType({ description: "What a retraction did, or would do." })
class RetractionReport {
  @Field(() => Boolean, { description: "True when nothing was written." }) dryRun!: boolean;
  @Field(() => Int, { description: "Assertions that were retracted." }) retracted!: number;
  @Field(() => Int, { description: "Facts for which another source is read from now on." })
  primaryMoved!: number;
  @Field(() => Int, { description: "Facts that no source asserts any longer." }) withoutSource!: number;
  @Field(() => [String], {
    description:
      "Values that nodes keep since they must have one, although no source reports it: id and property.",
  })
  kept!: string[];
}

@Resolver()
export class MutationResolver {
  @Mutation(() => BundleReport, {
    description: "Writes a bundle (YAML, JSON or NDJSON text) whole or not at all. Needs the write key.",
  })
  applyBundle(
    @Arg("bundle", () => String, { description: "Text of the bundle." }) bundle: string,
    @Arg("dryRun", () => Boolean, {
      defaultValue: false,
      description: "Say what it would do; write nothing.",
    })
    dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<Report> {
    return context.applyBundle(bundle, dryRun);
  }

  @Mutation(() => RetractionReport, {
    description:
      "Retracts all that a source asserts, or one assertion: it stays in the record and is read no longer. Needs the write key.",
  })
  retract(
    @Arg("source", () => ID, { nullable: true, description: "Id of a source." }) source: string | null,
    @Arg("edge", () => ID, { nullable: true, description: "Id of one assertion." }) edge: string | null,
    @Arg("reason", () => String, { description: "Why; it stays in the record." }) reason: string,
    @Arg("dryRun", () => Boolean, {
      defaultValue: false,
      description: "Say what it would do; write nothing.",
    })
    dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<Retracted> {
    return context.retract({ source: source ?? undefined, edge: edge ?? undefined, reason }, dryRun);
  }
}

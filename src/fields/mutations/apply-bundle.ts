import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { BundleReport as Report } from "../../bundle/report.js";
import type { WriteContext } from "./context.js";

@ObjectType({ description: "What happened to one row of a bundle.", simpleResolvers: true })
class RowReport {
  @Field(() => String, { description: "Place of the row: file:line:column." }) at!: string;
  @Field(() => String, { description: "Type of the node or edge." }) type!: string;
  @Field(() => ID, { description: "Id of the node or edge." }) id!: string;
  @Field(() => String, { description: "created, updated or unchanged." }) outcome!: string;
}

@ObjectType({ description: "What a bundle did, or would do.", simpleResolvers: true })
class BundleReport {
  @Field(() => Boolean, { description: "true if nothing was written." }) dryRun!: boolean;
  @Field(() => Int, { description: "The number of new nodes and edges." }) created!: number;
  @Field(() => Int, { description: "The number of changed nodes and edges." }) updated!: number;
  @Field(() => Int, { description: "The number of unchanged nodes and edges." }) unchanged!: number;
  @Field(() => Int, {
    description: "The number of assertions that were retracted because new ones replace them.",
  })
  retracted!: number;
  @Field(() => [RowReport], { description: "The outcome of each row." }) rows!: RowReport[];
}

@Resolver()
export class ApplyBundleResolver {
  @Mutation(() => BundleReport, {
    description: "Writes a bundle (YAML, JSON or NDJSON text), all of it or nothing. Needs the write key.",
  })
  applyBundle(
    @Arg("bundle", () => String, { description: "The text of the bundle." }) bundle: string,
    @Arg("dryRun", () => Boolean, {
      defaultValue: false,
      description: "Report what the bundle would do, and write nothing.",
    })
    dryRun: boolean,
    @Ctx() context: WriteContext,
  ): Promise<Report> {
    return context.applyBundle(bundle, dryRun);
  }
}

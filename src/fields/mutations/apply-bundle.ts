import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { BundleReport as Report } from "../../bundle/report.js";
import { DRY_RUN, DryRunArg, IDEMPOTENCY_KEY, RevisionArg } from "./arguments.js";
import type { WriteContext } from "./context.js";

@ObjectType({ description: "The outcome of one row in a bundle.", simpleResolvers: true })
class RowReport {
  @Field(() => String, { description: "Position of the row: file:line:column, or its path in the input." })
  at!: string;
  @Field(() => String, { description: "Type of the node or edge." }) type!: string;
  @Field(() => ID, { description: "Id of the node; of an edge, its two nodes." }) id!: string;
  @Field(() => ID, { nullable: true, description: "Id of the assertion of an edge." }) edge!: string | null;
  @Field(() => String, {
    description:
      "created, updated, unchanged, or retracted: an editor retracted it earlier, and it stays retracted.",
  })
  outcome!: string;
}

@ObjectType({ description: "Something in a bundle that may be a mistake.", simpleResolvers: true })
class BundleWarning {
  @Field(() => String, { description: "Position of the row: file:line:column, or its path in the input." })
  at!: string;
  @Field(() => String, { description: "What may be wrong, and with which node or edge." }) message!: string;
}

@ObjectType({ description: "What a bundle changed, or would change.", simpleResolvers: true })
export class BundleReport {
  @Field(() => Boolean, { description: DRY_RUN }) dryRun!: boolean;
  @Field(() => Boolean, { description: "True if this bundle was already written with this idempotency key." })
  repeated!: boolean;
  @Field(() => Int, { description: "The number of new nodes and edges." }) created!: number;
  @Field(() => Int, { description: "The number of changed nodes and edges." }) updated!: number;
  @Field(() => Int, { description: "The number of unchanged nodes and edges." }) unchanged!: number;
  @Field(() => Int, {
    description: "The number of assertions that were retracted because new ones replace them.",
  })
  retracted!: number;
  @Field(() => Int, {
    description: "The number of assertions that stay retracted. To bring them back, set restore: true.",
  })
  stayRetracted!: number;
  @Field(() => [RowReport], { description: "The outcome of each row." }) rows!: readonly RowReport[];
  @Field(() => [BundleWarning], {
    description: "What may be a mistake, for example a date outside a life.",
  })
  warnings!: readonly BundleWarning[];
}

@Resolver()
export class ApplyBundleResolver {
  @Mutation(() => BundleReport, {
    nullable: true,
    description: "Write a bundle (YAML, JSON or NDJSON text), all or nothing. For curators.",
  })
  applyBundle(
    @Arg("bundle", () => String, { description: "The text of the bundle." }) bundle: string,
    @DryRunArg() dryRun: boolean,
    @RevisionArg() ifRevision: string | null,
    @Arg("idempotencyKey", () => String, { nullable: true, description: IDEMPOTENCY_KEY })
    idempotencyKey: string | null,
    @Ctx() context: WriteContext,
  ): Promise<Report> {
    return context.applyBundle(bundle, dryRun, { ifRevision, idempotencyKey });
  }
}

import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { MergeReport as Report } from "../../record/identity/merge-nodes.js";
import type { UnmergeReport as UnmergedReport } from "../../record/identity/unmerge-nodes.js";
import type { WriteContext } from "./context.js";

const DRY_RUN = "True if this was a dry run: nothing was written.";
const REASON = "The reason. It is kept in the record.";

@ObjectType({ description: "An assertion that stays behind when its node is merged.", simpleResolvers: true })
class LeftAssertion {
  @Field(() => ID, { description: "Id of the assertion, which is retracted." }) id!: string;
  @Field(() => String, { description: "Type of the edge." }) type!: string;
  @Field(() => ID, { description: "Id of its source." }) source!: string;
  @Field(() => String, { description: "Why it does not stand at the other node." }) why!: string;
}

@ObjectType({ description: "What a merge changed, or would change.", simpleResolvers: true })
class MergeReport {
  @Field(() => Boolean, { description: DRY_RUN }) dryRun!: boolean;
  @Field(() => ID, { description: "Id of the merged node. It now stands for the other node." }) from!: string;
  @Field(() => ID, { description: "Id of the node that it was merged into." }) into!: string;
  @Field(() => Int, { description: "The number of assertions that moved to the other node." }) moved!: number;
  @Field(() => Int, { description: "The number of assertions that one source had made of both nodes." })
  equal!: number;
  @Field(() => [LeftAssertion], { description: "Assertions that were retracted and not moved." })
  left!: LeftAssertion[];
}

@ObjectType({ description: "What the end of a merge changed, or would change.", simpleResolvers: true })
class UnmergeReport {
  @Field(() => Boolean, { description: DRY_RUN }) dryRun!: boolean;
  @Field(() => ID, { description: "Id of the node that is separate again." }) id!: string;
  @Field(() => ID, { description: "Id of the node that it was merged into." }) into!: string;
  @Field(() => Int, { description: "The number of assertions that the node has again." }) restored!: number;
  @Field(() => Int, { description: "The number of assertions that were retracted from the other node." })
  retracted!: number;
  @Field(() => Int, {
    description:
      "The number of moved assertions that were corrected or retracted since. What replaced them stays at the other node.",
  })
  changedSince!: number;
}

@Resolver()
export class MergeResolver {
  @Mutation(() => MergeReport, {
    nullable: true,
    description:
      "Merge a node into another one of the same type. All its assertions move with their sources, and its id stands for " +
      "the other node everywhere. asKnownAt an instant before, both are there. Requires the write key.",
  })
  merge(
    @Arg("from", () => ID, { description: "Id of the node that is given up." }) from: string,
    @Arg("into", () => ID, { description: "Id of the node that stays." }) into: string,
    @Arg("reason", () => String, { description: REASON }) reason: string,
    @Arg("dryRun", () => Boolean, {
      defaultValue: false,
      description: "Report what the merge would change, but write nothing.",
    })
    dryRun: boolean,
    @Ctx() context: WriteContext,
  ): Promise<Report> {
    return context.merge({ from, into, reason }, dryRun);
  }

  @Mutation(() => UnmergeReport, {
    nullable: true,
    description:
      "Undo a merge: the node gets back the assertions that it had. What was asserted since stays at the other node. " +
      "Requires the write key.",
  })
  unmerge(
    @Arg("id", () => ID, { description: "Id of the merged node." }) id: string,
    @Arg("reason", () => String, { description: REASON }) reason: string,
    @Arg("dryRun", () => Boolean, {
      defaultValue: false,
      description: "Report what would change, but write nothing.",
    })
    dryRun: boolean,
    @Ctx() context: WriteContext,
  ): Promise<UnmergedReport> {
    return context.unmerge({ id, reason }, dryRun);
  }
}

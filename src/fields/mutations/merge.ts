import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { MergeReport as Report } from "../../record/identity/merge-nodes.js";
import { DRY_RUN, DryRunArg, ReasonArg } from "./arguments.js";
import type { WriteContext } from "./context.js";

@ObjectType({ description: "What a merge, or undoing it, changed or would change.", simpleResolvers: true })
class MergeReport {
  @Field(() => Boolean, { description: DRY_RUN }) dryRun!: boolean;
  @Field(() => ID, {
    description: "Id of the node that was merged. While it is merged, this id refers to the other node.",
  })
  from!: string;
  @Field(() => ID, { description: "Id of the node that it was merged into." }) into!: string;
  @Field(() => Int, { description: "The number of assertions that moved to the other node, or back." })
  moved!: number;
  @Field(() => Int, { description: "The number of assertions that one source had made of both nodes." })
  equal!: number;
  @Field(() => [String], {
    description: "Assertions that did not move, each as id, type, source and reason.",
  })
  left!: string[];
}

@Resolver()
export class MergeResolver {
  @Mutation(() => MergeReport, {
    nullable: true,
    description: "Merge a node into another of its type, with all its assertions. For admins.",
  })
  merge(
    @Arg("from", () => ID, { description: "Id of the node that is given up." }) from: string,
    @Arg("into", () => ID, { description: "Id of the node that stays." }) into: string,
    @ReasonArg() reason: string,
    @DryRunArg() dryRun: boolean,
    @Ctx() context: WriteContext,
  ): Promise<Report> {
    return context.merge({ from, into, reason }, dryRun);
  }

  @Mutation(() => MergeReport, {
    nullable: true,
    description: "Undo a merge: the node gets back the assertions that it had. For admins.",
  })
  unmerge(
    @Arg("id", () => ID, { description: "Id of the merged node." }) id: string,
    @ReasonArg() reason: string,
    @DryRunArg() dryRun: boolean,
    @Ctx() context: WriteContext,
  ): Promise<Report> {
    return context.unmerge({ id, reason }, dryRun);
  }
}

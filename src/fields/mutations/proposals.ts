import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from "type-graphql";
import { DateTimeScalar } from "../../model/scalars.js";
import { type Proposal as Found, ProposalState } from "../../proposals/proposals.js";
import { BundleReport } from "./apply-bundle.js";
import { DryRunArg, ReasonArg, RevisionArg } from "./arguments.js";
import type { WriteContext } from "./context.js";

@ObjectType({
  description: "A bundle that one curator proposes and another accepts or declines.",
  simpleResolvers: true,
})
class Proposal {
  @Field(() => ID, { description: "Its id. GET /proposals/ID has its bundle." }) id!: string;
  @Field(() => ProposalState.graphql, { description: "What became of it." }) state!: Found["state"];
  @Field(() => String, { description: "The name of the key that proposed it." }) by!: string;
  @Field(() => DateTimeScalar, { description: "When it was sent." }) at!: string;
  @Field(() => String, { nullable: true, description: "What the proposer says." }) note!: string | null;
  @Field(() => String, { nullable: true, description: "The name of the key that accepted or declined it." })
  decidedBy!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "When it was decided." })
  decidedAt!: string | null;
  @Field(() => String, { nullable: true, description: "The reason of the decision." }) reason!: string | null;
}

@ObjectType({ description: "A proposal and what it would change.", simpleResolvers: true })
class Proposed {
  @Field(() => Proposal, { description: "The proposal." }) proposal!: Found;
  @Field(() => BundleReport, { description: "What it would change now." }) report!: BundleReport;
}

/** The argument that names a proposal. */
const ProposalArg = () => Arg("proposal", () => ID, { description: "Id of the proposal." });

@Resolver()
export class ProposalResolver {
  @Mutation(() => Proposed, {
    nullable: true,
    description:
      "Propose a bundle: another curator accepts or declines it. Nothing is written. For curators.",
  })
  propose(
    @Arg("bundle", () => String, { description: "The text of the bundle." }) bundle: string,
    @Arg("note", () => String, { nullable: true, description: "A note for the curator who decides." }) note:
      | string
      | null
      | undefined,
    @Ctx() context: WriteContext,
  ): Promise<Proposed> {
    return context.propose(bundle, note ?? null);
  }

  @Mutation(() => BundleReport, {
    nullable: true,
    description: "Accept a proposal by another curator and write its bundle. For curators.",
  })
  accept(
    @ProposalArg() proposal: string,
    @DryRunArg() dryRun: boolean,
    @RevisionArg() ifRevision: string | null,
    @Ctx() context: WriteContext,
  ): Promise<BundleReport> {
    return context.accept(proposal, dryRun, { ifRevision });
  }

  @Mutation(() => Proposal, {
    nullable: true,
    description: "Decline a proposal by another curator. The proposal is kept with the reason. For curators.",
  })
  decline(
    @ProposalArg() proposal: string,
    @ReasonArg() reason: string,
    @Ctx() context: WriteContext,
  ): Promise<Found> {
    return context.decline(proposal, reason);
  }
}

import { Arg, Args, Ctx, InputType, Mutation, Resolver } from "type-graphql";
import { BundleReport } from "../apply-bundle.js";
import type { WriteContext } from "../context.js";
import { RecordArguments, saidBy } from "./arguments.js";
import { HasEvidence, NodeId } from "./evidence.js";
import { edgeProperties, ModelFields } from "./model-fields.js";
import { Part } from "./rows.js";

@InputType({ description: "One period of membership." })
@HasEvidence()
@ModelFields(edgeProperties("MEMBER_OF"))
class MembershipInput {
  @NodeId("Id of the member.") member!: string;
  @NodeId("Id of the organization.") organization!: string;
}

@Resolver()
export class RecordMembershipResolver {
  @Mutation(() => BundleReport, { nullable: true, description: "Record a membership. For curators." })
  recordMembership(
    @Arg("membership", () => MembershipInput, { description: "The membership." }) input: MembershipInput,
    @Args(() => RecordArguments) given: RecordArguments,
    @Ctx() context: WriteContext,
  ): Promise<BundleReport> {
    const membership = new Part(input, "membership");
    const edge = membership.edge("MEMBER_OF", membership.at("member"), membership.at("organization"));
    return context.record("recordMembership", saidBy(given, [], [edge]), given);
  }
}

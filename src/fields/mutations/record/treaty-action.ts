import { Arg, Args, Ctx, InputType, Mutation, Resolver } from "type-graphql";
import { BundleReport } from "../apply-bundle.js";
import type { WriteContext } from "../context.js";
import { RecordArguments, saidBy } from "./arguments.js";
import { HasEvidence, NodeId } from "./evidence.js";
import { edgeProperties, ModelFields } from "./model-fields.js";
import { Part } from "./rows.js";

@InputType({ description: "An act concerning a treaty, for example a ratification." })
@HasEvidence()
@ModelFields(edgeProperties("TREATY_ACTION"))
class TreatyActionInput {
  @NodeId("Id of the state, territory or organization that acted.") actor!: string;
  @NodeId("Id of the treaty.") treaty!: string;
}

@Resolver()
export class RecordTreatyActionResolver {
  @Mutation(() => BundleReport, {
    nullable: true,
    description:
      "Record an act concerning a treaty. Whether the actor is a party is another fact: PARTY_TO in a bundle. For curators.",
  })
  recordTreatyAction(
    @Arg("action", () => TreatyActionInput, { description: "The act." }) input: TreatyActionInput,
    @Args(() => RecordArguments) given: RecordArguments,
    @Ctx() context: WriteContext,
  ): Promise<BundleReport> {
    const action = new Part(input, "action");
    const edge = action.edge("TREATY_ACTION", action.at("actor"), action.at("treaty"));
    return context.record("recordTreatyAction", saidBy(given, [], [edge]), given);
  }
}

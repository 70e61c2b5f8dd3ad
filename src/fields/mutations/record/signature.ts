import { Arg, Args, Ctx, InputType, Mutation, Resolver } from "type-graphql";
import { BundleReport } from "../apply-bundle.js";
import type { WriteContext } from "../context.js";
import { RecordArguments, saidBy } from "./arguments.js";
import { HasEvidence, NodeId } from "./evidence.js";
import { edgeProperties, ModelFields } from "./model-fields.js";
import { Part } from "./rows.js";

@InputType({ description: "A signature of a text." })
@HasEvidence()
@ModelFields(edgeProperties("SIGNED"))
class SignatureInput {
  @NodeId("Id of the state, organization or person that signed.") signatory!: string;
  @NodeId("Id of the signed treaty, statement or document.") text!: string;
}

@Resolver()
export class RecordSignatureResolver {
  @Mutation(() => BundleReport, { nullable: true, description: "Record a signature. For curators." })
  recordSignature(
    @Arg("signature", () => SignatureInput, { description: "The signature." }) input: SignatureInput,
    @Args(() => RecordArguments) given: RecordArguments,
    @Ctx() context: WriteContext,
  ): Promise<BundleReport> {
    const signature = new Part(input, "signature");
    const edge = signature.edge("SIGNED", signature.at("signatory"), signature.at("text"));
    return context.record("recordSignature", saidBy(given, [], [edge]), given);
  }
}

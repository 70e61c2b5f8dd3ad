import { Arg, Args, Ctx, InputType, Mutation, Resolver } from "type-graphql";
import { model } from "../../../model/registry.js";
import { BundleReport } from "../apply-bundle.js";
import type { WriteContext } from "../context.js";
import { RecordArguments, saidBy } from "./arguments.js";
import { HasEvidence, NodeId } from "./evidence.js";
import { edgeProperties, ModelFields } from "./model-fields.js";
import { Part } from "./rows.js";

@InputType({ description: "One term of office." })
@HasEvidence()
@ModelFields(edgeProperties(model.offices.type))
class OfficeInput {
  @NodeId("Id of the person.") person!: string;
  @NodeId("Id of the organization, state or territory.") body!: string;
}

@Resolver()
export class RecordOfficeResolver {
  @Mutation(() => BundleReport, { nullable: true, description: "Record a term of office. For curators." })
  recordOffice(
    @Arg("office", () => OfficeInput, { description: "The term of office." }) input: OfficeInput,
    @Args(() => RecordArguments) given: RecordArguments,
    @Ctx() context: WriteContext,
  ): Promise<BundleReport> {
    const office = new Part(input, "office");
    const edge = office.edge(model.offices.type, office.at("person"), office.at("body"));
    return context.record("recordOffice", saidBy(given, [], [edge]), given);
  }
}

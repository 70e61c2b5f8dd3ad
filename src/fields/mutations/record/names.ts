import { ArrayMaxSize, ArrayMinSize } from "class-validator";
import { Arg, Args, Ctx, Field, InputType, Mutation, Resolver } from "type-graphql";
import { nodeModelOfId } from "../../../model/ids.js";
import { MAX_OBJECTS } from "../../../plan/sizes.js";
import { BundleReport } from "../apply-bundle.js";
import type { WriteContext } from "../context.js";
import { RecordArguments, saidBy } from "./arguments.js";
import { HasEvidence, NameInput, NodeId } from "./evidence.js";
import { Part } from "./rows.js";

@InputType({ description: "Names of a node." })
@HasEvidence()
class NamesInput {
  @NodeId("Id of the node.") id!: string;

  @ArrayMinSize(1, { message: "must have at least one name" })
  @ArrayMaxSize(MAX_OBJECTS, { message: `must have at most ${MAX_OBJECTS} names` })
  @Field(() => [NameInput], { description: "Its names, abbreviations and codes." })
  names!: NameInput[];
}

@Resolver()
export class SetNamesResolver {
  @Mutation(() => BundleReport, {
    nullable: true,
    description:
      "Record names of a node. Names that the source has given before stay; retract takes one back. For curators.",
  })
  setNames(
    @Arg("names", () => NamesInput, { description: "The node and its names." }) input: NamesInput,
    @Args(() => RecordArguments) given: RecordArguments,
    @Ctx() context: WriteContext,
  ): Promise<BundleReport> {
    const names = new Part(input, "names");
    return context.record("setNames", saidBy(given, [names.node(nodeModelOfId(input.id)?.label)], []), given);
  }
}

import { Code, Edtf, Flag, NodeType, Text } from "../decorators.js";
import { TreatyKind } from "../enums.js";
import { NamedNode } from "./named-node.js";

@NodeType({
  description: "A treaty, convention, charter, protocol or other agreement under international law.",
  prefix: "treaty",
  plural: "treaties",
})
export class Treaty extends NamedNode {
  @Code(TreatyKind, "What the treaty is mainly about.", { required: true }) kind!: string;
  @Edtf("When it was signed or opened for signature.", { life: "start", event: true }) signed?: string;
  @Edtf("When it entered into force.") inForce?: string;
  @Edtf("Day on which it ceased to be in force.", { life: "afterEnd" }) ended?: string;
  @Text("Where it was signed.") place?: string;
  @Text("Who keeps the original: the depositary or depositaries.") depositary?: string;
  @Text("Number in the United Nations Treaty Series.") untsNo?: string;
  @Flag("True when it has two parties only.") bilateral?: boolean;
}

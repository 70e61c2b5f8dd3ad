import { Code, Edtf, NodeType, Text } from "../decorators.js";
import { StatementKind } from "../enums.js";
import { NamedNode } from "./named-node.js";

@NodeType({
  description: "A statement, declaration, reservation or objection.",
  prefix: "statement",
  plural: "statements",
})
export class Statement extends NamedNode {
  @Code(StatementKind, "What sort of statement it is.", { required: true }) kind!: string;
  @Edtf("When it was made.", { event: true }) date?: string;
  @Text("Language of the text.", { maxLength: 35 }) lang?: string;
  @Text("The text itself.") text?: string;
  @Text("Address of the text.", { maxLength: 2_000 }) url?: string;
}

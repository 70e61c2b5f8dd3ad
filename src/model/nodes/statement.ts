import { Code, Edtf, NodeType, Text } from "../decorators.js";
import { StatementKind } from "../enums.js";
import { NamedNode } from "./named-node.js";

@NodeType({
  description: "A statement, declaration, reservation or objection.",
  prefix: "statement",
  plural: "statements",
})
export class Statement extends NamedNode {
  @Code(StatementKind, "Kind of statement.", { required: true }) kind!: string;
  @Edtf("Date of the statement.", { event: true }) date?: string;
  @Text("Language code of the text, for example ru.", { maxLength: 35 }) lang?: string;
  @Text("Full text of the statement.") text?: string;
  @Text("URL of the text.", { maxLength: 2_000 }) url?: string;
}

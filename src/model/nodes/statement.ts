import { Code, Edtf, NodeType, Text } from "../decorators.js";
import { StatementKind } from "../enums.js";
import { NamedNode } from "./named-node.js";

@NodeType({
  description: "A statement, declaration, reservation or objection.",
  prefix: "statement",
  plural: "statements",
  classes: ["schema:CreativeWork"],
})
export class Statement extends NamedNode {
  @Code(StatementKind, "Kind of statement.", { required: true }) kind!: string;
  @Edtf("Date of the statement.", { event: true, term: "schema:datePublished" }) date?: string;
  @Text("Language code of the text, for example ru.", { maxLength: 35, term: "schema:inLanguage" })
  lang?: string;
  @Text("Full text of the statement.", { term: "schema:text" }) text?: string;
  @Text("URL of the text.", { maxLength: 2_000, term: "schema:url" }) url?: string;
}

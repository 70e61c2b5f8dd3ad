import { Code, Edtf, Language, NodeType, Text, Url } from "../decorators.js";
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
  @Language("Language of the text, for example ru.", { term: "schema:inLanguage" })
  lang?: string;
  @Text("Full text of the statement.", { term: "schema:text" }) text?: string;
  @Url("URL of the text.", { term: "schema:url" }) url?: string;
}

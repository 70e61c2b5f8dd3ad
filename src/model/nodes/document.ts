import { Code, Edtf, Flag, NodeType, Text } from "../decorators.js";
import { DocumentKind, DocumentStatus } from "../enums.js";
import { NamedNode } from "./named-node.js";

@NodeType({
  description: "A plan, list, decision, resolution or other document.",
  prefix: "document",
  plural: "documents",
})
export class Document extends NamedNode {
  @Code(DocumentKind, "What sort of document it is.", { required: true }) kind!: string;
  @Code(DocumentStatus, "How far it had come.") status?: string;
  @Edtf("Date of the document.", { event: true }) date?: string;
  @Edtf("The time it covers.") period?: string;
  @Flag("True when its list is complete, false when it names only some.") exhaustive?: boolean;
  @Text("Symbol, for example A/RES/46/36; not unique.", { maxLength: 200 }) symbol?: string;
}

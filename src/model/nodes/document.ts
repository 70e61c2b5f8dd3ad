import { Code, Edtf, Flag, NodeType, Text } from "../decorators.js";
import { DocumentKind, DocumentStatus } from "../enums.js";
import { NamedNode } from "./named-node.js";

@NodeType({
  description: "A plan, list, decision, resolution or other document.",
  prefix: "document",
  plural: "documents",
  classes: ["schema:CreativeWork"],
})
export class Document extends NamedNode {
  @Code(DocumentKind, "Kind of document.", { required: true }) kind!: string;
  @Code(DocumentStatus, "Stage of the document: draft or final.") status?: string;
  @Edtf("Date of the document.", { event: true, term: "schema:datePublished" }) date?: string;
  @Edtf("Period that the document covers.") period?: string;
  @Flag("True if the list in the document is complete, false if it names only some items.")
  exhaustive?: boolean;
  @Text("Document symbol, for example A/RES/46/36. Not unique.", {
    maxLength: 200,
    term: "schema:identifier",
  })
  symbol?: string;
}

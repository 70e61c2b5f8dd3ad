import { InputType } from "type-graphql";
import { model } from "../../../model/registry.js";
import { HasEvidence, ListOf, NameInput, NodeId } from "./evidence.js";
import { edgeProperties, ModelFields, nodeProperties } from "./model-fields.js";

@InputType({ description: "What a text or meeting concerns." })
@HasEvidence()
@ModelFields(edgeProperties(model.concerns.type))
export class SubjectInput {
  @NodeId("Id of the subject.") subject!: string;
}

@InputType({ description: "A document. If it already exists, only the given properties change." })
@HasEvidence()
@ModelFields(nodeProperties("Document"), true)
export class DocumentInput {
  @NodeId("Id of the document, for example document:brussels-communique-2021.") id!: string;
  @ListOf(() => NameInput, "Names, abbreviations and codes.") names?: NameInput[] | null;
}

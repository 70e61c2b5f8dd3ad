import { Edtf, NodeType } from "../decorators.js";
import { NamedNode } from "./named-node.js";

@NodeType({ description: "A person.", prefix: "person", plural: "persons" })
export class Person extends NamedNode {
  @Edtf("Date of birth.") born?: string;
  @Edtf("Date of death.", { lifeEnd: true }) died?: string;
}

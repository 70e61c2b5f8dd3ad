import { Edtf, NodeType } from "../decorators.js";
import { NamedNode } from "./named-node.js";

@NodeType({ description: "A person.", prefix: "person", plural: "persons" })
export class Person extends NamedNode {
  @Edtf("Date of birth.", { life: "start" }) born?: string;
  @Edtf("Date of death.", { life: "end" }) died?: string;
}

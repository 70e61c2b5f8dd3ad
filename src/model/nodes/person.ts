import { Edtf, NodeType } from "../decorators.js";
import { NamedNode } from "./named-node.js";

@NodeType({
  description: "A person.",
  prefix: "person",
  plural: "persons",
  classes: ["schema:Person", "prov:Person"],
})
export class Person extends NamedNode {
  @Edtf("Date of birth.", { life: "start", term: "schema:birthDate" }) born?: string;
  @Edtf("Date of death.", { life: "end", term: "schema:deathDate" }) died?: string;
}

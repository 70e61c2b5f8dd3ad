import { Edtf, NodeType, Text } from "../decorators.js";
import { NamedNode } from "./named-node.js";

@NodeType({
  description: "A state as a legal person. The USSR and Russia are two states, linked by succession.",
  prefix: "state",
  plural: "states",
  classes: ["schema:Country", "prov:Agent"],
})
export class State extends NamedNode {
  @Edtf("First day on which the state existed.", { life: "start" }) existsFrom?: string;
  @Edtf("Last day on which the state existed.", { life: "end" }) existsTo?: string;
  @Text("Region of the world.") region?: string;
  @Text("ISO 3166-1 alpha-3 code.", { maxLength: 3, term: "schema:identifier" }) iso3?: string;
}

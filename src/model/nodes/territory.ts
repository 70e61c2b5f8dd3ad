import { Code, Edtf, NodeType, Text } from "../decorators.js";
import { TerritoryKind } from "../enums.js";
import { NamedNode } from "./named-node.js";

@NodeType({
  description: "A territory that is not a state: a colony, mandate, dependency or autonomous area.",
  prefix: "territory",
  plural: "territories",
  classes: ["schema:AdministrativeArea"],
})
export class Territory extends NamedNode {
  @Code(TerritoryKind, "Status of the territory; the last one if it changed.", { required: true })
  kind!: string;
  @Edtf("First day on which the territory existed.", { life: "start" }) existsFrom?: string;
  @Edtf("Last day on which the territory existed.", { life: "end" }) existsTo?: string;
  @Text("ISO 3166-1 alpha-3 code.", { maxLength: 3, term: "schema:identifier" }) iso3?: string;
}

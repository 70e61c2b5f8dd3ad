import { Code, Edtf, NodeType } from "../decorators.js";
import { OrganizationKind } from "../enums.js";
import { NamedNode } from "./named-node.js";

@NodeType({
  description: "An organization, one of its bodies, an alliance or an armed group.",
  prefix: "org",
  plural: "organizations",
  classes: ["schema:Organization", "prov:Organization"],
})
export class Organization extends NamedNode {
  @Code(OrganizationKind, "Kind of organization.", { required: true }) kind!: string;
  @Edtf("Date when the organization was founded.", { life: "start", term: "schema:foundingDate" })
  founded?: string;
  @Edtf("Last day before the organization was dissolved.", { life: "end", term: "schema:dissolutionDate" })
  dissolved?: string;
}

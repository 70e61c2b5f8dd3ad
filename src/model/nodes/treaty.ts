import { Code, Edtf, Flag, NodeType, Text } from "../decorators.js";
import { AllianceType, TreatyKind } from "../enums.js";
import { NamedNode } from "./named-node.js";

@NodeType({
  description:
    "A treaty, convention, charter, protocol or other agreement. " +
    "Political commitments such as final acts and memorandums are included; they are marked legallyBinding: false.",
  prefix: "treaty",
  plural: "treaties",
  classes: ["schema:Legislation"],
})
export class Treaty extends NamedNode {
  @Code(TreatyKind, "Main subject of the treaty; null if no source states it.") kind?: string;
  @Code(AllianceType, "The strongest promise of an alliance, as data sets on alliances classify it.")
  allianceType?: string;
  @Edtf("Date of adoption of the text, apart from its signature.", {
    life: "start",
    term: "schema:legislationDate",
  })
  adopted?: string;
  @Text("Place of adoption.") adoptionPlace?: string;
  @Edtf("Date of signature, or of opening for signature.", { life: "start", event: true }) signed?: string;
  @Edtf('Date of entry into force; "none" if the treaty never entered into force.', {
    canBeNone: true,
    force: true,
  })
  inForce?: string;
  @Text("What the treaty requires for its entry into force, for example 40 ratifications.")
  inForceRule?: string;
  @Edtf('Day on which the treaty ceased to be in force; "none" if it is still in force.', {
    life: "afterEnd",
    canBeNone: true,
  })
  ended?: string;
  @Text("Place of signature.") place?: string;
  @Text("Depositary or depositaries: who keeps the original.") depositary?: string;
  @Text("Number in the United Nations Treaty Series.") untsNo?: string;
  @Flag("True if the treaty has only two parties.") bilateral?: boolean;
  @Flag("False if the instrument is a political commitment and not a treaty under international law.")
  legallyBinding?: boolean;
}

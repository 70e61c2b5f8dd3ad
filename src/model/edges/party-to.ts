import { Code, EdgeType, Flag, TextList } from "../decorators.js";
import { TreatyAct } from "../enums.js";
import { TimedAssertion } from "./assertion.js";

@EdgeType({
  description: "A state or organization is bound by a treaty. One edge for each period.",
  type: "PARTY_TO",
  ends: [[["State", "Territory", "Organization"], ["Treaty"]]],
  fact: [],
  forward: { field: "partyTo", description: "Treaties to which this node is a party." },
  backward: { field: "parties", description: "Parties to this treaty." },
  inheritable: true,
  tie: { projection: "SHARED_TREATIES", description: "Treaties to which both are parties at the same time." },
})
export class PartyTo extends TimedAssertion {
  @Code(TreatyAct, "Act by which the party became bound.") basisAct?: string;
  @Code(TreatyAct, "Act by which the party ceased to be bound.") exitAct?: string;
  @Flag("True if the party applies the treaty provisionally.") provisional?: boolean;
  @TextList("Obligations of this party, in the codes of the source.") obligations?: string[];
}

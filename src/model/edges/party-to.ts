import { Code, EdgeType, Flag, TextList } from "../decorators.js";
import { TreatyAct } from "../enums.js";
import { TimedAssertion } from "./assertion.js";

@EdgeType({
  description: "Someone is bound by a treaty; one edge for each spell.",
  type: "PARTY_TO",
  ends: [[["State", "Organization"], ["Treaty"]]],
  fact: [],
  forward: { field: "partyTo", description: "Treaties it is party to." },
  backward: { field: "parties", description: "Parties of the treaty." },
  inheritable: true,
  tie: { projection: "SHARED_TREATIES", description: "Treaties to which both are party at the same time." },
})
export class PartyTo extends TimedAssertion {
  @Code(TreatyAct, "Act by which it became bound.") basisAct?: string;
  @Code(TreatyAct, "Act by which it ceased to be bound.") exitAct?: string;
  @Flag("True when it applies the treaty provisionally.") provisional?: boolean;
  @TextList("Obligations of this party, as codes of the source.") obligations?: string[];
}

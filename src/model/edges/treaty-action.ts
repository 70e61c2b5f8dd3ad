import { Code, EdgeType, Edtf, Text } from "../decorators.js";
import { TreatyAct } from "../enums.js";
import { Assertion } from "./assertion.js";

@EdgeType({
  description: "An act by a state or organization concerning a treaty, for example ratification.",
  type: "TREATY_ACTION",
  ends: [[["State", "Territory", "Organization"], ["Treaty"]]],
  fact: ["act", "depositary"],
  forward: { field: "treatyActions", description: "Treaty actions by this node, for example ratifications." },
  backward: { field: "actions", description: "Treaty actions on this treaty, for example ratifications." },
  inheritable: true,
})
export class TreatyAction extends Assertion {
  @Code(TreatyAct, "Kind of act.", { required: true }) act!: string;
  @Edtf("Date of the act.", { event: true }) date?: string;
  @Edtf("Date on which the act takes effect.") effectiveOn?: string;
  @Text("Depositary that received the act.") depositary?: string;
  @Text("Note.") note?: string;
}

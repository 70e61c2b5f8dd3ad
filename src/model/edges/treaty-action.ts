import { Code, EdgeType, Edtf, Text } from "../decorators.js";
import { TreatyAct } from "../enums.js";
import { Assertion } from "./assertion.js";

@EdgeType({
  description: "An act of a state or organization towards a treaty, for example its ratification.",
  type: "TREATY_ACTION",
  ends: [[["State", "Organization"], ["Treaty"]]],
  fact: ["act", "depositary"],
  forward: { field: "treatyActions", description: "Its acts towards treaties." },
  backward: { field: "actions", description: "Acts towards the treaty." },
  inheritable: true,
})
export class TreatyAction extends Assertion {
  @Code(TreatyAct, "Which act.", { required: true }) act!: string;
  @Edtf("Date of the act.") date?: string;
  @Edtf("Date on which it takes effect.") effectiveOn?: string;
  @Text("Depositary that received it.") depositary?: string;
  @Text("Remark.") note?: string;
}

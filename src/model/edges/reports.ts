import { EdgeType, Edtf, Text, Whole } from "../decorators.js";
import { SUBJECTS } from "../subjects.js";
import { Assertion } from "./assertion.js";

@EdgeType({
  description: "A source mentions a node or gives the value of one of its properties.",
  type: "REPORTS",
  ends: [[["Source"], [...SUBJECTS, "Source", "Name"]]],
  fact: ["property"],
  forward: { field: "reports", description: "Nodes and property values that this source reports." },
  role: "reports",
  backward: { field: "reportedBy", description: "Sources that report this node." },
})
export class Reports extends Assertion {
  @Text("Reported property; null if the source only mentions the node.") property?: string;
  @Text("Reported value, as text.") value?: string;
  @Edtf("Reported value, if it is a date.") dateValue?: string;
  @Whole("Reported value, if it is a number.", { min: -(2 ** 31), max: 2 ** 31 - 1 }) numberValue?: number;
}

import { EdgeType, Edtf, Text, Whole } from "../decorators.js";
import { Assertion } from "./assertion.js";

const ANY = [
  "State",
  "Territory",
  "Organization",
  "Person",
  "Treaty",
  "Meeting",
  "Statement",
  "Document",
  "Topic",
  "Source",
  "Name",
];

@EdgeType({
  description: "A source mentions a node or gives the value of one of its properties.",
  type: "REPORTS",
  ends: [[["Source"], ANY]],
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

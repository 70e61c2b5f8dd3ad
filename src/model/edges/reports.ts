import { EdgeType, Text } from "../decorators.js";
import { Assertion } from "./assertion.js";

const ANY = [
  "State",
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
  description: "A source mentions a node, or gives the value of one of its properties.",
  type: "REPORTS",
  ends: [[["Source"], ANY]],
  fact: ["property"],
  forward: { field: "reports", description: "Nodes and values it reports." },
  role: "reports",
  backward: { field: "reportedBy", description: "Sources that report it." },
})
export class Reports extends Assertion {
  @Text("Property reported; empty when the source only mentions the node.") property?: string;
  @Text("Value reported, as JSON.") value?: string;
}

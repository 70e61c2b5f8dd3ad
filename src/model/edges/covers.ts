import { EdgeType, Text } from "../decorators.js";
import { SUBJECTS } from "../subjects.js";
import { TimedAssertion } from "./assertion.js";

@EdgeType({
  description:
    "A source lists a relation of a node completely, in the stated period. Anything that is not listed did not exist.",
  type: "COVERS",
  ends: [[["Source"], SUBJECTS]],
  fact: ["relation"],
  forward: { field: "covers", description: "Nodes of which this source lists a relation completely." },
  role: "coverage",
  backward: { field: "coveredBy", description: "Sources that list a relation of this node completely." },
})
export class Covers extends TimedAssertion {
  @Text("The relation: the name of a field of the node, for example members.", {
    required: true,
    maxLength: 100,
  })
  relation!: string;
}

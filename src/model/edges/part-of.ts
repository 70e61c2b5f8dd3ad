import { Code, EdgeType } from "../decorators.js";
import { PartKind } from "../enums.js";
import { TimedAssertion } from "./assertion.js";

@EdgeType({
  description:
    "A part belongs to a whole: a body to an organization, a session to a body, a protocol to a treaty.",
  type: "PART_OF",
  ends: [
    [["Organization"], ["Organization"]],
    [["Meeting"], ["Organization", "Meeting"]],
    [["Treaty"], ["Treaty"]],
    [["Topic"], ["Topic"]],
  ],
  fact: ["kind"],
  forward: { field: "partOf", description: "What this node is part of." },
  backward: { field: "parts", description: "Parts of this node." },
  role: "hierarchy",
})
export class PartOf extends TimedAssertion {
  @Code(PartKind, "How the part belongs to the whole.", { required: true }) kind!: string;
}

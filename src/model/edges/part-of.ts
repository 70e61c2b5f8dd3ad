import { Code, EdgeType } from "../decorators.js";
import { PartKind } from "../enums.js";
import { TimedAssertion } from "./assertion.js";

@EdgeType({
  description: "A body is part of an organization, a session of its body, a protocol of its treaty.",
  type: "PART_OF",
  ends: [
    [["Organization"], ["Organization"]],
    [["Meeting"], ["Organization", "Meeting"]],
    [["Treaty"], ["Treaty"]],
    [["Topic"], ["Topic"]],
  ],
  fact: ["kind"],
  forward: { field: "partOf", description: "What it is part of." },
  backward: { field: "parts", description: "Its parts." },
  role: "hierarchy",
})
export class PartOf extends TimedAssertion {
  @Code(PartKind, "In what way it is part.", { required: true }) kind!: string;
}

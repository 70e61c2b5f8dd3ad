import { Code, EdgeType, Flag } from "../decorators.js";
import { ConsiderationResult } from "../enums.js";
import { Assertion } from "./assertion.js";

@EdgeType({
  description: "A meeting or organization considered an item. The source reports no positive decision on it.",
  type: "CONSIDERED",
  ends: [
    [
      ["Meeting", "Organization"],
      ["Document", "Statement", "Treaty", "Topic"],
    ],
  ],
  fact: [],
  datedBy: ["from"],
  forward: { field: "considered", description: "Texts and topics that this node considered." },
  backward: { field: "consideredBy", description: "Meetings and organizations that considered this item." },
})
export class Considered extends Assertion {
  @Code(ConsiderationResult, "Result of the consideration.", { required: true }) result!: string;
  @Flag("True if the item was a key item on the agenda.") keyItem?: boolean;
}

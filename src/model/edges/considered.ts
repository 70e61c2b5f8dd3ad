import { Code, EdgeType, Flag } from "../decorators.js";
import { ConsiderationResult } from "../enums.js";
import { Assertion } from "./assertion.js";

@EdgeType({
  description: "Something was on the table; no positive decision is said.",
  type: "CONSIDERED",
  ends: [
    [
      ["Meeting", "Organization"],
      ["Document", "Statement", "Treaty", "Topic"],
    ],
  ],
  fact: [],
  forward: { field: "considered", description: "What it considered." },
  backward: { field: "consideredBy", description: "Who considered it." },
})
export class Considered extends Assertion {
  @Code(ConsiderationResult, "What became of it.", { required: true }) result!: string;
  @Flag("True when it was a key item.") keyItem?: boolean;
}

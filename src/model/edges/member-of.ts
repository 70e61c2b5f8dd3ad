import { Code, EdgeType } from "../decorators.js";
import { MembershipRole } from "../enums.js";
import { TimedAssertion } from "./assertion.js";

@EdgeType({
  description: "Someone belongs to an organization; one edge for each spell.",
  type: "MEMBER_OF",
  ends: [[["State", "Organization", "Person"], ["Organization"]]],
  fact: [],
  forward: { field: "memberOf", description: "What it belongs to." },
  backward: { field: "members", description: "Who belongs to it." },
  inheritable: true,
  tie: {
    projection: "JOINT_MEMBERSHIP",
    description:
      "Organizations of which both are full members at the same time, not observers or associates.",
    only: { property: "role", values: ["MEMBER"] },
  },
})
export class MemberOf extends TimedAssertion {
  @Code(MembershipRole, "In what capacity.", { required: true }) role!: string;
}

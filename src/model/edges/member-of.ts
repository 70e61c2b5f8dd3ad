import { Code, EdgeType } from "../decorators.js";
import { MembershipRole, Seat } from "../enums.js";
import { TimedAssertion } from "./assertion.js";

@EdgeType({
  description: "Membership in an organization. One edge for each period of membership.",
  type: "MEMBER_OF",
  ends: [[["State", "Territory", "Organization", "Person"], ["Organization"]]],
  fact: [],
  forward: { field: "memberOf", description: "Organizations to which this node belongs, in any role." },
  backward: { field: "members", description: "Members of this organization, in any role." },
  inheritable: true,
  tie: {
    projection: "JOINT_MEMBERSHIP",
    description:
      "Organizations in which both are full members (not observers or associates) at the same time.",
    only: { property: "role", values: ["MEMBER"] },
  },
})
export class MemberOf extends TimedAssertion {
  @Code(MembershipRole, "Role in the organization.", { required: true }) role!: string;
  @Code(Seat, "Kind of seat, for example in the Security Council.") seat?: string;
}

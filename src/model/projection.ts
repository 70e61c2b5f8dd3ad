import { describeEnum } from "./describe-enum.js";
import { type EdgeField, edgeModel } from "./registry.js";

/** What ties two actors to each other. */
export const ProjectionCodes = describeEnum(
  "Projection",
  "What ties two states or organizations to each other.",
  {
    CO_SIGNATURE: "Each text that both signed, or that was signed on their behalf.",
    SHARED_TREATIES: "Each treaty to which both are party at the same time.",
    JOINT_MEMBERSHIP:
      "Each organization of which both are members (not observers or associates) at the same time.",
    CO_PARTICIPATION: "Each meeting that both attended, or that was attended on their behalf.",
    VOTE_AGREEMENT: "Votes: the share of the ballots that both cast (YES, NO, ABSTAIN) in which they agree.",
  },
);
export type Projection = keyof typeof ProjectionCodes.codes;

const EDGE_TYPES: Readonly<Record<Projection, string>> = {
  CO_SIGNATURE: "SIGNED",
  SHARED_TREATIES: "PARTY_TO",
  JOINT_MEMBERSHIP: "MEMBER_OF",
  CO_PARTICIPATION: "PARTICIPATED",
  VOTE_AGREEMENT: "VOTED",
};

/** The field from an actor to what ties it to others. */
export function fieldOfProjection(projection: Projection): EdgeField {
  return edgeModel(EDGE_TYPES[projection]).forward;
}

/** The types of the nodes of a network. */
export const NETWORK_LABELS: readonly string[] = ["State", "Organization"];

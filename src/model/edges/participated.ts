import { Code, EdgeType, Flag, Text } from "../decorators.js";
import { ParticipantLevel, ParticipantRole } from "../enums.js";
import { Assertion } from "./assertion.js";

/** Who is absent meets nobody. */
const PRESENT = Object.keys(ParticipantRole.codes).filter((role) => role !== "ABSENT");

@EdgeType({
  description: "Participation in a meeting.",
  type: "PARTICIPATED",
  ends: [[["State", "Territory", "Organization", "Person"], ["Meeting"]]],
  fact: ["role", "onBehalfOf"],
  forward: { field: "participated", description: "Meetings in which this node took part." },
  backward: { field: "participants", description: "Participants in this meeting." },
  datedBy: ["to"],
  tie: {
    projection: "CO_PARTICIPATION",
    description: "Meetings that both attended, or that others attended on their behalf.",
    proxy: "onBehalfOf",
    only: { property: "role", values: PRESENT },
  },
})
export class Participated extends Assertion {
  @Code(ParticipantRole, "Role at the meeting.", { required: true }) role!: string;
  @Text("Title of the participant at the time.") title?: string;
  @Text("Id of the node on whose behalf the participant acted.", { reference: true }) onBehalfOf?: string;
  @Code(ParticipantLevel, "Level of representation.") level?: string;
  @Flag("True if a group took part and the source does not name its members.") collective?: boolean;
}

import { Code, EdgeType, Flag, Text } from "../decorators.js";
import { ParticipantLevel, ParticipantRole } from "../enums.js";
import { Assertion } from "./assertion.js";

@EdgeType({
  description: "Someone took part in a meeting.",
  type: "PARTICIPATED",
  ends: [[["State", "Organization", "Person"], ["Meeting"]]],
  fact: ["role", "onBehalfOf"],
  forward: { field: "participated", description: "Meetings it took part in." },
  backward: { field: "participants", description: "Who took part." },
  tie: {
    projection: "CO_PARTICIPATION",
    description: "Meetings that both attended, or that were attended on their behalf.",
    proxy: "onBehalfOf",
  },
})
export class Participated extends Assertion {
  @Code(ParticipantRole, "In what capacity.", { required: true }) role!: string;
  @Text("Title at the time.") title?: string;
  @Text("Id of whom it acted for.", { reference: true }) onBehalfOf?: string;
  @Code(ParticipantLevel, "At what level.") level?: string;
  @Flag("True when a group took part whose members are not named.") collective?: boolean;
}

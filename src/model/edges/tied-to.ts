import { Code, EdgeType, Flag, Text } from "../decorators.js";
import { DyadicTie } from "../enums.js";
import { TimedAssertion } from "./assertion.js";

@EdgeType({
  description:
    "A tie of one state to another, as recorded in dyadic data sets. One edge for each direction and period.",
  type: "TIED_TO",
  ends: [[["State"], ["State"]]],
  fact: ["kind"],
  forward: {
    field: "tiedTo",
    description: "Ties of this state to others, for example what it promised them.",
  },
  backward: {
    field: "tiedFrom",
    description: "Ties of others to this state, for example what they promised it.",
  },
})
export class TiedTo extends TimedAssertion {
  @Code(DyadicTie, "Kind of tie.", { required: true }) kind!: string;
  @Flag("True if the tie has no direction; it is then recorded once.") mutual?: boolean;
  @Text("Degree or level of the tie, in the words of the source.", { maxLength: 100 }) level?: string;
}

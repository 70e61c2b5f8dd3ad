import { Code, Day, EdgeType, Text } from "../decorators.js";
import { VotePosition } from "../enums.js";
import { Assertion } from "./assertion.js";

@EdgeType({
  description: "A state voted on a text.",
  type: "VOTED",
  ends: [[["State"], ["Document", "Statement"]]],
  fact: ["ballot"],
  forward: { field: "votes", description: "How this state voted." },
  backward: { field: "voters", description: "How states voted on this text." },
  inheritable: true,
  datedBy: ["to"],
  tie: {
    projection: "VOTE_AGREEMENT",
    description: "The share of the ballots cast by both (YES, NO, ABSTAIN) in which they agree.",
    only: { property: "position", values: ["YES", "NO", "ABSTAIN"] },
    agreement: "position",
    same: "ballot",
    heldBy: ["ADOPTED", "CONSIDERED"],
  },
})
export class Voted extends Assertion {
  @Code(VotePosition, "How the state voted.", { required: true }) position!: string;
  @Day(
    "Day of the vote. Where the source gives only its month, that is the date of the text: use node.date, or during.",
    {
      event: true,
    },
  )
  date?: string;
  @Text("Ballot on the text, if there were several.", { maxLength: 100 }) ballot?: string;
}

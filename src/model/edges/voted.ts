import { Code, Day, EdgeType, Text } from "../decorators.js";
import { VotePosition } from "../enums.js";
import { Assertion } from "./assertion.js";

@EdgeType({
  description: "A state voted on a text.",
  type: "VOTED",
  ends: [[["State"], ["Document", "Statement"]]],
  fact: ["ballot"],
  forward: { field: "votes", description: "Its votes." },
  backward: { field: "voters", description: "Who voted on it." },
  inheritable: true,
  tie: {
    projection: "VOTE_AGREEMENT",
    description: "The share of the ballots that both cast (YES, NO, ABSTAIN) in which they agree.",
    only: { property: "position", values: ["YES", "NO", "ABSTAIN"] },
    agreement: "position",
    same: "ballot",
  },
})
export class Voted extends Assertion {
  @Code(VotePosition, "How it voted.", { required: true }) position!: string;
  @Day("Day of the vote.") date?: string;
  @Text("Which ballot on the text.", { maxLength: 100 }) ballot?: string;
}

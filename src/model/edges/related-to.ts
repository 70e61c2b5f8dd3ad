import { Code, EdgeType, Edtf } from "../decorators.js";
import { RelationKind } from "../enums.js";
import { Assertion } from "./assertion.js";

const SAME_TYPE = ["State", "Organization", "Person", "Treaty", "Meeting", "Statement", "Document", "Topic"];

@EdgeType({
  description: "One thing follows from another of its type: succession, amendment, response.",
  type: "RELATED_TO",
  ends: SAME_TYPE.map((label) => [[label], [label]] as const),
  fact: ["kind"],
  forward: { field: "relatedTo", description: "What it follows from or responds to." },
  role: "relations",
  relations: {
    succession: {
      CONTINUES: "The same legal person.",
      SUCCEEDS: "A new state in place of a former one.",
      SECEDED_FROM: "A state that left another one, which went on.",
      MERGED_INTO: "The former state became part of it.",
    },
    fromPredecessor: ["MERGED_INTO"],
    reply: "RESPONDS_TO",
    replyLabel: "Statement",
  },
  backward: { field: "relatedFrom", description: "What follows from it or responds to it." },
})
export class RelatedTo extends Assertion {
  @Code(RelationKind, "How it follows.", { required: true }) kind!: string;
  @Edtf("Date of the event.") date?: string;
}

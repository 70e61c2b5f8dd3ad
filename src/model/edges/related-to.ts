import { Code, EdgeType, Edtf } from "../decorators.js";
import { RelationKind } from "../enums.js";
import { SUBJECTS } from "../subjects.js";
import { Assertion } from "./assertion.js";

@EdgeType({
  description: "A relation between two nodes of the same type: succession, amendment or response.",
  type: "RELATED_TO",
  ends: SUBJECTS.map((label) => [[label], [label]] as const),
  fact: ["kind"],
  datedBy: ["from"],
  forward: {
    field: "relatedTo",
    description: "What this node succeeds, amends, responds to or otherwise relates to.",
  },
  role: "relations",
  relations: {
    succession: {
      CONTINUES: "The state is the same legal person as its predecessor.",
      SUCCEEDS: "The state replaced its predecessor.",
      SECEDED_FROM: "The state left its predecessor, which continued to exist.",
      MERGED_INTO: "The predecessor became part of the state.",
    },
    fromPredecessor: ["MERGED_INTO"],
    reply: "RESPONDS_TO",
    replyLabel: "Statement",
  },
  backward: {
    field: "relatedFrom",
    description: "What succeeds, amends, responds to or otherwise relates to this node.",
  },
})
export class RelatedTo extends Assertion {
  @Code(RelationKind, "Kind of relation.", { required: true }) kind!: string;
  @Edtf("Date of the succession, amendment or response.", { event: true }) date?: string;
}

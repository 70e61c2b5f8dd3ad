import { Code, Edtf, NodeType, Text } from "../decorators.js";
import { MeetingKind } from "../enums.js";
import { NamedNode } from "./named-node.js";

@NodeType({
  description: "A meeting, session or conference.",
  prefix: "meeting",
  plural: "meetings",
  classes: ["schema:Event", "prov:Activity"],
})
export class Meeting extends NamedNode {
  @Code(MeetingKind, "Kind of meeting.", { required: true }) kind!: string;
  @Edtf("Date of the meeting; may be an interval.", {
    required: true,
    event: true,
    term: "schema:temporalCoverage",
  })
  date!: string;
  @Text("Place of the meeting.", { term: "schema:location" }) place?: string;
  @Text("Id of the state where the meeting was held.", { reference: true }) placeCountry?: string;
  @Text("Number of the meeting among the sessions of its body.") number?: string;
}

import { Code, Edtf, NodeType, Text } from "../decorators.js";
import { MeetingKind } from "../enums.js";
import { NamedNode } from "./named-node.js";

@NodeType({ description: "A meeting, session or conference.", prefix: "meeting", plural: "meetings" })
export class Meeting extends NamedNode {
  @Code(MeetingKind, "What sort of meeting it was.", { required: true }) kind!: string;
  @Edtf("When it was held; may be an interval.", { required: true, event: true }) date!: string;
  @Text("Where it was held.") place?: string;
  @Text("Id of the state where it was held.", { reference: true }) placeCountry?: string;
  @Text("Its number among the sessions of its body.") number?: string;
}

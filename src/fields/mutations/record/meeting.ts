import { Arg, Args, Ctx, InputType, Mutation, Resolver } from "type-graphql";
import { model } from "../../../model/registry.js";
import { BundleReport } from "../apply-bundle.js";
import type { WriteContext } from "../context.js";
import { RecordArguments, saidBy } from "./arguments.js";
import { HasEvidence, ListOf, NameInput, NodeId } from "./evidence.js";
import { edgeProperties, ModelFields, nodeProperties } from "./model-fields.js";
import { Part } from "./rows.js";
import { DocumentInput, SubjectInput } from "./texts.js";

@InputType({ description: "Somebody who took part in a meeting, or was absent." })
@HasEvidence()
@ModelFields(edgeProperties("PARTICIPATED"))
class ParticipantInput {
  @NodeId("Id of the state, organization or person.") participant!: string;
}

@InputType({ description: "An item that a meeting considered." })
@HasEvidence()
@ModelFields(edgeProperties("CONSIDERED"))
class AgendaItemInput {
  @NodeId("Id of the text or topic.") item!: string;
}

@InputType({ description: "A text that a meeting adopted." })
@HasEvidence()
@ModelFields(edgeProperties("ADOPTED"))
class AdoptedInput {
  @NodeId("Id of the statement, document or treaty.") text!: string;
}

@InputType({ description: "A meeting. If it already exists, only the given properties change." })
@HasEvidence()
@ModelFields(nodeProperties("Meeting"), true)
class MeetingInput {
  @NodeId("Id of the meeting, for example meeting:brussels-summit-2021.") id!: string;
  @ListOf(() => NameInput, "Names, abbreviations and codes.") names?: NameInput[] | null;
  @ListOf(() => DocumentInput, "New documents that agenda or adopted name.") documents?:
    | DocumentInput[]
    | null;
  @ListOf(() => ParticipantInput, "Who took part.") participants?: ParticipantInput[] | null;
  @ListOf(() => AgendaItemInput, "What was considered.") agenda?: AgendaItemInput[] | null;
  @ListOf(() => AdoptedInput, "What was adopted.") adopted?: AdoptedInput[] | null;
  @ListOf(() => SubjectInput, "What the meeting concerned.") concerns?: SubjectInput[] | null;
}

@Resolver()
export class RecordMeetingResolver {
  @Mutation(() => BundleReport, {
    nullable: true,
    description: "Record a meeting: who took part, what was considered and adopted. For curators.",
  })
  recordMeeting(
    @Arg("meeting", () => MeetingInput, { description: "The meeting." }) input: MeetingInput,
    @Args(() => RecordArguments) given: RecordArguments,
    @Ctx() context: WriteContext,
  ): Promise<BundleReport> {
    const meeting = new Part(input, "meeting");
    const id = meeting.at("id");
    const nodes = [
      meeting.node("Meeting"),
      ...meeting.parts("documents").map((part) => part.node("Document")),
    ];
    const edges = [
      ...meeting.parts("participants").map((part) => part.edge("PARTICIPATED", part.at("participant"), id)),
      ...meeting.parts("agenda").map((part) => part.edge("CONSIDERED", id, part.at("item"))),
      ...meeting.parts("adopted").map((part) => part.edge("ADOPTED", id, part.at("text"))),
      ...meeting.parts("concerns").map((part) => part.edge(model.concerns.type, id, part.at("subject"))),
    ];
    return context.record("recordMeeting", saidBy(given, nodes, edges), given);
  }
}

import { Arg, Args, Ctx, InputType, Mutation, Resolver } from "type-graphql";
import { model } from "../../../model/registry.js";
import { BundleReport } from "../apply-bundle.js";
import type { WriteContext } from "../context.js";
import { RecordArguments, saidBy } from "./arguments.js";
import { HasEvidence, ListOf, NameInput, NodeId } from "./evidence.js";
import { edgeProperties, ModelFields, nodeProperties } from "./model-fields.js";
import { Part } from "./rows.js";
import { SubjectInput } from "./texts.js";

@InputType({ description: "Who adopted or issued a statement." })
@HasEvidence()
@ModelFields(edgeProperties("ADOPTED"))
class AuthorInput {
  @NodeId("Id of the meeting, organization, state or person.") author!: string;
}

@InputType({ description: "A statement. If it already exists, only the given properties change." })
@HasEvidence()
@ModelFields(nodeProperties("Statement"), true)
class StatementInput {
  @NodeId("Id of the statement, for example statement:nato-inf-2018-12.") id!: string;
  @ListOf(() => NameInput, "Names, abbreviations and codes.") names?: NameInput[] | null;
  @ListOf(() => AuthorInput, "Who adopted or issued it.") authors?: AuthorInput[] | null;
  @ListOf(() => SubjectInput, "What it concerns, and with which attitude.") concerns?: SubjectInput[] | null;
}

@Resolver()
export class RecordStatementResolver {
  @Mutation(() => BundleReport, {
    nullable: true,
    description: "Record a statement: who issued it, and what it concerns. For curators.",
  })
  recordStatement(
    @Arg("statement", () => StatementInput, { description: "The statement." }) input: StatementInput,
    @Args(() => RecordArguments) given: RecordArguments,
    @Ctx() context: WriteContext,
  ): Promise<BundleReport> {
    const statement = new Part(input, "statement");
    const id = statement.at("id");
    const edges = [
      ...statement.parts("authors").map((part) => part.edge("ADOPTED", part.at("author"), id)),
      ...statement.parts("concerns").map((part) => part.edge(model.concerns.type, id, part.at("subject"))),
    ];
    return context.record("recordStatement", saidBy(given, [statement.node("Statement")], edges), given);
  }
}

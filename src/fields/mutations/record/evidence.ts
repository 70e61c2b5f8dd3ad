import { ArrayMaxSize, IsOptional } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { propertiesOf } from "../../../model/decorators.js";
import { Assertion } from "../../../model/edges/assertion.js";
import { model, nodeModel } from "../../../model/registry.js";
import { MAX_OBJECTS } from "../../../plan/sizes.js";
import { all } from "../../../schema/rules.js";
import { edgeProperties, ModelFields } from "./model-fields.js";

const OF_EVERY_EDGE = propertiesOf(Assertion).filter(({ managed }) => !managed);
/** The text has a field of its own, and the script follows from it. */
const OF_NAME = nodeModel(model.nameLabel).properties.filter(
  ({ name, managed }) => !managed && !["id", "name", "text", "script"].includes(name),
);

/** The fields of the evidence of one assertion. */
export const EVIDENCE_FIELDS: readonly string[] = [
  ...OF_EVERY_EDGE.map(({ name }) => name),
  "corrects",
  "restore",
];

@InputType({ description: "Where and how the source says it." })
@ModelFields(OF_EVERY_EDGE)
export class EvidenceInput {
  @Field(() => String, {
    nullable: true,
    description: "The assertion of the same source that this one corrects: its id, or the date of the act.",
  })
  corrects?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Write it although an editor has retracted the same assertion.",
  })
  restore?: boolean | null;
}

@InputType({ description: "A name, abbreviation or code." })
@ModelFields([...OF_NAME, ...edgeProperties(model.names.type)], true)
export class NameInput {
  @Field(() => String, { description: "The name exactly as written." }) text!: string;
}

/** Adds the field for evidence to an input class. */
export function HasEvidence(): ClassDecorator {
  return ({ prototype }) =>
    Field(() => EvidenceInput, { nullable: true, description: "Where and how the source says it." })(
      prototype,
      "evidence",
    );
}

/** A field with the id of a node. */
export function NodeId(description: string): PropertyDecorator {
  return Field(() => ID, { description });
}

/** An optional list of parts of an input. */
export function ListOf(type: () => object, description: string): PropertyDecorator {
  return all(
    IsOptional(),
    ArrayMaxSize(MAX_OBJECTS, { message: `must have at most ${MAX_OBJECTS} items` }),
    Field(() => [type()], { nullable: true, description }),
  );
}

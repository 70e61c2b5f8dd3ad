import { ArgsType, Field, ID, ObjectType } from "type-graphql";
import { model } from "../model/registry.js";
import { PathScalar } from "../model/scalars.js";
import { field } from "./adapter.js";

@ObjectType({ description: "One step of an explanation.", simpleResolvers: true })
export class WhyStep {
  @Field(() => String, {
    description:
      "Why one source is preferred to another (ONLY_SOURCE, RANK, SPELL, EXACTNESS, REACH, PRIORITY, FIRST_RECORDED), or what " +
      "limits a period (EVIDENCE, START_LIMITED_BY_LIFE, CERTAIN_UNTIL, END_LIMITED_BY_LIFE, INHERITED).",
  })
  code!: string;
  @Field(() => [ID], { description: "The sources or nodes that the step is about." }) ids!: string[];
  @Field(() => String, { description: "The step in words." }) text!: string;
}

@ArgsType()
class WhyArgs {
  @Field(() => PathScalar, { description: "The property, for example inForce." }) property!: string;
}

/** Adds to nodes the field that explains the value of a property. */
export function addWhyFields(): void {
  for (const { cls, label } of model.nodes.values()) {
    if (label === model.sourceLabel || label === model.nameLabel) continue;
    field(
      cls,
      "why",
      () => [WhyStep],
      "Why a property has its value: which source was chosen, and by which rule.",
      {
        args: WhyArgs,
      },
    );
  }
}

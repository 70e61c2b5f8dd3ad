import { ArgsType, Field, InputType } from "type-graphql";
import { InForce } from "../model/enums.js";
import { model } from "../model/registry.js";
import { DateScalar } from "../model/scalars.js";
import { IN_FORCE_ON } from "../plan/in-force.js";
import { field } from "./adapter.js";

@ArgsType()
class InForceArgs {
  @Field(() => DateScalar, { description: "The day." })
  day!: string;
}

@InputType({ description: "Whether a treaty was in force on a day." })
export class InForceOn {
  @Field(() => DateScalar, { description: "The day." })
  day!: string;

  @Field(() => [InForce.graphql], {
    defaultValue: ["CERTAIN", "POSSIBLE"],
    description: "The answers that match. Default: certainly or possibly in force.",
  })
  is!: string[];
}

/** Adds the field that tells whether a treaty was in force on a day. */
export function addInForceField(): void {
  for (const { cls, force } of model.nodes.values()) {
    if (!force) continue;
    field(cls, IN_FORCE_ON, () => InForce.graphql, "Whether the treaty was in force on a day.", {
      args: InForceArgs,
    });
  }
}

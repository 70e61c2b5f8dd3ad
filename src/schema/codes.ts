import { ArrayMaxSize, ArrayMinSize, MaxLength } from "class-validator";
import { ArgsType, Field } from "type-graphql";
import { MAX_SCHEMES } from "../model/bounds.js";
import { nodeModel } from "../model/registry.js";
import { CodesScalar } from "../model/scalars.js";
import { field } from "./adapter.js";

/** Schemes of codes. */
@ArgsType()
class CodesArgs {
  @ArrayMinSize(1, { message: "must have at least one scheme" })
  @ArrayMaxSize(MAX_SCHEMES, { message: `must have at most ${MAX_SCHEMES} schemes` })
  @MaxLength(35, { each: true, message: "must have at most 35 characters each" })
  @Field(() => [String], { description: "Schemes, for example cow, gw, iso3, m49, wikidata." })
  schemes!: string[];
}

/** The types whose nodes have codes in published lists. */
const CODED = ["State", "Territory", "Organization", "Treaty"];

/** Adds to nodes the field that reads their codes. */
export function addCodesField(): void {
  const description = "The codes in some schemes, those of the requested day if one is requested.";
  for (const label of CODED)
    field(nodeModel(label).cls, "codes", () => CodesScalar, description, { args: CodesArgs });
}

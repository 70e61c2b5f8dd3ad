import { Field, ID, ObjectType } from "type-graphql";
import { Completeness } from "../model/enums.js";
import { DateScalar } from "../model/scalars.js";

@ObjectType({ description: "How much of a relation is recorded, and by whom.", simpleResolvers: true })
export class Coverage {
  @Field(() => Completeness.graphql, { description: "Whether the relation is recorded, and completely." })
  completeness!: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "First day from which a source lists the relation completely; null if it states none.",
  })
  from?: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "Last day until which a source lists the relation completely; null if no source does.",
  })
  until?: string;
  @Field(() => [ID], {
    description: "Ids of the sources that list the relation completely, else of those that assert any of it.",
  })
  sources!: string[];
}

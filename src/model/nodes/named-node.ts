import { ObjectType } from "type-graphql";
import { Instant, Text } from "../decorators.js";

/** What every node class has; `name` and `id` reach GraphQL through the interface Entity. */
@ObjectType({ description: "Any node.", simpleResolvers: true })
export abstract class NamedNode {
  @Text("Identifier.", { required: true, hidden: true, maxLength: 200 }) id!: string;
  @Text("Display name.", { required: true, hidden: true, maxLength: 1_000 }) name!: string;
  @Instant("When the node was first recorded.", { hidden: true }) recordedAt?: string;
}

import { ObjectType } from "type-graphql";
import { Instant, Text } from "../decorators.js";

/** Properties of every node class. GraphQL exposes `name` and `id` through the interface Entity. */
@ObjectType({ description: "Any node.", simpleResolvers: true })
export abstract class NamedNode {
  @Text("Identifier.", { required: true, hidden: true, maxLength: 200 }) id!: string;
  @Text("Display name.", { required: true, hidden: true, maxLength: 1_000 }) name!: string;
  @Instant("When the node was first recorded.", { hidden: true }) recordedAt?: string;
}

import { IsOptional } from "class-validator";
import { ArgsType, Field, InputType } from "type-graphql";
import type { NodeModel } from "../model/registry.js";
import { ConnectionArgs } from "./args.js";

/** A condition on the edges of one kind. */
@InputType({ description: "A condition on edges of one kind, within the scope of the list." })
export class RelationFilter {
  @Field(() => Boolean, { description: "True: has at least one. False: has none." })
  exists!: boolean;
}

/** The arguments of the list of a node type: a page, a scope, and conditions on its edges. */
export function makeListArgs(node: NodeModel): new () => ConnectionArgs {
  class Where {}
  InputType(`${node.label}Where`, {
    description: `Which nodes of type ${node.label}: all conditions must hold.`,
  })(Where);
  for (const { name, description } of node.edgeFields) {
    Field(() => RelationFilter, { nullable: true, description })(Where.prototype, name);
  }
  class ListArgs extends ConnectionArgs {
    where?: object | null;
  }
  ArgsType()(ListArgs);
  IsOptional()(ListArgs.prototype, "where");
  Field(() => Where, { nullable: true, description: "Which of them." })(ListArgs.prototype, "where");
  return ListArgs;
}

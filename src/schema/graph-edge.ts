import { ArrayMaxSize, IsOptional } from "class-validator";
import { ArgsType, Field, InputType, ObjectType } from "type-graphql";
import { describeEnum } from "../model/describe-enum.js";
import { Assertion } from "../model/edges/assertion.js";
import { Entity } from "../model/entity.js";
import { nodeModel } from "../model/registry.js";
import { ScopeArgs } from "./args.js";
import { EdgeLabel } from "./labels.js";

@ObjectType({ description: "An own property of an edge." })
class EdgeValue {
  @Field(() => String, { description: "Name of the property." }) name!: string;
  @Field(() => String, { description: "Its value as text." }) value!: string;
}

@ObjectType({ description: "What one source asserts, whatever the type of the edge." })
export class GraphEdge extends Assertion {
  @Field(() => EdgeLabel.graphql, { description: "Type of the edge." }) type!: string;
  @Field(() => Entity, { description: "Where the edge starts." }) from!: Entity;
  @Field(() => Entity, { description: "Where the edge ends." }) to!: Entity;
  @Field(() => [EdgeValue], { description: "Its own properties." }) values!: EdgeValue[];
  @Field(() => nodeModel("Source").cls, { description: "The source that asserts it." }) source!: object;
}

const ViaDirection = describeEnum("ViaDirection", "In which direction edges are followed.", {
  OUT: "From their start to their end.",
  IN: "From their end to their start.",
  BOTH: "Both ways.",
});

@InputType({ description: "An edge type that is followed." })
export class Via {
  @Field(() => EdgeLabel.graphql, { description: "The type." }) type!: string;
  @Field(() => ViaDirection.graphql, { nullable: true, description: "BOTH when not given." })
  direction?: string;
}

/** Over which edges to go. */
@ArgsType()
export class ViaArgs extends ScopeArgs {
  @IsOptional()
  @ArrayMaxSize(20, { message: "can have 20 types at most" })
  @Field(() => [Via], {
    nullable: true,
    description: "Over these edges; when not given, all but HAS_NAME and REPORTS.",
  })
  via?: Via[] | null;
}

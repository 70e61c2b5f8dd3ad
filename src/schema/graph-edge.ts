import { ArrayMaxSize, IsOptional } from "class-validator";
import { ArgsType, Field, InputType, ObjectType } from "type-graphql";
import { MAX_TYPES } from "../model/bounds.js";
import { describeEnum } from "../model/describe-enum.js";
import { Assertion } from "../model/edges/assertion.js";
import { Entity } from "../model/entity.js";
import { model, nodeModel, RECORD_TYPES } from "../model/registry.js";
import { EdgeLabel } from "./labels.js";
import { ScopeArgs } from "./scope-args.js";

@ObjectType({ description: "A property of an edge.", simpleResolvers: true })
class EdgeValue {
  @Field(() => String, { description: "Name of the property." }) name!: string;
  @Field(() => String, { description: "The value as text." }) value!: string;
}

@ObjectType({
  description: "An assertion by one source: an edge of any type.",
  simpleResolvers: true,
})
export class GraphEdge extends Assertion {
  @Field(() => EdgeLabel.graphql, { description: "Type of the edge." }) type!: string;
  @Field(() => Entity, { description: "The node where the edge starts." }) from!: Entity;
  @Field(() => Entity, { description: "The node where the edge ends." }) to!: Entity;
  @Field(() => [EdgeValue], { description: "The properties that are specific to this edge type." })
  values!: EdgeValue[];
  @Field(() => nodeModel(model.sourceLabel).cls, { description: "The source that asserts this edge." })
  source!: object;
}

const ViaDirection = describeEnum("ViaDirection", "The direction in which to follow edges.", {
  OUT: "From the start node to the end node.",
  IN: "From the end node to the start node.",
  BOTH: "In both directions.",
});

@InputType({ description: "An edge type to follow." })
export class Via {
  @Field(() => EdgeLabel.graphql, { description: "The edge type." }) type!: string;
  @Field(() => ViaDirection.graphql, { nullable: true, description: "The direction. Default BOTH." })
  direction?: string;
}

/** The edges to follow. */
@ArgsType()
export class ViaArgs extends ScopeArgs {
  @IsOptional()
  @ArrayMaxSize(MAX_TYPES, { message: `can have at most ${MAX_TYPES} types` })
  @Field(() => [Via], {
    nullable: true,
    description: `The edge types to follow, at most ${MAX_TYPES}. Default: all except ${RECORD_TYPES}.`,
  })
  via?: Via[] | null;
}

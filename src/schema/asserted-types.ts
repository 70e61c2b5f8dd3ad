import { Field, Int, ObjectType } from "type-graphql";
import { Assertion } from "../model/edges/assertion.js";
import { Entity } from "../model/entity.js";
import { nodeModel } from "../model/registry.js";
import { AssertedArgs } from "./args.js";
import { PageInfo } from "./edge-types.js";
import { EdgeLabel } from "./labels.js";
import { addMethod } from "./methods.js";

@ObjectType({ description: "An own property of an edge." })
class AssertedValue {
  @Field(() => String, { description: "Name of the property." }) name!: string;
  @Field(() => String, { description: "Its value as text." }) value!: string;
}

@ObjectType({ description: "One assertion of a source, whatever its type." })
class AssertedEdge extends Assertion {
  @Field(() => String, { description: "Where it lies in the list." }) cursor!: string;
  @Field(() => EdgeLabel.graphql, { description: "Type of the edge." }) type!: string;
  @Field(() => Entity, { description: "Where the edge starts." }) from!: Entity;
  @Field(() => Entity, { description: "Where the edge ends." }) to!: Entity;
  @Field(() => [AssertedValue], { description: "Its own properties." }) values!: AssertedValue[];
}

@ObjectType({ description: "A page of what a source asserts." })
class AssertedConnection {
  @Field(() => [AssertedEdge], { description: "Assertions of this page." }) edges!: AssertedEdge[];
  @Field(() => PageInfo, { description: "Where this page lies." }) pageInfo!: PageInfo;
  @Field(() => Int, { description: "Assertions on all pages together." }) totalCount!: number;
}

/** Adds to sources the field with everything they assert. */
export function addAssertedField(): void {
  const { prototype } = nodeModel("Source").cls;
  addMethod(
    prototype,
    "asserted",
    AssertedArgs,
    () => AssertedConnection,
    "Everything it asserts, of all edge types.",
  );
}

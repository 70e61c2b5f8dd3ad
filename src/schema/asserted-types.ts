import { Field, Int, ObjectType } from "type-graphql";
import { nodeModel } from "../model/registry.js";
import { AssertedArgs } from "./args.js";
import { PageInfo } from "./edge-types.js";
import { GraphEdge } from "./graph-edge.js";
import { addMethod } from "./methods.js";

@ObjectType({ description: "One assertion of a source, whatever its type." })
class AssertedEdge extends GraphEdge {
  @Field(() => String, { description: "Where it lies in the list." }) cursor!: string;
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

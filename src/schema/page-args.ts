import { IsOptional, MaxLength } from "class-validator";
import { ArgsType, Field, InputType, Int } from "type-graphql";
import { DirectionCodes } from "../model/aggregation.js";
import { DEFAULT_PAGE, MAX_CURSOR } from "../model/bounds.js";
import { PathScalar } from "../model/scalars.js";
import type { ArgumentsClass } from "./adapter.js";
import { ScopeArgs } from "./scope-args.js";

/** The page of a list to read. The maximum page size is a setting of the service; the planner checks it. */
@ArgsType()
export class PageArgs {}

/** The page of a connection to read, and the scope. */
@ArgsType()
export class ConnectionArgs extends ScopeArgs {}

for (const cls of [PageArgs, ConnectionArgs]) addPage(cls);

/** Adds the page arguments. (A class cannot extend two others.) */
function addPage({ prototype }: ArgumentsClass): void {
  const add = (name: string, type: () => object, description: string) => {
    IsOptional()(prototype, name);
    Field(type, { nullable: true, description })(prototype, name);
  };
  add("first", () => Int, `Return the first n items. Default ${DEFAULT_PAGE}.`);
  add("after", () => String, "Return the items after this cursor.");
  add("last", () => Int, "Return the last n items.");
  add("before", () => String, "Return the items before this cursor.");
  for (const cursor of ["after", "before"]) {
    MaxLength(MAX_CURSOR, { message: "is not a cursor of this service" })(prototype, cursor);
  }
}

/** A sort key. */
@InputType({ description: "A sort key. Rows without a value come last." })
export class Order {
  @Field(() => PathScalar, {
    description: "What to sort by: a property such as node.name, or a count of edges such as parties.count.",
  })
  by!: string;

  @Field(() => DirectionCodes.graphql, { nullable: true, description: "The sort direction. Default ASC." })
  direction?: string;

  @Field(() => String, {
    nullable: true,
    description: "For names: sort by the name in this language, in its alphabetical order.",
  })
  lang?: string;
}

/** The arguments of a connection of a node that can have parts. */
@ArgsType()
export class PartsConnectionArgs extends ConnectionArgs {
  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: "Include the edges of all parts, at any depth." })
  includeParts?: boolean | null;
}

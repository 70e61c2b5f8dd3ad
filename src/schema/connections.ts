import { Field, Int, ObjectType } from "type-graphql";
import type { AnyClass } from "../model/decorators.js";
import { field, objectType } from "./adapter.js";

/** The position of a page in its connection. */
@ObjectType({ description: "The position of a page in its list.", simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: "True if there are more items after this page." })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: "True if there are more items before this page." })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: "Cursor of the first item." })
  startCursor?: string;
  @Field(() => String, { nullable: true, description: "Cursor of the last item." })
  endCursor?: string;
}

/** Creates the Connection type for an Edge type. Every Edge type leads to a node, as Relay expects. */
export function nodeConnection(prefix: string, edge: AnyClass, node: () => AnyClass): AnyClass {
  const connection = objectType(`${prefix}Connection`, "A page of a list.");
  field(connection, "edges", () => [edge], "The items of this page, each with its cursor.");
  field(connection, "nodes", () => [node()], "The nodes of this page.");
  addPage(connection);
  return connection;
}

/** A Connection type for a list whose items hold at a time, certainly or possibly. */
export function timedConnection(...parts: Parameters<typeof nodeConnection>): AnyClass {
  const connection = nodeConnection(...parts);
  field(
    connection,
    "certainCount",
    () => Int,
    "How many items on all pages certainly hold at the requested time. Without a time, the same as totalCount.",
  );
  return connection;
}

/** What the node of an item is, where the item is an assertion, a fact or a change and not an edge seen from one end. */
export const SUBJECT =
  "The node that the edge says something about: where it starts; for REPORTS, the node that is reported on.";

/** Creates the Edge type for a list of nodes. The edge has no properties of its own. */
export function plainEdge(prefix: string, node: () => AnyClass): AnyClass {
  const edge = objectType(`${prefix}Edge`, "An item in a list.");
  field(edge, "node", node, "The node.");
  field(edge, "cursor", () => String, "The cursor of this item.");
  return edge;
}

function addPage(connection: AnyClass): void {
  field(connection, "pageInfo", () => PageInfo, "The position of this page in the list.");
  field(connection, "totalCount", () => Int, "The number of items on all pages.");
}

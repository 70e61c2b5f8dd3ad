import { Field, Int, ObjectType } from "type-graphql";
import type { AnyClass } from "../model/decorators.js";
import { field, objectType } from "./adapter.js";

/** Where a page of a connection lies. */
@ObjectType({ description: "Where a page lies in its list.", simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: "True if there are items after this page." })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: "True if there are items before this page." })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: "Cursor of the first item." })
  startCursor?: string;
  @Field(() => String, { nullable: true, description: "Cursor of the last item." })
  endCursor?: string;
}

/** Makes the Connection type of an Edge type that leads to nodes. */
export function nodeConnection(prefix: string, edge: AnyClass, node: () => AnyClass): AnyClass {
  const connection = objectType(`${prefix}Connection`, "A page of a list.");
  field(connection, "edges", () => [edge], "The items of this page, each with its cursor.");
  field(connection, "nodes", () => [node()], "The nodes of this page.");
  addPage(connection);
  return connection;
}

/** Makes the Connection type of a list whose items do not lead to one node. */
export function listConnection(prefix: string, item: AnyClass): AnyClass {
  const connection = objectType(`${prefix}Connection`, "A page of a list.");
  field(connection, "edges", () => [item], "The items of this page, each with its cursor.");
  addPage(connection);
  return connection;
}

/** Makes the Edge type of a list of nodes, where the edge itself has no properties. */
export function plainEdge(prefix: string, node: () => AnyClass): AnyClass {
  const edge = objectType(`${prefix}Edge`, "An item of a list.");
  field(edge, "node", node, "The node.");
  field(edge, "cursor", () => String, "The cursor of this item.");
  return edge;
}

function addPage(connection: AnyClass): void {
  field(connection, "pageInfo", () => PageInfo, "Where this page lies in the list.");
  field(connection, "totalCount", () => Int, "The number of items on all pages.");
}

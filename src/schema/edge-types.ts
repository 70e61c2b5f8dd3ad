import { Field, Int, ObjectType } from "type-graphql";
import type { AnyClass, ModelClass } from "../model/decorators.js";
import { END_SETS, Entity } from "../model/entity.js";
import { type EdgeField, type Model, nodeModel } from "../model/registry.js";
import { SUCCESSOR, successionSide } from "../model/succession.js";
import { addAggregate } from "./aggregate-types.js";
import { AssertionsArgs } from "./args.js";
import { addMethod } from "./methods.js";
import { connectionArgsOf } from "./where.js";

/** Where a page of a connection lies. */
@ObjectType({ description: "Where this page lies in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "True when the list goes on behind this page." })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: "True when the list begins before this page." })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: "Cursor of the first edge." })
  startCursor?: string;
  @Field(() => String, { nullable: true, description: "Cursor of the last edge." })
  endCursor?: string;
}

/** The type-graphql class behind the name of an end type. */
export function classOfEnd(name: string): ModelClass {
  if (name === "Entity") return Entity;
  return END_SETS.find((set) => set.name === name)?.cls ?? nodeModel(name).cls;
}

/** Adds one field for each edge and direction to the node classes, with its Edge and Connection types. */
export function addEdgeFields(model: Model): void {
  for (const edge of model.edges.values()) {
    for (const field of [edge.forward, edge.backward]) {
      const edgeClass = makeEdgeClass(field);
      const connection = makeConnectionClass(field.typePrefix, edgeClass, () => classOfEnd(field.targetType));
      addAggregate(connection);
      for (const owner of field.owners) addConnectionField(nodeModel(owner).cls, field, connection);
    }
  }
}

function makeEdgeClass(field: EdgeField): AnyClass {
  const parent = field.edge.cls as new () => object;
  const edgeClass = class extends parent {};
  ObjectType(`${field.typePrefix}Edge`, { description: field.edge.description })(edgeClass);
  const { prototype } = edgeClass;
  const owner = field.owners.length === 1 ? (field.owners[0] ?? "Entity") : "Entity";
  Field(() => classOfEnd(field.targetType), { description: "The node at the other end." })(prototype, "node");
  Field(() => classOfEnd(owner), { description: "The node at this end: the one asked, or its part." })(
    prototype,
    "via",
  );
  if (successionSide(field) === "node") {
    Field(() => nodeModel(SUCCESSOR).cls, {
      nullable: true,
      description:
        "With followSuccession: the predecessor from which the node has it; null where it is its own.",
    })(prototype, "predecessor");
  }
  Field(() => String, { description: "Where this edge lies in the list." })(prototype, "cursor");
  Field(() => nodeModel("Source").cls, { description: "The source that asserts it." })(prototype, "source");
  addMethod(
    prototype,
    "assertions",
    AssertionsArgs,
    () => [edgeClass],
    "What each source asserts of this fact.",
  );
  return edgeClass;
}

/** Makes the Connection type of an Edge type and registers it. */
export function makeConnectionClass(prefix: string, edgeClass: AnyClass, node: () => AnyClass): AnyClass {
  const connection = class {};
  ObjectType(`${prefix}Connection`, { description: "A page of a list." })(connection);
  const { prototype } = connection;
  Field(() => [edgeClass], { description: "Edges of this page." })(prototype, "edges");
  Field(() => [node()], { description: "Nodes of this page." })(prototype, "nodes");
  Field(() => PageInfo, { description: "Where this page lies." })(prototype, "pageInfo");
  Field(() => Int, { description: "Edges on all pages together." })(prototype, "totalCount");
  return connection;
}

/** Makes the Connection type of a list whose elements are no edges to nodes. */
export function makeListClass(prefix: string, element: AnyClass): AnyClass {
  const connection = class {};
  ObjectType(`${prefix}Connection`, { description: "A page of a list." })(connection);
  const { prototype } = connection;
  Field(() => [element], { description: "Elements of this page." })(prototype, "edges");
  Field(() => PageInfo, { description: "Where this page lies." })(prototype, "pageInfo");
  Field(() => Int, { description: "Elements on all pages together." })(prototype, "totalCount");
  return connection;
}

/** Makes the Edge type of a list of nodes, where the edge itself has no properties. */
export function makePlainEdgeClass(prefix: string, node: () => AnyClass): AnyClass {
  const edgeClass = class {};
  ObjectType(`${prefix}Edge`, { description: "A place in a list." })(edgeClass);
  const { prototype } = edgeClass;
  Field(() => node(), { description: "The node." })(prototype, "node");
  Field(() => String, { description: "Where it lies in the list." })(prototype, "cursor");
  return edgeClass;
}

function addConnectionField(owner: ModelClass, field: EdgeField, connection: AnyClass): void {
  const hasParts = nodeModel(owner.name).edgeFields.some(
    ({ edge, direction }) => edge.role === "hierarchy" && direction === "in",
  );
  const args = connectionArgsOf(field, owner.name, hasParts);
  addMethod(owner.prototype, field.name, args, () => connection, field.description);
}

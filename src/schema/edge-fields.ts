import { Field, ObjectType } from "type-graphql";
import type { AnyClass, ModelClass } from "../model/decorators.js";
import { END_SETS, Entity } from "../model/entity.js";
import { Certainty } from "../model/enums.js";
import { type EdgeField, type Model, model, nodeModel } from "../model/registry.js";
import { SUCCESSOR, successionSide } from "../model/succession.js";
import { field as addField, objectType } from "./adapter.js";
import { addAggregate } from "./aggregates.js";
import { nodeConnection, SUBJECT, timedConnection } from "./connections.js";
import { Coverage } from "./coverage.js";
import { AssertedArgs, AssertionsArgs } from "./edge-args.js";
import { connectionArgs } from "./filtered-args.js";
import { GraphEdge } from "./graph-edge.js";
import { WhyStep } from "./why.js";

/** Adds a field for each edge type and direction to the node classes, with its Edge and Connection types. */
export function addEdgeFields({ edges }: Model): void {
  for (const edge of edges.values()) {
    for (const field of [edge.forward, edge.backward]) {
      const edgeClass = makeEdge(field);
      const connection = timedConnection(field.typePrefix, edgeClass, () => classOfEnd(field.targetType));
      addAggregate(connection);
      if (model.subjectTypes.includes(edge.type)) {
        addField(
          connection,
          "coverage",
          () => Coverage,
          "How much of this relation of the node is recorded.",
        );
      }
      for (const owner of field.owners) addConnection(nodeModel(owner).cls, field, connection);
      if (field === model.names.forward) addToEveryNode(field, connection);
    }
  }
}

/** Adds to sources the field that lists all their assertions. */
export function addAssertedField(): void {
  const connection = nodeConnection("Asserted", AssertedEdge, () => Entity);
  const { cls } = nodeModel(model.sourceLabel);
  addField(cls, "asserted", () => connection, "All assertions by this source, of every edge type.", {
    args: AssertedArgs,
  });
}

@ObjectType({ description: "An assertion by a source, as an item in a list.", simpleResolvers: true })
class AssertedEdge extends GraphEdge {
  @Field(() => String, { description: "The cursor of this item." }) cursor!: string;
  @Field(() => Entity, { description: SUBJECT }) node!: Entity;
}

/** Adds a field to the interface of all nodes. Types that cannot have such edges have an empty list. */
function addToEveryNode(field: EdgeField, connection: AnyClass): void {
  const args = connectionArgs(field, Entity.name, false);
  addField(Entity, field.name, () => connection, field.description, { args });
}

/** The type-graphql class for the name of an end type. */
function classOfEnd(name: string): ModelClass {
  if (name === "Entity") return Entity;
  return END_SETS.find((set) => set.name === name)?.cls ?? nodeModel(name).cls;
}

function makeEdge(field: EdgeField): AnyClass {
  const edge = objectType(`${field.typePrefix}Edge`, field.edge.description, field.edge.cls);
  const owner = field.owners.length === 1 ? (field.owners[0] ?? "Entity") : "Entity";
  addField(edge, "node", () => classOfEnd(field.targetType), "The node at the other end.");
  addField(
    edge,
    "via",
    () => classOfEnd(owner),
    "The node at this end: the owner of the list, or one of its parts or predecessors.",
  );
  if (successionSide(field) === "node") {
    addField(
      edge,
      "predecessor",
      () => nodeModel(SUCCESSOR).cls,
      "With followSuccession: the predecessor that node inherits the fact from; null if not inherited.",
      { nullable: true },
    );
  }
  addField(edge, "cursor", () => String, "The cursor of this item.");
  if (field.edge.timed || field.edge.isDated) {
    addField(
      edge,
      "holds",
      () => Certainty.graphql,
      "Whether the fact certainly or only possibly holds at the requested time; null if no time is requested.",
      { nullable: true },
    );
  }
  addField(
    edge,
    "why",
    () => [WhyStep],
    "Why this edge is read as it is: the choice among sources, and what limits its bounds.",
  );
  addField(edge, "source", () => nodeModel(model.sourceLabel).cls, "The source that asserts this edge.");
  addField(edge, "assertions", () => [edge], "What each source asserts about this fact.", {
    args: AssertionsArgs,
  });
  return edge;
}

function addConnection(owner: ModelClass, field: EdgeField, connection: AnyClass): void {
  const hasParts = nodeModel(owner.name).edgeFields.some(
    ({ edge, direction }) => edge.role === "hierarchy" && direction === "in",
  );
  const args = connectionArgs(field, owner.name, hasParts);
  addField(owner, field.name, () => connection, field.description, { args });
}

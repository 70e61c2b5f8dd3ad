import { ArrayMaxSize, IsOptional } from "class-validator";
import { ArgsType, Field, InputType } from "type-graphql";
import type { AnyClass } from "../model/decorators.js";
import { END_SETS } from "../model/entity.js";
import { Certainty } from "../model/enums.js";
import { type EdgeField, type Model, singularOf } from "../model/registry.js";
import { DateScalar, EdtfScalar, PathScalar } from "../model/scalars.js";
import { SUCCESSOR, SuccessionCodes, successionSide } from "../model/succession.js";
import {
  commonFields,
  edgeProperties,
  IDENTITY,
  ownNodeProperties,
  SPELLS,
  variantLabels,
} from "../plan/filterable.js";
import { ConnectionArgs, Order, PartsConnectionArgs } from "./args.js";
import { filterOf, intFilter, typeFilter } from "./filter-types.js";

const AS = 'A name for it, to relate dates to it: as: "s" … within: {of: "s.date"}.';

const nodeWheres = new Map<string, AnyClass>();
const edgeWheres = new Map<string, AnyClass>();
const relations = new Map<string, AnyClass>();

/** Makes the conditions on nodes, on edges and on relations of the whole model. */
export function makeWhereTypes(model: Model): void {
  for (const { label } of model.nodes.values()) nodeWheres.set(label, nodeWhere(label, [label]));
  for (const { name, labels } of END_SETS) nodeWheres.set(name, nodeWhere(name, labels));
  nodeWheres.set("Entity", nodeWhere("Entity", [...model.nodes.keys()]));
  for (const edge of model.edges.values()) {
    for (const field of [edge.forward, edge.backward]) {
      edgeWheres.set(field.typePrefix, edgeWhere(field));
      relations.set(field.typePrefix, relationFilter(field));
    }
  }
}

/** The condition on nodes of a type or an end set. */
export function nodeWhereOf(name: string): AnyClass {
  return found(nodeWheres, name);
}

/** The condition on the edges of a field. */
export function edgeWhereOf({ typePrefix }: EdgeField): AnyClass {
  return found(edgeWheres, typePrefix);
}

function found(classes: ReadonlyMap<string, AnyClass>, name: string): AnyClass {
  const known = classes.get(name);
  if (known) return known;
  throw new Error(`No condition type for ${name}.`);
}

function nodeWhere(name: string, labels: readonly string[]): AnyClass {
  const where = input(`${name}Where`, "Which nodes: all conditions given must hold.");
  add(where, "as", AS, () => PathScalar);
  add(
    where,
    "is",
    "Is the node of this name: one given with «as», or of an enclosing field.",
    () => PathScalar,
  );
  for (const property of IDENTITY) addFilter(where, property.name, property.description, filterOf(property));
  const [only, ...others] = labels;
  if (only && !others.length) {
    for (const property of ownNodeProperties(only)) {
      addFilter(where, property.name, property.description, filterOf(property));
    }
  } else {
    addFilter(where, "type", "Its type.", typeFilter());
    for (const label of variantLabels(labels)) {
      const field = singularOf(label);
      add(where, field, `Is of type ${label} and fits.`, () => nodeWhereOf(label));
    }
  }
  for (const field of commonFields(labels)) {
    add(where, field.name, field.description, () => found(relations, field.typePrefix));
  }
  addLogic(where);
  return where;
}

function edgeWhere(field: EdgeField): AnyClass {
  const where = input(`${field.typePrefix}Where`, "Which edges: all conditions given must hold.");
  add(where, "as", AS, () => PathScalar);
  for (const [name, property] of edgeProperties(field.edge)) {
    addFilter(where, name, property.description, filterOf(property));
  }
  if (field.edge.timed)
    addFilter(where, SPELLS, "How many spells its source knows of this fact.", intFilter());
  add(where, "node", "The node at the other end.", () => nodeWhereOf(field.targetType));
  addLogic(where);
  return where;
}

function relationFilter(field: EdgeField): AnyClass {
  const relation = input(
    `${field.typePrefix}Relation`,
    "A condition on its edges of one kind, within the scope that holds here.",
  );
  const edge = () => edgeWhereOf(field);
  add(relation, "exists", "True: has at least one. False: has none.", () => Boolean);
  add(relation, "some", "At least one edge fits.", edge);
  add(relation, "none", "No edge fits.", edge);
  add(relation, "all", "Every edge fits; true when there is none.", edge);
  addFilter(relation, "count", "How many edges there are.", intFilter());
  add(relation, "of", "Which edges «count» counts; all when not given.", edge);
  if (field.edge.timed) {
    add(relation, "asOf", "Edges that hold on this day.", () => DateScalar);
    add(relation, "during", "Edges that hold some time in it.", () => EdtfScalar);
    add(relation, "on", "Edges that hold on another date of the pattern: s.date.", () => PathScalar);
    add(relation, "certainty", "How sure dates must be.", () => Certainty.graphql);
  }
  return relation;
}

function addLogic(where: AnyClass): void {
  add(where, "and", "All of these hold.", () => [where]);
  add(where, "or", "One of these holds.", () => [where]);
  add(where, "not", "This does not hold.", () => where);
}

function input(name: string, description: string): AnyClass {
  const cls = class {};
  InputType(name, { description })(cls);
  return cls;
}

function add(cls: AnyClass, name: string, description: string, type: () => unknown): void {
  Field(type as () => object, { nullable: true, description })(cls.prototype, name);
}

/** Adds a field whose type is made now: types made while the schema is built come too late. */
function addFilter(cls: AnyClass, name: string, description: string, filter: AnyClass): void {
  add(cls, name, description, () => filter);
}

/** The arguments of a list of nodes: a page, a scope, a condition and an order. */
export function listArgsOf(label: string): AnyClass {
  return filteredArgs(ConnectionArgs, () => nodeWhereOf(label), "Which of them.");
}

/** The arguments of a connection; with parts where the owner can have some. */
export function connectionArgsOf(field: EdgeField, owner: string, hasParts: boolean): AnyClass {
  const parent = hasParts ? PartsConnectionArgs : ConnectionArgs;
  const args = filteredArgs(parent, () => edgeWhereOf(field), "Which edges.");
  const side = successionSide(field);
  if (side === "node" || (side === "via" && owner === SUCCESSOR)) {
    add(args, "followSuccession", "Also what states have from their predecessors, by these views.", () => [
      SuccessionCodes.graphql,
    ]);
  }
  return args;
}

const MOST_KEYS = 5;

function filteredArgs(parent: typeof ConnectionArgs, where: () => AnyClass, description: string): AnyClass {
  class Args extends parent {}
  ArgsType()(Args);
  const { prototype } = Args;
  IsOptional()(prototype, "where");
  Field(() => where(), { nullable: true, description })(prototype, "where");
  IsOptional()(prototype, "orderBy");
  ArrayMaxSize(MOST_KEYS, { message: `can have ${MOST_KEYS} keys at most` })(prototype, "orderBy");
  Field(() => [Order], { nullable: true, description: "Order; the ids decide between equals." })(
    prototype,
    "orderBy",
  );
  return Args;
}

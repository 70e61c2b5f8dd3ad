import { ID } from "type-graphql";
import { PactError } from "../errors.js";
import type { AnyClass } from "../model/decorators.js";
import { END_SETS } from "../model/entity.js";
import { Certainty } from "../model/enums.js";
import { type EdgeField, type Model, nodeModel, singularOf } from "../model/registry.js";
import { DateScalar, EdtfScalar, PathScalar } from "../model/scalars.js";
import {
  assertionProperties,
  commonFields,
  edgeProperties,
  IDENTITY,
  ownNodeProperties,
  SPELLS,
  variantLabels,
} from "../plan/filterable.js";
import { IN_FORCE_ON } from "../plan/in-force.js";
import { inputType, optional } from "./adapter.js";
import { filterOf, intFilter, spellsFilter, typeFilter } from "./filters.js";
import { InForceOn } from "./in-force.js";

const AS = 'A name for use in other conditions, for example as: "s" and then within: {of: "s.date"}.';

/** Prefix of the type for conditions on edges of any type. */
const ANY_EDGE = "Assertion";

const nodeWheres = new Map<string, AnyClass>();
const edgeWheres = new Map<string, AnyClass>();
const relations = new Map<string, AnyClass>();

/** Creates the input types for conditions on all nodes, edges and relations of the model. */
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
  edgeWheres.set(ANY_EDGE, anyEdgeWhere(model));
}

/** The input type for conditions on nodes of a type or end set. */
export function nodeWhereOf(name: string): AnyClass {
  return found(nodeWheres, name);
}

/** The input type for conditions on the edges of a field. */
export function edgeWhereOf({ typePrefix }: EdgeField): AnyClass {
  return found(edgeWheres, typePrefix);
}

/** The input type for conditions on edges of any type. */
export function assertionWhere(): AnyClass {
  return found(edgeWheres, ANY_EDGE);
}

function found(classes: ReadonlyMap<string, AnyClass>, name: string): AnyClass {
  const known = classes.get(name);
  if (known) return known;
  throw new PactError("INTERNAL", `No condition type for ${name}.`);
}

function nodeWhere(name: string, labels: readonly string[]): AnyClass {
  const where = inputType(`${name}Where`, "Conditions on a node. All of them must be true.");
  optional(where, "as", () => PathScalar, AS);
  const is = 'The same node as the one named here: a name given with "as", or an enclosing field.';
  optional(where, "is", () => PathScalar, is);
  for (const property of IDENTITY) addFilter(where, property.name, property.description, filterOf(property));
  const [only, ...others] = labels;
  if (only && !others.length) {
    for (const property of ownNodeProperties(only)) {
      addFilter(where, property.name, property.description, filterOf(property));
    }
    if (nodeModel(only).force)
      optional(where, IN_FORCE_ON, () => InForceOn, "Whether the treaty was in force on a day.");
  } else {
    addFilter(where, "type", "The type of the node.", typeFilter());
    for (const label of variantLabels(labels)) {
      optional(
        where,
        singularOf(label),
        () => nodeWhereOf(label),
        `A node of type ${label} that satisfies these conditions.`,
      );
    }
  }
  for (const field of commonFields(labels)) {
    optional(where, field.name, () => found(relations, field.typePrefix), field.description);
  }
  addLogic(where);
  return where;
}

function edgeWhere(field: EdgeField): AnyClass {
  const where = inputType(`${field.typePrefix}Where`, "Conditions on an edge. All of them must be true.");
  optional(where, "as", () => PathScalar, AS);
  for (const [name, property] of edgeProperties(field.edge)) {
    addFilter(where, name, property.description, filterOf(property));
  }
  if (field.edge.timed)
    addFilter(where, SPELLS, "The number of separate periods that the source asserts.", spellsFilter());
  optional(where, "node", () => nodeWhereOf(field.targetType), "Conditions on the node at the other end.");
  addLogic(where);
  return where;
}

/** As for nodes of several types, conditions on one type of edge are below the name of its field. */
function anyEdgeWhere({ edges }: Model): AnyClass {
  const where = inputType(`${ANY_EDGE}Where`, "Conditions on an edge of any type. All of them must be true.");
  for (const [name, property] of assertionProperties()) {
    addFilter(where, name, property.description, filterOf(property));
  }
  optional(where, "from", () => nodeWhereOf("Entity"), "Conditions on the node where the edge starts.");
  optional(where, "to", () => nodeWhereOf("Entity"), "Conditions on the node where the edge ends.");
  for (const { type, forward } of edges.values()) {
    optional(
      where,
      forward.name,
      () => edgeWhereOf(forward),
      `An edge of type ${type} that satisfies these conditions.`,
    );
  }
  addLogic(where);
  return where;
}

function relationFilter(field: EdgeField): AnyClass {
  const relation = inputType(
    `${field.typePrefix}Relation`,
    "Conditions on edges of this type. The scope of the list applies unless it is overridden here.",
  );
  const edge = () => edgeWhereOf(field);
  optional(relation, "exists", () => Boolean, "true: at least one edge exists. false: no edge exists.");
  optional(relation, "some", edge, "At least one edge satisfies these conditions.");
  optional(relation, "none", edge, "No edge satisfies these conditions.");
  optional(relation, "all", edge, "Every edge satisfies these conditions. Also true if there are no edges.");
  addFilter(relation, "count", "The number of edges.", intFilter());
  optional(relation, "of", edge, "The edges to count in count. Default: all.");
  optional(relation, "sources", () => [ID], "Only edges that one of these sources asserts.");
  if (field.edge.timed || field.edge.isDated) {
    optional(relation, "asOf", () => DateScalar, "Only edges that are valid on this day.");
    optional(relation, "during", () => EdtfScalar, "Only edges that are valid on some day of this period.");
    optional(
      relation,
      "on",
      () => PathScalar,
      "Only edges that are valid on another date in the same query, for example s.date.",
    );
    optional(
      relation,
      "certainty",
      () => Certainty.graphql,
      "Match dates that may (POSSIBLE) or must (CERTAIN) satisfy the condition.",
    );
  }
  return relation;
}

function addLogic(where: AnyClass): void {
  optional(where, "and", () => [where], "All of these conditions are true.");
  optional(where, "or", () => [where], "At least one of these conditions is true.");
  optional(where, "not", () => where, "This condition is not true.");
}

/** Adds a field and creates its type now: types created during the schema build are too late. */
function addFilter(cls: AnyClass, name: string, description: string, filter: AnyClass): void {
  optional(cls, name, () => filter, description);
}

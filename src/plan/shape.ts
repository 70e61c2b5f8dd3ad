import {
  GraphQLBoolean,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isScalarType,
  type OperationDefinitionNode,
  typeFromAST,
} from "graphql";
import { HopsScalar, PathScalar } from "../model/scalars.js";

type Variables = Readonly<Record<string, unknown>>;

/**
 * The part of an operation that determines its plan, as text: the document, and whether each variable is set. The value
 * of a variable is included only if it is an enum value, a boolean, a path or a number of hops.
 */
export function shapeKey(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  text: string,
  values: Variables,
) {
  const shapes = (operation.variableDefinitions ?? []).map((definition) => {
    const type = typeFromAST(schema, definition.type);
    return isInputType(type) ? shapeOf(type, values[definition.variable.name.value]) : null;
  });
  return JSON.stringify([text, operation.name?.value ?? null, shapes]);
}

function shapeOf(type: GraphQLInputType, value: unknown): unknown {
  if (value === undefined) return "absent";
  if (value === null) return null;
  if (isNonNullType(type)) return shapeOf(type.ofType, value);
  if (isEnumType(type) || typeof value === "boolean" || isStructural(type)) return value;
  if (isListType(type)) return listShape(type.ofType, value);
  if (!isInputObjectType(type) || typeof value !== "object") return "value";
  return Object.entries(value).map(([name, part]) => {
    const field = type.getFields()[name];
    return [name, field ? shapeOf(field.type, part) : "value"];
  });
}

const STRUCTURAL: readonly string[] = [PathScalar.name, HopsScalar.name];

/** True for values that change the plan: a path names what to read, and hops say how far to go. */
function isStructural(type: GraphQLInputType): boolean {
  return isScalarType(type) && STRUCTURAL.includes(type.name);
}

/** A list of scalars is one parameter. For any other list, the shape of each item matters. */
function listShape(item: GraphQLInputType, value: unknown): unknown {
  const inner = isNonNullType(item) ? item.ofType : item;
  const isParameter = isScalarType(inner) && inner.name !== GraphQLBoolean.name && !isStructural(inner);
  if (isParameter) return "list";
  return Array.isArray(value) ? value.map((part) => shapeOf(inner, part)) : shapeOf(inner, value);
}

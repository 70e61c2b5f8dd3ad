import { Args, ArgsType, Extensions, Field, InputType, ObjectType } from "type-graphql";
import type { AnyClass } from "../model/decorators.js";

/**
 * Registers types that are generated from the model with type-graphql.
 *
 * type-graphql reads class decorators. Connections, edges, conditions and aggregates exist once for each node
 * and edge type of the model, so they are generated and have no class body to decorate. This module creates
 * such classes and applies the decorators to them. Everything else in the API (arguments, root fields,
 * answers) is written as decorated classes.
 *
 * Fields below the root have no resolvers of their own: the value is already in the row from the database,
 * and the server's default resolver reads it (`readField` in context.ts). type-graphql calls this "simple
 * resolvers".
 */

/** A class without constructor parameters. */
export type ArgumentsClass = new () => object;

type TypeThunk = () => unknown;

interface FieldOptions {
  readonly nullable?: boolean;
  /** The class with the arguments of the field. */
  readonly args?: ArgumentsClass;
}

/** Creates an object type. */
export function objectType(name: string, description: string, parent?: AnyClass): AnyClass {
  const cls = derived(parent);
  ObjectType(name, { description, simpleResolvers: true })(cls);
  return cls;
}

/** Creates an input type. */
export function inputType(name: string, description: string): AnyClass {
  const cls = derived();
  InputType(name, { description })(cls);
  return cls;
}

/** Creates an arguments class that inherits the arguments of another one. */
export function argumentsType(parent: ArgumentsClass): ArgumentsClass {
  const cls = class extends parent {};
  ArgsType()(cls);
  return cls;
}

/** Adds a field to a type or to an arguments class. */
export function field(
  { prototype }: AnyClass,
  name: string,
  type: TypeThunk,
  description: string,
  { nullable = false, args }: FieldOptions = {},
): void {
  if (args) takesArguments(prototype, name, args);
  Field(type as () => object, { nullable, description })(prototype, name);
}

/** Adds an optional input field. */
export function optional(cls: AnyClass, name: string, type: TypeThunk, description: string): void {
  field(cls, name, type, description, { nullable: true });
}

/**
 * Declares the arguments of a root field on a parameter of its resolver. The extensions of the field hold the
 * class, so that the planner checks the arguments against the same class wherever the field is used.
 */
export function Arguments(cls: ArgumentsClass): ParameterDecorator {
  return (prototype, name, index) => takesArguments(prototype, String(name), cls, index);
}

function takesArguments(prototype: object, name: string, cls: ArgumentsClass, index = 0): void {
  Args(() => cls)(prototype, name, index);
  Extensions({ argumentsClass: cls })(prototype, name);
}

function derived(parent?: AnyClass): AnyClass {
  return parent ? class extends (parent as new () => object) {} : class {};
}

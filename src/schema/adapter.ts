import { Args, ArgsType, Extensions, Field, InputType, ObjectType } from "type-graphql";
import type { AnyClass } from "../model/decorators.js";

/**
 * How types that are made from the model reach type-graphql.
 *
 * type-graphql reads decorators of classes. Connections, edges, conditions and aggregates exist once for each node and
 * edge type of the model, so nobody writes them by hand, and there is no class body that could be decorated. This
 * module makes such classes and calls the decorators on them. Everything else in the API (arguments, root fields,
 * answers) is written as decorated classes.
 *
 * No field below the root has a resolver of its own: the value stands in the row that the database returned, and the
 * default resolver of the server looks it up (`readField` in context.ts). type-graphql calls that "simple resolvers".
 */

/** A class without constructor parameters. */
export type ArgumentsClass = new () => object;

type TypeThunk = () => unknown;

interface FieldOptions {
  readonly nullable?: boolean;
  /** The class with the arguments of the field. */
  readonly args?: ArgumentsClass;
}

/** Makes an object type. */
export function objectType(name: string, description: string, parent?: AnyClass): AnyClass {
  const cls = derived(parent);
  ObjectType(name, { description, simpleResolvers: true })(cls);
  return cls;
}

/** Makes an input type. */
export function inputType(name: string, description: string): AnyClass {
  const cls = derived();
  InputType(name, { description })(cls);
  return cls;
}

/** Makes a class of arguments that has those of another one, too. */
export function argumentsType(parent: ArgumentsClass): ArgumentsClass {
  const cls = class extends parent {};
  ArgsType()(cls);
  return cls;
}

/** Adds a field to a type or to a class of arguments. */
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

/** Adds an input field that may be left out. */
export function optional(cls: AnyClass, name: string, type: TypeThunk, description: string): void {
  field(cls, name, type, description, { nullable: true });
}

/**
 * Declares the arguments of a root field, on a parameter of its resolver. The class is noted in the extensions of the
 * field, so that the planner checks the same class wherever the field stands.
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

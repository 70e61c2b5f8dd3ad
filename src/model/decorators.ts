import "reflect-metadata";
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  type ValidationOptions,
} from "class-validator";
import { Field, Int, ObjectType } from "type-graphql";
import type { CodeList } from "./describe-enum.js";
import { isCalendarDay, NONE, OPEN, parseEdtf } from "./edtf.js";
import { endSetsWith, NODE_INTERFACES } from "./entity.js";
import { columnsOf, type LifeBound, type PropertyModel, type ValueKind } from "./property.js";
import type { EdgeRole, RelationsModel, TieModel } from "./roles.js";
import { DateScalar, DateTimeScalar, EdtfScalar } from "./scalars.js";

/** The class of a node or edge type. An instance holds the values of one row. */
export type ModelClass = abstract new () => object;

/** Any class. */
export type AnyClass = abstract new (...args: never[]) => object;

interface PropertyOptions {
  readonly required?: boolean;
  readonly life?: LifeBound;
  /** True for the date of a node or edge that is an event or came into being on one day. */
  readonly event?: boolean;
  readonly managed?: boolean;
  /** True if GraphQL does not expose the property as a plain field. */
  readonly hidden?: boolean;
  /** True if the value is the id of a node. */
  readonly reference?: boolean;
  /** True if ".." (known to be open-ended) is a valid value. */
  readonly canBeOpen?: boolean;
  /** True if "none" (known that there is none) is a valid value. */
  readonly canBeNone?: boolean;
  /** True for the day on which a treaty entered into force. */
  readonly force?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  /** The property of another vocabulary that says the same, with its prefix. */
  readonly term?: string;
}

const declared = new Map<object, PropertyModel[]>();

/** The properties declared on a class and its ancestors, ancestors first. */
export function propertiesOf(cls: ModelClass): readonly PropertyModel[] {
  const chain: PropertyModel[][] = [];
  for (let proto: object = cls.prototype; proto !== Object.prototype; proto = Object.getPrototypeOf(proto)) {
    chain.unshift(declared.get(proto) ?? []);
  }
  return chain.flat();
}

function property(
  kind: ValueKind,
  description: string,
  options: PropertyOptions & { codes?: CodeList },
  checks: readonly PropertyDecorator[],
): PropertyDecorator {
  return (proto, key) => {
    const name = String(key);
    const {
      required = false,
      life,
      event = false,
      force = false,
      managed = false,
      reference = false,
      codes,
      min,
      max,
      term,
    } = options;
    const bounds = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
    const roles = { required, event, force, managed, reference, ...(life ? { life } : {}) };
    const words = { ...(codes ? { codes } : {}), ...(term ? { term } : {}) };
    const model = { name, kind, description, ...roles, ...bounds, ...words };
    declared.set(proto, [...(declared.get(proto) ?? []), Object.freeze(model)]);
    if (!required) IsOptional()(proto, key);
    for (const check of checks) check(proto, key);
    if (!options.hidden) exposeInGraphql(proto, model);
  };
}

function exposeInGraphql(proto: object, model: PropertyModel): void {
  const nullable = !model.required;
  const [name, min, max] = columnsOf(model);
  const expose = (column: string, type: () => unknown, description: string) =>
    Field(type as () => object, { nullable, description })(proto, column);
  expose(name ?? model.name, () => graphqlTypeOf(model), model.description);
  if (min) expose(min, () => DateScalar, `Earliest possible day of ${model.name}.`);
  if (max) expose(max, () => DateScalar, `Latest possible day of ${model.name}.`);
}

/** The type of a property in the API. */
export function graphqlTypeOf(model: PropertyModel): unknown {
  switch (model.kind) {
    case "int":
      return Int;
    case "boolean":
      return Boolean;
    case "date":
      return DateScalar;
    case "datetime":
      return DateTimeScalar;
    case "edtf":
      return EdtfScalar;
    case "list":
      return [String];
    case "code":
      return model.codes?.graphql;
    case "text":
      return String;
  }
}

const MAX_TEXT_LENGTH = 100_000;

/** Free text, kept exactly as written. */
export const Text = (description: string, options: PropertyOptions = {}) =>
  property("text", description, options, [
    IsString({ message: "must be text" }),
    MaxLength(options.maxLength ?? MAX_TEXT_LENGTH, { message: `must have at most $constraint1 characters` }),
  ]);

/** An address on the web, which a page may link. */
export const Url = (description: string, options: PropertyOptions = {}) =>
  property("text", description, options, [
    textCheck("isUrl", isWebAddress, () => "must be a URL that begins with https:// or http://"),
    MaxLength(MAX_URL_LENGTH, { message: "must have at most $constraint1 characters" }),
  ]);

const MAX_URL_LENGTH = 2_000;

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** A language tag. https://www.rfc-editor.org/info/bcp47 */
export const Language = (description: string, options: PropertyOptions = {}) =>
  property("text", description, options, [
    textCheck("isLanguage", isLanguageTag, () => "must be a language tag, for example ru or sr-Latn"),
  ]);

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** An integer within bounds. */
export const Whole = (description: string, options: PropertyOptions & { min: number; max: number }) => {
  const message = `must be a whole number from ${options.min} to ${options.max}`;
  return property("int", description, options, [
    IsInt({ message }),
    Min(options.min, { message }),
    Max(options.max, { message }),
  ]);
};

/** A boolean. */
export const Flag = (description: string, options: PropertyOptions = {}) =>
  property("boolean", description, options, [IsBoolean({ message: "must be true or false" })]);

/** A list of texts. */
export const TextList = (description: string, options: PropertyOptions = {}) =>
  property("list", description, options, [IsString({ each: true, message: "must be a list of texts" })]);

/** A code from a closed list. */
export const Code = (codes: CodeList, description: string, options: PropertyOptions = {}) => {
  const allowed = Object.keys(codes.codes);
  const message = `must be one of ${allowed.join(", ")}`;
  return property("code", description, { ...options, codes }, [IsIn(allowed, { message })]);
};

/** A date in EDTF. It is stored with its earliest and latest possible day. */
export const Edtf = (description: string, options: PropertyOptions = {}) => {
  const holds = (text: string) =>
    (options.canBeOpen === true && text === OPEN) ||
    (options.canBeNone === true && text === NONE) ||
    edtfMessage(text) === "";
  return property("edtf", description, options, [textCheck("isEdtf", holds, edtfMessage)]);
};

/** A calendar day. */
export const Day = (description: string, options: PropertyOptions = {}) =>
  property("date", description, options, [
    textCheck("isDay", isCalendarDay, () => "must be a full date, for example 2018-06-11"),
  ]);

/** An instant, written by the service. */
export const Instant = (description: string, options: PropertyOptions = {}) =>
  property("datetime", description, { ...options, managed: true }, []);

function textCheck(
  name: string,
  holds: (text: string) => boolean,
  message: (value: unknown) => string,
): PropertyDecorator {
  const options: ValidationOptions = { message: (args) => message(args.value) };
  return ValidateBy(
    { name, validator: { validate: (value) => typeof value === "string" && holds(value) } },
    options,
  );
}

function edtfMessage(value: unknown): string {
  try {
    parseEdtf(String(value));
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

interface NodeOptions {
  readonly description: string;
  /** The part before the colon in the ids of these nodes. */
  readonly prefix: string;
  /** The plural in the API: the name of the list field. */
  readonly plural: string;
  /** The role of these nodes in the record, if they are more than subjects of facts. */
  readonly role?: "source" | "name";
  /** The classes of other vocabularies to which these nodes belong, with their prefixes. */
  readonly classes?: readonly string[];
}

interface EdgeOptions {
  readonly description: string;
  /** The relationship type in the graph. */
  readonly type: string;
  /** The node types that the edge may connect: any type on the left with any type on the right. */
  readonly ends: readonly (readonly [from: readonly string[], to: readonly string[]])[];
  /** The properties that, with type and ends, make two edges the same fact. */
  readonly fact: readonly string[];
  /** The properties that tell two acts of one fact apart where both have a value. */
  readonly apart?: readonly string[];
  /** The fields on the start node and on the end node of the edge. */
  readonly forward: { readonly field: string; readonly description: string };
  readonly backward: { readonly field: string; readonly description: string };
  /** The purpose of these edges, if the service itself relies on them. At most one type has each role. */
  readonly role?: EdgeRole;
  /** True if a state can inherit the fact from its predecessor, under some view of succession. */
  readonly inheritable?: boolean;
  /** The ends whose own date is the date of the edge, if the edge states none. The first one with a date counts. */
  readonly datedBy?: readonly ("from" | "to")[];
  /** How a network links two actors that have such an edge to the same node. */
  readonly tie?: TieModel;
  /** For relations: which kinds are a succession, and which kind is a response to another statement. */
  readonly relations?: RelationsModel;
}

/** A node class with its declaration. */
export interface NodeDeclaration extends NodeOptions {
  readonly cls: ModelClass;
}

/** An edge class with its declaration. */
export interface EdgeDeclaration extends EdgeOptions {
  readonly cls: ModelClass;
}

/** Declares a node type. The GraphQL object type has the name of the class. */
export function NodeType(options: NodeOptions): <C extends ModelClass>(cls: C) => void {
  return (cls) => {
    const interfaces = [...NODE_INTERFACES, ...endSetsWith(cls.name).map((set) => set.cls)];
    ObjectType({ description: options.description, implements: interfaces, simpleResolvers: true })(cls);
    nodeDeclarations.push({ ...options, cls });
  };
}

/** Declares an edge type. Two GraphQL edge types are generated from it, one for each direction. */
export function EdgeType(options: EdgeOptions): <C extends ModelClass>(cls: C) => void {
  return (cls) => {
    ObjectType({ description: options.description, simpleResolvers: true })(cls);
    edgeDeclarations.push({ ...options, cls });
  };
}

/** All declarations so far. The registry reads them once. */
export const nodeDeclarations: NodeDeclaration[] = [];
export const edgeDeclarations: EdgeDeclaration[] = [];

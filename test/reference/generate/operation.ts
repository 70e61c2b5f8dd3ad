import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  parse,
  validate,
} from "graphql";
import { schema } from "../evaluate.js";
import { someAggregate, type Tools } from "./aggregate.js";
import { type Argument, LANGUAGES, pageArguments, scopeArguments } from "./arguments.js";
import { Dice } from "./dice.js";
import { identityOf, listedAs, nodeProperties } from "./fields.js";
import { someOrder } from "./order.js";
import { someRoot } from "./roots.js";
import { Variables } from "./variables.js";
import { someWhere } from "./where.js";
import type { World } from "./world.js";

/** A list that is walked: its cursors stand at `path` in the answer; the next page takes one in a variable. */
export interface Walk {
  readonly path: readonly string[];
  readonly variable: string;
  /** Which cursor of the page: this one, counted around. */
  readonly pick: number;
}

/** An operation and the values of its variables but cursors. */
export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly walks: readonly Walk[];
}

/** How much may still be asked for below a field. */
interface Room {
  /** Connections that may be nested. */
  readonly depth: number;
  /** How many rows each field stands for. */
  readonly rows: number;
  /** Response names down to here, while each of them is one object; else undefined. */
  readonly path?: readonly string[] | undefined;
}

type Fields = GraphQLObjectType | GraphQLInterfaceType;

/**
 * Not asked at random: lists whose order the documents leave open, sentences, and what the reference does not work out,
 * which has tests of its own.
 */
const LEFT_OUT = ["asserted", "aggregate", "codes", "WhyStep.text"];
const MAX_ROWS = 400;
const USUAL_SIZE = 100;

/** A valid operation made by chance. */
export function someOperation(seed: number, world: World): Operation {
  const dice = new Dice(seed);
  for (;;) {
    const operation = new Maker(dice, world).operation();
    if (!validate(schema, parse(operation.query)).length) return operation;
  }
}

class Maker implements Tools {
  readonly variables = new Variables(this.dice);
  private readonly fragments: { name: string; type: string; room: Room; text: string }[] = [];
  private readonly walks: Walk[] = [];
  private aliases = 0;
  /** How many more parts may be asked for; after that, one in each selection. */
  private left = this.dice.pick([4, 8, 15, 30]);

  constructor(
    readonly dice: Dice,
    readonly world: World,
  ) {}

  operation(): Operation {
    const count = this.dice.pick([1, 1, 2, 3]);
    const roots = Array.from({ length: count }, () => this.root());
    const { definitions, values } = this.variables;
    const head = definitions.length ? `query Random(${definitions.join(", ")})` : "query Random";
    const query = [`${head} { ${roots.join(" ")} }`, ...this.fragments.map(({ text }) => text)].join("\n");
    return { query, variables: values, walks: this.walks };
  }

  private root(): string {
    const root = someRoot(this.dice, this.world);
    const field = schema.getQueryType()?.getFields()[root.field];
    if (!field) throw new Error(`There is no root field ${root.field}.`);
    return this.field(field, { depth: 3, rows: 1, path: [] }, root.args);
  }

  /** What is asked of a type: some of its fields, bare, in inline fragments or in named ones. */
  private selection(type: GraphQLCompositeType, room: Room): string {
    const wanted = this.left > 0 ? this.dice.pick([1, 2, 2, 3, 4]) : 1;
    this.left -= wanted;
    const parts = Array.from({ length: wanted }, () => this.part(type, room));
    return `{ ${parts.join(" ")} }`;
  }

  private part(type: GraphQLCompositeType, room: Room): string {
    if (isUnionType(type)) return "__typename";
    const kind = this.dice.roll(100);
    if (this.left > 0 && kind < (isInterfaceType(type) ? 55 : 8)) {
      const inner = this.narrower(type);
      return `... on ${inner.name} ${this.directive()} ${this.selection(inner, room)}`;
    }
    if (this.left > 0 && kind < (isInterfaceType(type) ? 65 : 16)) return this.spread(type, room);
    return this.someField(type, room);
  }

  /** A type that some values of another may have: one of its own, or an interface that it shares with others. */
  private narrower(type: Fields): Fields {
    const possible = isInterfaceType(type) ? schema.getPossibleTypes(type) : [type];
    const object = this.dice.pick(possible);
    return this.dice.chance(30) && object.getInterfaces().length
      ? this.dice.pick(object.getInterfaces())
      : object;
  }

  private spread(type: Fields, room: Room): string {
    const fitting = this.fragments.filter(
      (fragment) =>
        fragment.type === type.name && fragment.room.depth <= room.depth && fragment.room.rows >= room.rows,
    );
    if (fitting.length && this.dice.chance(60))
      return `...${this.dice.pick(fitting).name} ${this.directive()}`;
    const name = `F${this.aliases}`;
    this.aliases += 1;
    // Where a fragment is used more than once, its lists have no one place.
    const inner = { depth: room.depth, rows: room.rows };
    const text = `fragment ${name} on ${type.name} ${this.selection(type, inner)}`;
    this.fragments.push({ name, type: type.name, room: inner, text });
    return `...${name} ${this.directive()}`;
  }

  private someField(type: Fields, room: Room): string {
    if (this.dice.chance(8)) return "__typename";
    const listed = type.name.endsWith("Connection") ? listedAs(type.name) : undefined;
    if (listed && this.dice.chance(18)) return someAggregate(this, listed);
    const fields = Object.values(type.getFields()).filter((field) => {
      const isLeftOut = LEFT_OUT.includes(field.name) || LEFT_OUT.includes(`${type.name}.${field.name}`);
      return !isLeftOut && (room.depth > 0 || !isConnection(field));
    });
    // Scalars are many, lists and objects are what can go wrong.
    const deep = fields.filter(
      (field) =>
        isCompositeType(getNamedType(field.type)) &&
        (this.dice.chance(5) || this.world.hasSome(type.name, field.name)),
    );
    const flat = fields.filter((field) => !deep.includes(field));
    if (this.left <= 0 && flat.length) return this.field(this.dice.pick(flat), room, []);
    const field = deep.length && this.dice.chance(50) ? this.dice.pick(deep) : this.dice.pick(fields);
    return this.field(field, room, this.given(type, field));
  }

  /** Which property is to be explained. */
  private given(type: Fields, { name, args }: GraphQLField<unknown, unknown>): readonly Argument[] {
    if (name !== "why" || !args.length) return [];
    const identity = identityOf(type.name).map((property) => property.name);
    const own = nodeProperties(type.name).filter((property) => !identity.includes(property.name));
    return [{ name: "property", type: "Path!", value: this.dice.pick(own).name }];
  }

  private field(field: GraphQLField<unknown, unknown>, room: Room, given: readonly Argument[]): string {
    const type = getNamedType(field.type);
    const bare = !field.args.length && this.dice.chance(30);
    const alias = isObjectType(type) || !bare ? this.alias(field.name) : field.name;
    const args = [...given, ...this.arguments(field, room, given)];
    const isList = isConnection(field);
    const inner = isList ? narrowed(room, args, alias) : below(room, field.name, alias);
    const walk = isList && room.path && this.dice.chance(50) ? this.walk([...room.path, alias]) : undefined;
    const written = this.variables.write(args);
    const all = walk ? `${written.slice(0, -1) || "("}${written ? ", " : ""}${walk.argument})` : written;
    const head = `${alias === field.name ? "" : `${alias}: `}${field.name}${all}`;
    const directive = this.directive();
    if (!isCompositeType(type)) return `${head} ${directive}`;
    const cursors = walk
      ? `${walk.cursors} `
      : isList && this.dice.chance(60)
        ? `${this.witness(type)} `
        : "";
    const text = `${head} ${directive} { ${cursors}${this.selection(type, inner).slice(2)}`;
    // The same field once more: the two are merged.
    return this.dice.chance(6) ? `${text} ${head} ${this.selection(type, inner)}` : text;
  }

  private arguments(
    { args, name }: GraphQLField<unknown, unknown>,
    room: Room,
    given: readonly Argument[],
  ): readonly Argument[] {
    const { dice } = this;
    const has = (argument: string) => args.some((each) => each.name === argument);
    if (name === "name" && has("lang")) {
      return dice.chance(60) ? [this.language()] : [];
    }
    if (has("includeRetracted")) {
      return dice.chance(50) ? [{ name: "includeRetracted", type: "Boolean", value: dice.chance(80) }] : [];
    }
    if (!has("first")) return [];
    const parts = has("includeParts") && dice.chance(40);
    return [
      ...(given.length ? [] : scopeArguments(dice, this.world)),
      ...this.rows(args),
      ...pageArguments(dice, room.rows * USUAL_SIZE > MAX_ROWS),
      ...(parts ? [{ name: "includeParts", type: "Boolean", value: dice.chance(85) }] : []),
    ];
  }

  /** Which rows of a list, and in which order. */
  private rows(args: GraphQLField<unknown, unknown>["args"]): readonly Argument[] {
    const { dice, world } = this;
    const type = args.find(({ name }) => name === "where")?.type;
    const listed = type && listedAs(getNamedType(type).name);
    if (!type || !listed) return [];
    const where = { name: "where", type: String(type), value: someWhere(dice, world, listed) };
    return [
      ...(dice.chance(listed.kind === "node" ? 75 : 45) ? [where] : []),
      ...(dice.chance(40) ? [someOrder(dice, world, listed)] : []),
    ];
  }

  private walk(path: readonly string[]): { readonly argument: string; readonly cursors: string } {
    const variable = this.variables.absent("String");
    const alias = this.alias("walk");
    this.walks.push({ path: [...path, alias], variable, pick: this.dice.roll(4) });
    return {
      argument: `${this.dice.chance(70) ? "after" : "before"}: $${variable}`,
      cursors: `${alias}: edges { cursor }`,
    };
  }

  /** What shows which elements a list has, and how they hold. */
  private witness(list: GraphQLCompositeType): string {
    const node = this.alias("node");
    const holds = hasHolds(list) ? ` ${this.alias("holds")}: holds` : "";
    const name = this.dice.chance(50)
      ? ` name${this.aliases}: name${this.variables.write([this.language()])}`
      : "";
    return this.dice.pick([
      `${this.alias("totalCount")}: totalCount ${this.alias("certainCount")}: certainCount`,
      `${this.alias("edges")}: edges { ${node}: node { id${name} }${holds} }`,
      `${this.alias("edges")}: edges { ${node}: node { id${name} }${holds} }`,
      `${this.alias("pageInfo")}: pageInfo { hasNextPage hasPreviousPage endCursor }`,
    ]);
  }

  private language(): Argument {
    return { name: "lang", type: "String", value: this.dice.pick(LANGUAGES) };
  }

  private directive(): string {
    if (!this.dice.chance(6)) return "";
    const name = this.dice.pick(["include", "skip"]);
    const value = this.dice.chance(name === "include" ? 70 : 30);
    return `@${name}${this.variables.write([{ name: "if", type: "Boolean!", value }])}`;
  }

  /** A response name that no other field has; it tells which field it is. */
  alias(field: string): string {
    this.aliases += 1;
    return `${field}${this.aliases}`;
  }
}

function isConnection({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.some(({ name }) => name === "first");
}

/** Whether the edges of a connection say how they hold at the time asked for. */
function hasHolds(connection: GraphQLCompositeType): boolean {
  if (isUnionType(connection)) return false;
  const { edges } = connection.getFields();
  const edge = edges && getNamedType(edges.type);
  return isObjectType(edge) && "holds" in edge.getFields();
}

/** The room inside a list. */
function narrowed(room: Room, args: readonly Argument[], alias: string): Room {
  const size = args.find(({ name, value }) => ["first", "last"].includes(name) && value !== null)?.value;
  const rows = room.rows * Math.max(1, typeof size === "number" ? size : USUAL_SIZE);
  return { depth: room.depth - 1, rows, path: room.path && [...room.path, alias] };
}

/** The room inside a field that is no connection; those that are lists end the path. */
function below(room: Room, field: string, alias: string): Room {
  const isMany = ["edges", "nodes", "assertions"].includes(field);
  return { ...room, path: isMany || !room.path ? undefined : [...room.path, alias] };
}

import { createHash } from "node:crypto";
import {
  type GraphQLInputType,
  getNamedType,
  isInputType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  parse,
  typeFromAST,
} from "graphql";
import { PactError } from "../errors.js";
import { apiSchema } from "../fields/api-schema.js";
import type { Example } from "./example.js";
import { readOperations } from "./examples.js";

type Values = Readonly<Record<string, unknown>>;

/** A query with the values of its variables. */
export interface StoredRequest {
  readonly query: string;
  readonly variables: Values;
}

/** Reads the value that is given for a variable. */
type Reading = (type: GraphQLInputType, key: string, value: unknown) => unknown;

/** The operations of graphql/examples, which have an address each: by the name of the file, or by the hash of its text. */
export class StoredOperations {
  private readonly byName: ReadonlyMap<string, Example>;

  constructor(readonly examples: readonly Example[] = readOperations()) {
    this.byName = new Map(
      examples.flatMap((example) => [
        [example.file, example] as const,
        [hashOf(example.query), example] as const,
      ]),
    );
  }

  /**
   * The request of a stored operation. Parameters set its variables; the others keep the values of the example.
   * Throws NOT_FOUND if there is no such operation, and BAD_INPUT for a parameter that it does not have.
   */
  request(name: string, parameters: Values): StoredRequest {
    return this.requestOf(name, parameters, (type, key, value) => readAs(type, key, String(value)));
  }

  /** The same with values as JSON has them. */
  requestWith(name: string, variables: Values): StoredRequest {
    return this.requestOf(name, variables, (_type, _key, value) => value);
  }

  private requestOf(name: string, given: Values, read: Reading): StoredRequest {
    const example = this.byName.get(name);
    if (!example) throw noSuch(name, [...this.byName.keys()]);
    const known: Values = example.variables === undefined ? {} : JSON.parse(example.variables);
    const types = variableTypes(example.query);
    const set = Object.entries(given).map(([key, value]) => {
      const type = types.get(key);
      if (!type) throw noVariable(name, key, [...types.keys()]);
      return [key, read(type, key, value)] as const;
    });
    return { query: example.query, variables: { ...known, ...Object.fromEntries(set) } };
  }
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function variableTypes(query: string): ReadonlyMap<string, GraphQLInputType> {
  const operation = parse(query).definitions.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  );
  return new Map(
    (operation?.variableDefinitions ?? []).flatMap(({ variable, type }) => {
      const known = typeFromAST(apiSchema(), type);
      return isInputType(known) ? [[variable.name.value, known] as const] : [];
    }),
  );
}

/** A parameter of an address as a value: lists have commas between their items, objects are JSON. */
function readAs(type: GraphQLInputType, key: string, text: string): unknown {
  if (isNonNullType(type)) return readAs(type.ofType, key, text);
  if (isListType(type) && !text.startsWith("["))
    return text.split(",").map((item) => readAs(type.ofType, key, item.trim()));
  const { name } = getNamedType(type);
  if (TEXTS.has(name) || ("getValues" in type && !text.startsWith("["))) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new PactError("BAD_INPUT", `${key} must be a value of type ${String(type)}; got ${text}`);
  }
}

/** Scalars whose values are texts in JSON. */
const TEXTS: ReadonlySet<string> = new Set(["String", "ID", "Date", "EDTF", "DateTime", "Path"]);

function noSuch(name: string, known: readonly string[]): PactError {
  const names = known.filter((each) => !/^[0-9a-f]{64}$/.test(each));
  return new PactError("NOT_FOUND", `There is no stored operation "${name}". Known: ${names.join(", ")}.`);
}

function noVariable(name: string, key: string, known: readonly string[]): PactError {
  const all = known.length ? `It has ${known.join(", ")}.` : "It has none.";
  return new PactError("BAD_INPUT", `${name} has no variable "${key}". ${all}`);
}

import { BREAK, type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, visit } from "graphql";
import type { ErrorCode } from "../errors.js";
import type { Limits } from "../limits.js";
import { MAX_ITEMS, MAX_RUNNING_TEXT } from "../model/bounds.js";

/** Maximum characters of a text, except in write requests. */
export const MAX_TEXT = 4_000;
/** Maximum number of conditions, keys and other input objects in a list. */
export const MAX_OBJECTS = 300;
/** Maximum nesting depth of values. */
export const MAX_NESTING = 300;

/** The size limits of all arguments, for the description of the schema. */
export const SIZE_RULES =
  `A text has at most ${MAX_TEXT} characters, a list of values at most ${MAX_ITEMS} items, a list of input objects at most ` +
  `${MAX_OBJECTS}, and values have at most ${MAX_NESTING} nesting levels, unless an argument says otherwise. ` +
  "These limits do not apply to texts of write requests.";

/**
 * Checks the sizes of all values of a request before planning and coercion, so that rejecting a value that is too large
 * takes constant time. Throws BAD_INPUT with the position.
 */
export function checkSizes(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const isWrite = operation.operation === "mutation";
  const { nodes, names } = runningTexts(document);
  checkLiterals(document, isWrite, nodes);
  for (const [name, value] of Object.entries(variables)) {
    if (names.has(name) && typeof value === "string" && value.length <= MAX_RUNNING_TEXT) {
      requireReadable(`$${name}`, value);
      continue;
    }
    checkValue(value, `$${name}`, isWrite);
  }
}

/** Rejects a document with too many aliases, because each may read another list. Throws QUERY_TOO_LARGE. */
export function checkAliases(document: DocumentNode, { maxAliases }: Limits): void {
  let aliases = 0;
  visit(document, {
    enter: (node) => {
      if (node.kind === Kind.FIELD && node.alias) aliases += 1;
      return aliases > maxAliases ? BREAK : undefined;
    },
  });
  if (aliases > maxAliases)
    throw rejected(
      "QUERY_TOO_LARGE",
      `A request may have at most ${maxAliases} aliases. Split it into several requests.`,
    );
}

/** The argument in which a text may be longer, as [field, argument]. */
const RUNNING_TEXT = ["mentions", "text"] as const;

/** The literals in the argument for a running text, and the variables that are used there and nowhere else. */
function runningTexts(document: DocumentNode): {
  readonly nodes: ReadonlySet<unknown>;
  readonly names: ReadonlySet<string>;
} {
  const [nodes, inside, uses] = [new Set<unknown>(), new Set<string>(), new Map<string, number>()];
  visit(document, {
    [Kind.FIELD]: ({ name, arguments: args = [] }) => {
      if (name.value !== RUNNING_TEXT[0]) return;
      for (const { name: argument, value } of args) {
        if (argument.value !== RUNNING_TEXT[1]) continue;
        if (value.kind === Kind.VARIABLE) inside.add(value.name.value);
        else nodes.add(value);
      }
    },
    [Kind.ARGUMENT]: ({ value }) => {
      if (value.kind === Kind.VARIABLE) uses.set(value.name.value, (uses.get(value.name.value) ?? 0) + 1);
    },
    // A variable inside a list or an object is another use.
    [Kind.OBJECT_FIELD]: ({ value }) => {
      if (value.kind === Kind.VARIABLE) uses.set(value.name.value, Number.POSITIVE_INFINITY);
    },
    [Kind.LIST]: ({ values }) => {
      for (const value of values)
        if (value.kind === Kind.VARIABLE) uses.set(value.name.value, Number.POSITIVE_INFINITY);
    },
  });
  return { nodes, names: new Set([...inside].filter((name) => uses.get(name) === 1)) };
}

function checkLiterals(document: DocumentNode, isWrite: boolean, running: ReadonlySet<unknown>): void {
  let depth = 0;
  const deeper = () => {
    depth += 1;
    if (depth > MAX_NESTING) throw tooDeep("A value in the document");
  };
  const back = () => {
    depth -= 1;
  };
  visit(document, {
    [Kind.STRING]: (node) => {
      const { value } = node;
      requireReadable("A text in the document", value);
      if (running.has(node) && value.length <= MAX_RUNNING_TEXT) return;
      if (!isWrite && value.length > MAX_TEXT) throw tooLong("A text in the document", value.length);
    },
    [Kind.LIST]: {
      enter: ({ values }) => {
        checkLength("A list in the document", values, ({ kind }) => CONTAINERS.has(kind));
        deeper();
      },
      leave: back,
    },
    [Kind.OBJECT]: { enter: deeper, leave: back },
  });
}

/** What counts as an input object in a list; a variable can be one. */
const CONTAINERS: ReadonlySet<Kind> = new Set([Kind.OBJECT, Kind.LIST, Kind.VARIABLE]);

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

interface Pending {
  readonly value: unknown;
  readonly place: string;
  readonly depth: number;
}

/** Not recursive, because the depth of values is one of the things to check. */
function checkValue(value: unknown, place: string, isWrite: boolean): void {
  const pending: Pending[] = [{ value, place, depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value: here, place: at, depth } = next;
    if (isContainer(here) && depth >= MAX_NESTING) throw tooDeep(place);
    if (typeof here === "string") {
      requireReadable(at, here);
      if (!isWrite && here.length > MAX_TEXT) throw tooLong(at, here.length);
    } else if (Array.isArray(here)) {
      checkLength(at, here, isContainer);
      here.forEach((item, index) => {
        if (isContainer(item) || typeof item === "string")
          pending.push({ value: item, place: `${at}[${index}]`, depth: depth + 1 });
      });
    } else if (isContainer(here)) {
      for (const [key, part] of Object.entries(here))
        pending.push({ value: part, place: `${at}.${key}`, depth: depth + 1 });
    }
  }
}

/** The items of a list that is too long for any kind of item are not even read. */
function checkLength<T>(place: string, list: readonly T[], isObject: (item: T) => boolean): void {
  const { length } = list;
  if (length <= MAX_OBJECTS) return;
  const max = length <= MAX_ITEMS && list.some(isObject) ? MAX_OBJECTS : MAX_ITEMS;
  if (length > max) throw invalid(`${place} has ${length} items; the maximum is ${max}.`);
}

const NUL = "\u0000";
/** With the flag u, a whole pair is one character of another category. */
const HALF_PAIR = /\p{Surrogate}/u;

/** Rejects what no text has, and what the database and programs that read the answer stumble over. */
function requireReadable(place: string, text: string): void {
  if (text.includes(NUL)) throw invalid(`${place} has the character NUL (U+0000). Remove it.`);
  if (HALF_PAIR.test(text)) throw invalid(`${place} has half of a surrogate pair. Send whole characters.`);
}

function tooLong(place: string, length: number): GraphQLError {
  return invalid(`${place} has ${length} characters; the maximum is ${MAX_TEXT}.`);
}

function tooDeep(place: string): GraphQLError {
  return invalid(`${place} is nested more than ${MAX_NESTING} levels deep.`);
}

function invalid(message: string): GraphQLError {
  return rejected("BAD_INPUT", message);
}

/** Not a PactError: what rejects a document before it runs carries its HTTP status in the way Apollo reads. */
function rejected(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}

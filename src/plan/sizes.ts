import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, visit } from "graphql";
import { MAX_ITEMS } from "../model/bounds.js";

/** Maximum characters of a text, except in write requests. */
export const MAX_TEXT = 4_000;
/** Maximum number of conditions, keys and other input objects in a list. */
export const MAX_OBJECTS = 300;
/** Maximum nesting depth of values. */
export const MAX_NESTING = 300;

/** The size limits of all arguments, for the description of the schema. */
export const SIZE_RULES =
  `A text has at most ${MAX_TEXT} characters, a list of values at most ${MAX_ITEMS} items, a list of input objects at most ` +
  `${MAX_OBJECTS}, and values have at most ${MAX_NESTING} nesting levels, unless an argument allows less. ` +
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
  checkLiterals(document, isWrite);
  for (const [name, value] of Object.entries(variables)) checkValue(value, `$${name}`, isWrite);
}

function checkLiterals(document: DocumentNode, isWrite: boolean): void {
  let depth = 0;
  const deeper = () => {
    depth += 1;
    if (depth > MAX_NESTING) throw tooDeep("A value in the document");
  };
  const back = () => {
    depth -= 1;
  };
  visit(document, {
    [Kind.STRING]: ({ value }) => {
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
  if (length > max) throw tooLarge(`${place} has ${length} items; the maximum is ${max}.`);
}

function tooLong(place: string, length: number): GraphQLError {
  return tooLarge(`${place} has ${length} characters; the maximum is ${MAX_TEXT}.`);
}

function tooDeep(place: string): GraphQLError {
  return tooLarge(`${place} is nested more than ${MAX_NESTING} levels deep.`);
}

function tooLarge(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_INPUT", http: { status: 400 } } });
}

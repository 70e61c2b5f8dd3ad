import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, visit } from "graphql";
import { MAX_ITEMS } from "../model/bounds.js";

/** Characters of one text, apart from texts that are written. */
export const MAX_TEXT = 4_000;
/** Conditions, keys and other input objects in one list. */
export const MAX_OBJECTS = 300;
/** How deep values may be nested. */
export const MAX_NESTING = 300;

/** The bounds of all arguments, as the description of the schema states them. */
export const SIZE_RULES =
  `A text has at most ${MAX_TEXT} characters, a list of values at most ${MAX_ITEMS} items, a list of input objects at most ` +
  `${MAX_OBJECTS}, and values are nested at most ${MAX_NESTING} levels deep, unless an argument says less. ` +
  "Texts that are written have no such bound.";

/**
 * Checks the sizes of all values of a request before anything is planned or even coerced: what is too large is refused in
 * a time that does not depend on how large it is. Throws BAD_INPUT with the place.
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
        const objects = values.some(({ kind }) => kind === Kind.OBJECT || kind === Kind.LIST);
        checkLength("A list in the document", values.length, objects);
        deeper();
      },
      leave: back,
    },
    [Kind.OBJECT]: { enter: deeper, leave: back },
  });
}

interface Pending {
  readonly value: unknown;
  readonly place: string;
  readonly depth: number;
}

/** Without recursion: the depth of a value is one of the things that are checked. */
function checkValue(value: unknown, place: string, isWrite: boolean): void {
  const pending: Pending[] = [{ value, place, depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value: here, place: at, depth } = next;
    if (depth > MAX_NESTING) throw tooDeep(place);
    if (typeof here === "string") {
      if (!isWrite && here.length > MAX_TEXT) throw tooLong(at, here.length);
    } else if (Array.isArray(here)) {
      checkLength(at, here.length, typeof here[0] === "object" && here[0] !== null);
      here.forEach((item, index) => {
        if (item !== null && (typeof item === "object" || typeof item === "string"))
          pending.push({ value: item, place: `${at}[${index}]`, depth: depth + 1 });
      });
    } else if (typeof here === "object" && here !== null) {
      for (const [key, part] of Object.entries(here))
        pending.push({ value: part, place: `${at}.${key}`, depth: depth + 1 });
    }
  }
}

function checkLength(place: string, length: number, ofObjects: boolean): void {
  const max = ofObjects ? MAX_OBJECTS : MAX_ITEMS;
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

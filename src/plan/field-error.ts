import { type FieldNode, GraphQLError } from "graphql";
import { PactError } from "../errors.js";

/** A field with arguments, and the path of its value in the response. */
export interface FieldPlace {
  readonly node: FieldNode;
  readonly path: readonly string[];
}

/** Runs `act`. If `act` throws a PactError, reports the error for this field. */
export function atField<T>({ node, path }: FieldPlace, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof PactError)) throw error;
    const { message, code } = error;
    throw new GraphQLError(message, {
      nodes: node,
      path: [...path],
      extensions: { code },
      originalError: error,
    });
  }
}

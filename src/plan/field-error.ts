import { type FieldNode, GraphQLError } from "graphql";
import { PactError } from "../errors.js";

/** The field that arguments belong to, and where its value stands in the answer. */
export interface FieldPlace {
  readonly node: FieldNode;
  readonly path: readonly string[];
}

/** Runs `act`; an error that it finds names the field it belongs to. */
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

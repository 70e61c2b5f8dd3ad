import { model } from "../model/registry.js";

/** The edge types in an argument; the default if the argument is missing or empty. */
export function typesOr(types: unknown, otherwise: readonly string[]): readonly string[] {
  return Array.isArray(types) && types.length ? [...new Set(types.map(String))] : otherwise;
}

/** All edge types. */
export const ALL_TYPES: readonly string[] = [...model.edges.keys()];

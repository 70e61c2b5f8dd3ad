import { model } from "../model/registry.js";

/** The edge types that an argument names; an empty list and none mean the default. */
export function typesOr(types: unknown, otherwise: readonly string[]): readonly string[] {
  return Array.isArray(types) && types.length ? [...new Set(types.map(String))] : otherwise;
}

/** All edge types. */
export const ALL_TYPES: readonly string[] = [...model.edges.keys()];

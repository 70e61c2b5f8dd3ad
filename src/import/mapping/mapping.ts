import type { Position } from "../../input/problem.js";
import type { MappingDefinition } from "./definition.js";

/** A mapping that was checked, with the places of its parts. */
export interface Mapping extends MappingDefinition {
  readonly file: string;
  /** Where a part of the mapping is in the file, for messages. */
  readonly at: (path: readonly PropertyKey[]) => Position;
}

import { PactError } from "../errors.js";
import { nodeModel } from "../model/registry.js";
import { SUBJECTS } from "../model/subjects.js";
import { didYouMean } from "../model/suggest.js";

/** A type or property of the specification: an id and a name for people. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A type that names can be matched to. */
export function typeNamed(label: string): Named & { readonly description: string } {
  return { id: label, name: label, description: nodeModel(label).description };
}

/** All types that names can be matched to: those that facts are about. */
export const TYPES = SUBJECTS.map(typeNamed);

/** Throws BAD_INPUT if a type is not one of them. */
export function checkType(id: string): string {
  if (SUBJECTS.includes(id)) return id;
  const message = `There is no type "${id}". Use one of: ${SUBJECTS.join(", ")}.`;
  throw new PactError("BAD_INPUT", `${message}${didYouMean(id, SUBJECTS)}`);
}

import { ArrayMaxSize, IsInt, IsOptional, Max, MaxLength, Min } from "class-validator";
import { MAX_TYPES } from "../model/bounds.js";

/** Validates an optional integer within bounds. */
export function WholeNumber(min: number, max: number): PropertyDecorator {
  const message = `must be a whole number from ${min} to ${max}`;
  return all(IsOptional(), IsInt({ message }), Min(min, { message }), Max(max, { message }));
}

/** Validates an optional text with a maximum length. */
export function ShortText(max: number): PropertyDecorator {
  return all(IsOptional(), MaxLength(max, { message: `must have at most ${max} characters` }));
}

/** Validates an optional list of types of nodes or edges. */
export function TypeList(): PropertyDecorator {
  return all(IsOptional(), ArrayMaxSize(MAX_TYPES, { message: `must have at most ${MAX_TYPES} types` }));
}

/** Several decorators as one. */
export function all(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (prototype, key) => {
    for (const decorate of decorators) decorate(prototype, key);
  };
}

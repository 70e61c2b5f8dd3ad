import { PactError } from "../errors.js";
import { type ConditionPlace, textOf } from "./condition-place.js";
import type { ConditionPlan } from "./kinds/values.js";

/** All parts as one condition; undefined if there are none. */
export function conjunction(parts: readonly ConditionPlan[]): ConditionPlan | undefined {
  return parts.length > 1 ? { kind: "and", parts } : parts[0];
}

export function negated(part: ConditionPlan): ConditionPlan {
  return { kind: "not", part };
}

/** The condition of a part that must not be empty. Throws BAD_INPUT. */
export function required(condition: ConditionPlan | undefined, { path }: ConditionPlace): ConditionPlan {
  if (condition) return condition;
  throw new PactError(
    "BAD_INPUT",
    `${textOf(path)} is empty and would match everything. Add at least one condition.`,
  );
}

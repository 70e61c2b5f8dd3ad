import { PactError } from "../errors.js";
import type { ScopePlan } from "./kinds/scope.js";
import type { Args, ArgumentPath } from "./kinds/sites.js";
import type { Names } from "./names.js";

/** The context of a condition: its path, its scope, and the names that dates can refer to. */
export interface ConditionPlace {
  readonly path: ArgumentPath;
  readonly scope: ScopePlan;
  readonly names: Names;
  /** The number of enclosing relations. */
  readonly depth: number;
  /** The number of enclosing `and`, `or` and `not`. */
  readonly logic: number;
}

/** The fields of an input object. Throws BAD_INPUT for null, which would match everything. */
export function asObject(value: unknown, path: ArgumentPath): Args {
  if (value === undefined) return {};
  if (typeof value !== "object" || value === null) throw isNull(path);
  return value as Args;
}

/** The error for a condition that is null. */
export function isNull(path: ArgumentPath): PactError {
  return new PactError(
    "BAD_INPUT",
    `${textOf(path)} is null. Set a value or omit it; to match unset values, use isNull: true.`,
  );
}

/** `where.and[0].region` */
export function textOf(path: ArgumentPath): string {
  return path.reduce<string>(
    (text, part) => (typeof part === "number" ? `${text}[${part}]` : text ? `${text}.${part}` : part),
    "",
  );
}

import { type ValidationError, validateSync } from "class-validator";
import type { GraphQLField } from "graphql";
import { PactError } from "../errors.js";

declare module "graphql" {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    /** The class whose class-validator decorators check the arguments of the field. */
    readonly argumentsClass?: new () => object;
  }
}

/** Validates the arguments of a field against the class that declares them. Throws BAD_INPUT with all problems. */
export function checkArguments(
  { extensions }: Pick<GraphQLField<unknown, unknown>, "extensions">,
  args: Readonly<Record<string, unknown>>,
): void {
  if (extensions.argumentsClass) checkAs(extensions.argumentsClass, args);
}

/** Validates values against a class with class-validator decorators. Throws BAD_INPUT with all problems. */
export function checkAs(cls: new () => object, values: object): void {
  const errors = validateSync(Object.assign(new cls(), values), { forbidUnknownValues: false });
  if (errors.length) throw new PactError("BAD_INPUT", errors.map(describeError).join("; "));
}

function describeError({ property, constraints }: ValidationError): string {
  return `${property} ${Object.values(constraints ?? {}).join(" and ")}`;
}

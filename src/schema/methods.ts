import { Args, Field } from "type-graphql";
import type { AnyClass } from "../model/decorators.js";

/** Declares a field with arguments; its value comes with the row, so the method itself is empty. */
export function addMethod(
  prototype: object,
  name: string,
  args: AnyClass,
  type: () => object,
  description: string,
  nullable = false,
): void {
  Object.defineProperty(prototype, name, { value: () => undefined, configurable: true });
  Args(() => args)(prototype, name, 0);
  Field(type, { description, nullable })(prototype, name, {});
}

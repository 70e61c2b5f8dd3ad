import type { Reader } from "./reader.js";
import type { Scope } from "./scope.js";

export type Args = Readonly<Record<string, unknown>>;

/** Something with fields, read within a scope. */
export abstract class Item {
  constructor(
    readonly reader: Reader,
    readonly scope: Scope,
  ) {}

  /** Name of the object type; only nodes stand where an interface is declared. */
  get typeName(): string | undefined {
    return undefined;
  }

  abstract field(name: string, args: Args): unknown;
}

/** An object that is read whole, and has no arguments. */
export class PlainItem extends Item {
  constructor(
    reader: Reader,
    scope: Scope,
    private readonly values: Readonly<Record<string, unknown>>,
  ) {
    super(reader, scope);
  }

  field(name: string): unknown {
    return this.values[name];
  }
}

export function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

export function numberOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

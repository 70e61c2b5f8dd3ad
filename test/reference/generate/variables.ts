import { astFromValue, isInputType, parseType, print, typeFromAST } from "graphql";
import { schema } from "../evaluate.js";
import type { Argument } from "./arguments.js";
import type { Dice } from "./dice.js";

/** Writes arguments into an operation, as literals or as variables that it collects. */
export class Variables {
  readonly values: Record<string, unknown> = {};
  readonly definitions: string[] = [];

  constructor(private readonly dice: Dice) {}

  /** The arguments in parentheses; nothing when there are none. */
  write(args: readonly Argument[]): string {
    if (!args.length) return "";
    return `(${args.map((each) => `${each.name}: ${this.valueOf(each)}`).join(", ")})`;
  }

  /** A new variable without a value. */
  absent(type: string): string {
    const name = `v${this.definitions.length}`;
    this.definitions.push(`$${name}: ${type}`);
    return name;
  }

  private valueOf({ type, value }: Argument): string {
    if (this.dice.chance(65)) return literalOf(value, type);
    const name = this.absent(type);
    const last = this.definitions.length - 1;
    const isRequired = type.endsWith("!");
    if (!isRequired && this.dice.chance(10)) return `$${name}`;
    if (!isRequired && this.dice.chance(15)) {
      this.definitions[last] += ` = ${literalOf(value, type)}`;
      return `$${name}`;
    }
    this.values[name] = value;
    return `$${name}`;
  }
}

/** A value as GraphQL text. */
function literalOf(value: unknown, type: string): string {
  const inputType = typeFromAST(schema, parseType(type));
  const written = isInputType(inputType) ? astFromValue(value, inputType) : undefined;
  if (!written) throw new Error(`${JSON.stringify(value)} is no ${type}.`);
  return print(written);
}

import { OPERATORS_OF, type Operator } from "../../../src/model/operators.js";
import type { Dice } from "./dice.js";
import type { Named } from "./fields.js";
import { someDate } from "./values.js";
import type { World } from "./world.js";

const DECADES = [1960, 1970, 1980, 1990, 2000];

/** A filter on a property: mostly by values that it has somewhere in the graph. */
export function someFilter(dice: Dice, world: World, property: Named): Readonly<Record<string, unknown>> {
  if (dice.chance(12)) return { isNull: dice.chance(50) };
  const known = OPERATORS_OF[property.kind];
  // What is unset tells `ne` from all others.
  const all = known.includes("ne") && dice.chance(20) ? (["ne"] as const) : known;
  const operators = dice.some(all, dice.chance(80) ? 1 : 2);
  return Object.fromEntries(
    operators.map((operator) => [operator, someOperand(dice, world, property, operator)]),
  );
}

/** A filter on a number of edges or rows. */
export function someCountFilter(dice: Dice, most = 4): Readonly<Record<string, unknown>> {
  const operator = dice.pick(OPERATORS_OF.int);
  const number = () => dice.roll(most);
  return { [operator]: operator === "in" ? [number(), number()] : number() };
}

function someOperand(dice: Dice, world: World, property: Named, operator: Operator): unknown {
  if (operator !== "in") return one(dice, world, property, operator);
  return Array.from({ length: dice.pick([0, 1, 2, 2, 3]) }, () => one(dice, world, property, "eq"));
}

function one(dice: Dice, world: World, { name, kind, codes, of }: Named, operator: Operator): unknown {
  const known = world.valuesOf(of, name);
  const value = known.length && dice.chance(90) ? dice.pick(known) : undefined;
  switch (kind) {
    case "code":
      return value ?? dice.pick(Object.keys(codes?.codes ?? {}));
    case "boolean":
      return dice.chance(50);
    case "int":
      return typeof value === "number" ? value + dice.pick([-1, 0, 0, 1]) : dice.roll(10);
    case "datetime":
      return someInstant(dice, world);
    case "edtf":
    case "date":
      return someDays(dice, value === undefined ? undefined : String(value));
    default:
      return someText(dice, value === undefined ? dice.pick(["alpha", "B", "ё"]) : String(value), operator);
  }
}

/** At one of the instants at which something was recorded, or next to it. */
function someInstant(dice: Dice, { instants }: World): string {
  const instant = dice.pick(instants);
  return dice.chance(50) ? instant : new Date(Date.parse(instant) + dice.pick([-1, 1])).toISOString();
}

/** A date as the graph has it, what surrounds it, or another. */
function someDays(dice: Dice, known: string | undefined): string {
  const decade = dice.pick(DECADES);
  if (known === undefined || !/^\d{4}/.test(known)) return someDate(dice, decade);
  const [first = "", last = first] = known.split("/");
  return dice.pick([
    known,
    known,
    known.slice(0, 4),
    first.slice(0, 7).replace(/[?X-]+$/, ""),
    `${known.slice(0, 3)}X`,
    `${first.slice(0, 4)}/..`,
    `../${last.slice(0, 4).replace("X", "9")}`,
    `${decade}/${decade + 9}`,
    someDate(dice, decade),
  ]);
}

/** The text itself, or what an operator that looks for parts finds in it. */
function someText(dice: Dice, text: string, operator: Operator): string {
  const letters = [...text];
  const start = operator === "contains" ? dice.roll(letters.length) : 0;
  const part = letters.slice(start, start + 1 + dice.roll(4)).join("");
  if (operator === "contains" || operator === "startsWith") return otherCase(dice, part);
  if (operator === "matches") return otherCase(dice, somePattern(dice, letters));
  return text;
}

function somePattern(dice: Dice, letters: readonly string[]): string {
  const at = dice.roll(letters.length);
  const [before, after] = [letters.slice(0, at).join(""), letters.slice(at + 1).join("")];
  return dice.pick([
    `${before}*`,
    `*${after}`,
    `${before}?${after}`,
    `${before}*${after.slice(1)}`,
    `*${letters[at] ?? ""}*`,
    `${before}??${after}`,
    letters.join(""),
  ]);
}

function otherCase(dice: Dice, text: string): string {
  return dice.pick([text, text.toLowerCase(), text.toUpperCase()]);
}

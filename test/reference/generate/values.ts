import type { PropertyModel } from "../../../src/model/property.js";
import type { Row, RowValue } from "../bundle.js";
import type { Dice } from "./dice.js";

const TEXTS = ["alpha", "Beta", "гамма", "0555", "NO", "1.10", 'δ "quoted"', "12e3", "two words"];
/** The values of properties that are not any text. */
const SPECIAL_TEXTS: Readonly<Record<string, readonly string[]>> = {
  iso3: ["KAZ", "NO", "055"],
  lang: ["ru", "en", "zh-Hant"],
  url: ["https://example.org/a", "http://example.org/b?c=1"],
};

/** A date as known, within ten years from `decade` (a year that ends in 0), in any of the forms of EDTF level 1. */
export function someDate(dice: Dice, decade: number): string {
  const year = String(decade + dice.roll(10));
  const month = String(dice.roll(12) + 1).padStart(2, "0");
  const day = String(dice.roll(28) + 1).padStart(2, "0");
  const precise = `${year}-${month}-${day}`;
  const forms = [
    year,
    `${year}?`,
    `${year}-${month}`,
    `${String(decade).slice(0, 3)}X`,
    `${year}-${month}-XX`,
  ];
  return dice.chance(60) ? precise : dice.pick(forms);
}

/** A day within ten years from `decade`. */
export function someDay(dice: Dice, decade: number): string {
  const month = String(dice.roll(12) + 1).padStart(2, "0");
  const day = String(dice.roll(28) + 1).padStart(2, "0");
  return `${decade + dice.roll(10)}-${month}-${day}`;
}

/** Values of properties: all that are required, and some of the others. References are to one of `states`. */
export function someProperties(
  dice: Dice,
  properties: readonly PropertyModel[],
  states: readonly string[],
  decade = 1980,
): Row {
  const given = properties.filter(({ required }) => required || dice.chance(35));
  return Object.fromEntries(
    given.map((property) => [property.name, someValue(dice, property, states, decade)]),
  );
}

function someValue(
  dice: Dice,
  { name, kind, codes, reference, min = 0, max = 9 }: PropertyModel,
  states: readonly string[],
  decade: number,
): RowValue {
  if (reference) return dice.pick(states);
  const special = SPECIAL_TEXTS[name];
  if (special) return dice.pick(special);
  switch (kind) {
    case "int":
      return String(min + dice.roll(max - min + 1));
    case "boolean":
      return String(dice.chance(50));
    case "date":
      return someDay(dice, decade);
    case "edtf":
      return dice.chance(15)
        ? `${someDate(dice, decade - 10)}/${someDate(dice, decade)}`
        : someDate(dice, decade);
    case "code":
      return dice.pick(Object.keys(codes?.codes ?? {}));
    case "list":
      return dice.some(TEXTS, dice.roll(3));
    default:
      return dice.pick(TEXTS);
  }
}

import type { Dice } from "./dice.js";
import { someDate } from "./values.js";
import type { World } from "./world.js";

/** An argument: its name, the type that a variable for it has, and its value. */
export interface Argument {
  readonly name: string;
  readonly type: string;
  readonly value: unknown;
}

/** Languages in which names are asked for. */
export const LANGUAGES = ["ru", "ru", "ru-RU", "en", "hy", "zh", "zh-Hant", "zh-Hant-TW", "fr"];

const TYPES = {
  asOf: "Date",
  during: "EDTF",
  certainty: "Certainty",
  sources: "[ID!]",
  asKnownAt: "DateTime",
};
const DECADES = [1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020];

/** How often each condition is set, in per cent, and how often it is then set to null. */
const CHANCES = { asOf: 30, during: 16, certainty: 8, sources: 16, asKnownAt: 16 };
const LIFTED = 12;

/** Conditions on what is read; null lifts one that is inherited. */
export function scopeArguments(dice: Dice, world: World): readonly Argument[] {
  const values = {
    asOf: () => dice.pick(world.days),
    during: () => somePeriod(dice, world),
    certainty: () => dice.pick(["CERTAIN", "CERTAIN", "POSSIBLE"]),
    sources: () => someSources(dice, world),
    asKnownAt: () => someInstant(dice, world),
  };
  const names = dice.chance(45) ? [] : (["asOf", "during", "sources", "asKnownAt", "certainty"] as const);
  const chosen = names.filter((name) => dice.chance(CHANCES[name]));
  // How sure dates must be matters where there is a date.
  const dated = chosen.includes("asOf") || chosen.includes("during");
  const all =
    dated && !chosen.includes("certainty") && dice.chance(50) ? [...chosen, "certainty" as const] : chosen;
  return all.map((name) => {
    return { name, type: TYPES[name], value: dice.chance(LIFTED) ? null : values[name]() };
  });
}

/** Which page of a list; `most` is the largest size that may be left to the service. */
export function pageArguments(dice: Dice, sizeMustBeSmall: boolean): readonly Argument[] {
  if (!sizeMustBeSmall && dice.chance(40)) return [];
  const name = dice.chance(70) ? "first" : "last";
  const other = name === "first" ? "last" : "first";
  const absent = dice.chance(5) ? [{ name: other, type: "Int", value: null }] : [];
  return [{ name, type: "Int", value: dice.pick([0, 1, 1, 2, 2, 3, 3, 4, 6]) }, ...absent];
}

function somePeriod(dice: Dice, { days }: World): string {
  const [first = "", last = ""] = [dice.pick(days), dice.pick(days)].sort();
  const decade = dice.pick(DECADES);
  const later = someDate(dice, decade + 10);
  return dice.pick([
    someDate(dice, decade),
    `${someDate(dice, decade)}/${later}`,
    `${someDate(dice, decade)}/..`,
    `../${later}`,
    String(decade + dice.roll(10)),
    first,
    `${first}/${last}`,
    `../${first}`,
    `${last}/..`,
  ]);
}

function someSources(dice: Dice, { nodes }: World): readonly string[] {
  const ids = nodes.filter(({ label }) => label === "Source").map(({ id }) => id);
  const some = dice.some(ids, dice.pick([0, 1, 1, 2, 2, 3]));
  return some;
}

/** At, just before or well after one of the bundles, in this time zone or that. */
function someInstant(dice: Dice, { instants }: World): string {
  const instant = dice.pick(instants);
  const millis = Date.parse(instant);
  return dice.pick([
    instant,
    instant,
    new Date(millis - 2).toISOString(),
    new Date(millis + 3_600_000).toISOString().replace("Z", "+01:00"),
    "2100-01-01T00:00:00Z",
    "2001-01-01T00:00:00Z",
  ]);
}

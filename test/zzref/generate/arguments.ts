import type { GraphNode } from "../ledger.js";
import type { Dice } from "./dice.js";
import { someDate, someDay } from "./values.js";

/** What an operation can speak of. */
export interface World {
  readonly nodes: readonly GraphNode[];
  /** When each bundle was recorded, the first one first. */
  readonly instants: readonly string[];
}

/** An argument: its name, the type that a variable for it has, and its value. */
export interface Argument {
  readonly name: string;
  readonly type: string;
  readonly value: unknown;
}

const DECADES = [1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020];

/** Conditions on what is read, none in most cases; null lifts one that is inherited. */
export function scopeArguments(dice: Dice, world: World): readonly Argument[] {
  const values = {
    asOf: () => ["Date", someDay(dice, dice.pick(DECADES))],
    during: () => ["EDTF", somePeriod(dice)],
    certainty: () => ["Certainty", dice.pick(["CERTAIN", "CERTAIN", "POSSIBLE"])],
    sources: () => ["[ID!]", someSources(dice, world)],
    asKnownAt: () => ["DateTime", someInstant(dice, world)],
  };
  return Object.entries(values).flatMap(([name, make]) => {
    if (!dice.chance(16)) return [];
    const [type = "", value] = make();
    return [{ name, type: String(type), value: dice.chance(15) ? null : value }];
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

function somePeriod(dice: Dice): string {
  const decade = dice.pick(DECADES);
  const later = someDate(dice, decade + 10);
  return dice.pick([
    someDate(dice, decade),
    `${someDate(dice, decade)}/${later}`,
    `${someDate(dice, decade)}/..`,
    `../${later}`,
    String(decade + dice.roll(10)),
    someDay(dice, decade),
  ]);
}

function someSources(dice: Dice, { nodes }: World): readonly string[] {
  const ids = nodes.filter(({ label }) => label === "Source").map(({ id }) => id);
  const some = dice.some(ids, dice.pick([0, 1, 1, 2, 2, 3]));
  return dice.chance(10) ? [...some, "source:of-nobody"] : some;
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

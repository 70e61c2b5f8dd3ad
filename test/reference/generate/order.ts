import { type Argument, LANGUAGES } from "./arguments.js";
import type { Dice } from "./dice.js";
import type { Listed } from "./fields.js";
import { somePath } from "./paths.js";
import type { World } from "./world.js";

/** An order of the rows of a list: up to three keys. */
export function someOrder(dice: Dice, world: World, listed: Listed): Argument {
  const keys = Array.from({ length: dice.pick([1, 1, 1, 2, 2, 3]) }, () => someKey(dice, world, listed));
  return { name: "orderBy", type: "[Order!]", value: keys.flat() };
}

/** A key; none where chance has come upon a list, which has no order. */
function someKey(dice: Dice, world: World, listed: Listed): readonly Readonly<Record<string, unknown>>[] {
  const { path, kind, isName } = somePath(dice, world, listed);
  if (kind === "list") return [];
  return [
    {
      by: path,
      ...(dice.chance(60) ? { direction: dice.chance(75) ? "DESC" : "ASC" } : {}),
      ...(isName && dice.chance(75) ? { lang: dice.pick(LANGUAGES) } : {}),
    },
  ];
}

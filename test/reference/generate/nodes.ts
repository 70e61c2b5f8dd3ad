import { nodeModel } from "../../../src/model/registry.js";
import type { Row } from "../bundle.js";
import type { Dice } from "./dice.js";
import { someDate, someDay, someProperties } from "./values.js";

const COUNTS = {
  State: 4,
  Organization: 4,
  Person: 2,
  Treaty: 3,
  Meeting: 3,
  Statement: 2,
  Document: 2,
  Topic: 2,
  Territory: 2,
} as const;
const LANGUAGES = ["ru", "ru", "ru", "en", "zh", "zh-Hant", ""];
const WORDS = ["Север", "Юг", "Ёлка", "East", "West", "Pact", "ORG", "Հայ"];
const CODES = ["KAZ", "A1", "0555", "Q42"];
const SCHEMES = ["iso3", "cow", "wikidata"];
const NOT_IN_ROWS = ["id", "name"];

/** Ids of the generated nodes by label; their slugs do not sort in the order of their making. */
export function someIds(dice: Dice): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(COUNTS).map(([label, count]) => {
      const { prefix } = nodeModel(label);
      const ids = Array.from(
        { length: count },
        (_, number) => `${prefix}:${"qgzamk"[number]}${dice.roll(100)}`,
      );
      return [label, ids];
    }),
  );
}

/** Sources: some with a priority, some with a day of publication. */
export function someSources(dice: Dice): readonly Row[] {
  return ["north", "south", "attic", "zenith"].map((slug) => ({
    id: `source:${slug}`,
    name: `Source ${slug}`,
    kind: dice.pick(["NEWS", "DATASET", "OFFICIAL", "BOOK"]),
    ...(dice.chance(50) ? { priority: String(dice.roll(3)) } : {}),
    ...(dice.chance(70) ? { publishedAt: someDay(dice, 2000) } : {}),
    ...(dice.chance(30) ? { title: dice.pick(WORDS), lang: "ru" } : {}),
  }));
}

/** What one source says of a node, whole enough for a node that is new. */
export function someNode(
  dice: Dice,
  label: string,
  id: string,
  source: string,
  states: readonly string[],
): Row {
  const own = nodeModel(label).properties.filter(
    ({ name, managed, life }) =>
      !NOT_IN_ROWS.includes(name) && !managed && life !== "end" && life !== "afterEnd",
  );
  return {
    ...{ type: label, id, source, name: `${dice.pick(WORDS)} ${id.slice(-3)}` },
    ...someProperties(dice, own, states),
    ...someLifeEnd(dice, label),
    ...(dice.chance(20) ? { locator: `row ${dice.roll(5)}` } : {}),
    names: someNames(dice),
  };
}

function someLifeEnd(dice: Dice, label: string): Row {
  const property = nodeModel(label).lifeEnd;
  return property && dice.chance(50)
    ? { [property.name]: someDate(dice, dice.pick([1980, 1990, 2000])) }
    : {};
}

/** Names of several languages and codes, no two of them the same fact. */
function someNames(dice: Dice): readonly Row[] {
  const names = new Map<string, Row>();
  for (let count = dice.roll(7); count > 0; count -= 1) {
    const name = dice.chance(25) ? someCode(dice) : someName(dice);
    names.set(JSON.stringify([name.text, name.lang, name.kind, name.scheme]), name);
  }
  return [...names.values()];
}

function someCode(dice: Dice): Row {
  return { text: dice.pick(CODES), kind: "CODE", scheme: dice.pick(SCHEMES) };
}

function someName(dice: Dice): Row {
  const lang = dice.pick(LANGUAGES);
  return {
    text: dice.pick(WORDS),
    kind: dice.chance(75) ? "NAME" : dice.pick(["ABBR", "TRANSLIT"]),
    ...(lang ? { lang } : {}),
    ...(dice.chance(30) ? { preferred: String(dice.chance(70)) } : {}),
    ...(dice.chance(30) ? { validFrom: someDate(dice, 1960) } : {}),
    ...(dice.chance(30) ? { validTo: dice.chance(30) ? ".." : someDate(dice, 1990) } : {}),
  };
}

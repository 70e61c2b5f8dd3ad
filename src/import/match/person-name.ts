import { soundOf } from "../../names/sound.js";
import { unitsOf } from "../../names/units.js";

/** A word of a person's name: in Latin letters, the same for all transliterations, or an initial. */
interface NameWord {
  readonly sound: string;
  readonly isInitial: boolean;
}

/** The words of a person's name, without titles. */
export type PersonName = readonly NameWord[];

const TITLES: ReadonlySet<string> = new Set(
  (
    "mr mrs ms miss dr sir dame lord lady prof professor general gen colonel col major captain admiral marshal chief " +
    "king queen prince princess emir sheikh shaikh sheik sultan president sra sr señor monsieur mme his her the " +
    "excellency majesty highness royal right honourable hon jr junior senior rev reverend dato haji alhaji hajj"
  ).split(" "),
);

const LETTER = /^\p{L}$/u;

/** The name without titles such as "Mr." and with each word in one form. */
export function personName(text: string): PersonName {
  const words = unitsOf(text).flatMap(({ parts, initials }) =>
    (initials.length ? initials : parts)
      .filter((part) => !TITLES.has(part))
      .map((part) => ({ sound: soundOf(part), isInitial: initials.length > 0 || LETTER.test(part) })),
  );
  return words.filter(({ sound }) => sound !== "");
}

/** How two names agree. */
export interface Agreement {
  /** The number of whole words, not initials, in both. */
  readonly whole: number;
  /** True if neither has a whole word that the other has not. */
  readonly isEqual: boolean;
}

/** How two names agree; undefined if a word of the shorter one is not in the longer one. */
export function agreementOf(one: PersonName, other: PersonName): Agreement | undefined {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const left = [...long];
  let whole = 0;
  // Whole words are sought first, so that an initial does not take their place.
  for (const word of [...short].sort((a, b) => Number(a.isInitial) - Number(b.isInitial))) {
    const place = placeOf(word, left);
    if (place < 0) return undefined;
    const [found] = left.splice(place, 1);
    if (!word.isInitial && !found?.isInitial) whole += 1;
  }
  return whole ? { whole, isEqual: left.every(({ isInitial }) => isInitial) } : undefined;
}

/** A whole word is the same word, an initial stands for a word that it begins. */
function placeOf(word: NameWord, among: readonly NameWord[]): number {
  const same = among.findIndex(({ sound }) => sound === word.sound);
  if (same >= 0) return same;
  return among.findIndex(
    (other) =>
      (word.isInitial && other.sound.startsWith(word.sound)) ||
      (other.isInitial && word.sound.startsWith(other.sound)),
  );
}

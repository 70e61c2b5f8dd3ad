import { PERSON } from "../model/subjects.js";
import { caseForms } from "./person.js";
import { soundOf } from "./sound.js";
import { storedStems } from "./stems.js";
import { contentUnits, countOf, type Unit, unitsOf, wholeOf } from "./units.js";

/** What decides how a name is compared. */
export interface NameTraits {
  /** The type of the node that has the name. */
  readonly label: string;
  /** The kind of the name; codes and abbreviations are compared to the letter. */
  readonly kind: string;
}

/** The forms in which a name can be found, separated by spaces. README.md explains them. */
export function nameForms(text: string, { label, kind }: NameTraits): string {
  const isAbbreviation = kind !== "NAME" && kind !== "TRANSLIT";
  const units = unitsOf(text);
  const tokens = units.flatMap((unit) => [
    ...wordsOf(unit).flatMap((word) => wordTokens(word, isAbbreviation, label === PERSON)),
    ...(label === PERSON ? initialTokens(unit) : []),
  ]);
  return [...new Set([countToken(countOf(contentUnits(text))), `N${wholeOf(text)}`, ...tokens])].join(" ");
}

/** The token for the number of words. It is the first form of a name. */
export function countToken(count: number): string {
  return `#${count}`;
}

/** The words of a unit, and the unit as one word. */
function wordsOf({ parts }: Unit): readonly string[] {
  return parts.length > 1 ? [...parts, parts.join("")] : parts;
}

function wordTokens(word: string, isAbbreviation: boolean, isPerson: boolean): readonly string[] {
  const forms = isAbbreviation ? [word] : [...storedStems(word), ...(isPerson ? caseForms(word) : [])];
  const sound = soundOf(word, isAbbreviation);
  return [...forms.map((form) => `F${form}`), ...(sound ? [`L${sound}`, `A${sound.slice(0, 1)}`] : [])];
}

/** The first letter of each word, and the first two, because transliterated letters can be two: "Yu." */
function initialTokens({ parts, initials }: Unit): readonly string[] {
  const words = initials.length ? initials : parts;
  return words.flatMap((word) => [`I${word.slice(0, 1)}`, `I${word.slice(0, 2)}`]);
}

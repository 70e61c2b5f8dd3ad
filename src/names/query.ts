import { inOneScript } from "./one-script.js";
import { soundOf } from "./sound.js";
import { placeStems, stemsOf } from "./stems.js";
import { contentUnits, countOf, type Unit, wholeOf } from "./units.js";

/** Errors of typing need words of five letters, and are rarer than one letter in four. */
const MIN_LETTERS_WITH_ERROR = 5;
const LETTERS_PER_ERROR = 4;
const MAX_ERRORS = 2;

/** A text as full-text queries. A query is empty if nothing can be found with it. */
export interface NameQuery {
  /** The whole text is the name. */
  readonly whole: string;
  /** All words are in one name, in any form. */
  readonly all: string;
  /** All words are in one name, in any transliteration. */
  readonly sound: string;
  /** Like `sound`, with errors of typing. */
  readonly typo: string;
  /** One query for each word. */
  readonly words: readonly string[];
  /** The number of words that a name has if it has no other words. */
  readonly count: number;
}

/** The forms in which names are sought. The user's text never becomes syntax: tokens have only letters and digits. */
export function nameQuery(typed: string): NameQuery {
  const text = inOneScript(typed);
  const units = contentUnits(text);
  const all = units.flatMap(formsQuery);
  const long = units.filter(({ initials }) => !initials.length || units.length === 1);
  return {
    whole: units.length ? `N${wholeOf(text)}` : "",
    all: and(all),
    sound: and(units.flatMap(soundQuery)),
    typo: hasLongWord(long) ? and(long.flatMap(typoQuery)) : "",
    words: units.length > 1 ? all : [],
    count: countOf(units),
  };
}

function formsQuery(unit: Unit): readonly string[] {
  const { parts, initials, isShortened } = unit;
  const words = and(
    parts.map((part) => or([...stemsOf(part), ...placeStems(part)].map((form) => `F${form}`))),
  );
  const shortened = isShortened ? parts.map((part) => `F${part}*`) : [];
  const joined = parts.length > 1 ? [`F${parts.join("")}`] : [];
  const [initial] = initials;
  // Only the first initial must be known: a name often has no patronymic.
  return [or([...joined, ...shortened, words, ...(initial ? [`I${initial}`] : [])])];
}

function soundQuery({ parts, initials }: Unit): readonly string[] {
  const [initial] = initials;
  const words = parts.flatMap((part) => {
    const sounds = stemsOf(part)
      .map((stem) => soundOf(stem))
      .filter((sound) => sound !== "");
    return sounds.length ? [or(sounds.map((sound) => `L${sound}`))] : [];
  });
  if (words.length < parts.length) return [];
  return [or([and(words), ...(initial ? [`I${initial}`] : [])])];
}

function hasLongWord(units: readonly Unit[]): boolean {
  return units.some(({ parts }) => parts.some((part) => errorsIn(soundOf(part)) > 0));
}

function typoQuery({ parts }: Unit): readonly string[] {
  return parts.flatMap((part) => {
    const sound = soundOf(part);
    if (sound === "") return [];
    const errors = errorsIn(sound);
    return errors ? [`L${sound}~${errors}`, `A${sound.slice(0, 1)}`] : [`L${sound}`];
  });
}

function errorsIn(word: string): number {
  if (word.length < MIN_LETTERS_WITH_ERROR || /\d/.test(word)) return 0;
  return Math.min(MAX_ERRORS, Math.floor((word.length - 1) / LETTERS_PER_ERROR));
}

function and(queries: readonly string[]): string {
  return joined(queries, " AND ");
}

function or(queries: readonly string[]): string {
  return joined(
    queries.filter((query) => query !== ""),
    " OR ",
  );
}

function joined(queries: readonly string[], operator: string): string {
  const [first = "", ...others] = new Set(queries);
  return others.length ? `(${[first, ...others].join(operator)})` : first;
}

import { PERSON } from "../model/subjects.js";
import { caseForms } from "./person.js";
import { stemsOf, storedStems } from "./stems.js";
import { type TextWord, textWords } from "./text-words.js";
import { unitsOf } from "./units.js";

/** A name that may be mentioned in a text. */
export interface KnownName {
  readonly text: string;
  /** NAME, ABBR or TRANSLIT. */
  readonly kind: string;
  /** The type of the node that has the name. */
  readonly label: string;
}

/** A place in a text where names are mentioned. */
export interface Mention<Name extends KnownName> {
  /** The first character, and the one after the last, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The names that can be meant, and how well each of them fits: 1 to the letter, less in another form. */
  readonly candidates: readonly { readonly name: Name; readonly score: number }[];
}

const SCORES = { exact: 1, form: 0.9, surname: 0.5 } as const;
/** A surname alone is that of a person if it has this many letters. */
const MIN_SURNAME = 5;
/** Words that are rarely the state of this name at the start of a sentence. */
const COMMON_AT_START: ReadonlySet<string> = new Set(["того", "may"]);

const CYRILLIC = /^\p{Script=Cyrillic}+$/u;
/** Names of places that are the same in all cases. */
const INDECLINABLE = /[иоуюэ]$/u;

/** What to find: words in their order. */
interface Pattern<Name> {
  readonly name: Name;
  readonly words: readonly string[];
  readonly isAbbreviation: boolean;
  readonly isPerson: boolean;
  readonly isSurname: boolean;
}

/** The stems by which the words of a text are sought in the names of the graph. */
export function textStems(text: string): readonly string[] {
  return [...new Set(textWords(text).flatMap(({ norm }) => stemsOf(norm)))];
}

/** All mentions of names in a text, in any case form. The longest name wins; names of the same words are all kept. */
export function findMentions<Name extends KnownName>(
  text: string,
  names: readonly Name[],
): readonly Mention<Name>[] {
  const words = textWords(text);
  const patterns = patternsByStem(names);
  const mentions: Mention<Name>[] = [];
  for (let place = 0; place < words.length; ) {
    const found = longestAt(words, place, patterns);
    if (!found) {
      place += 1;
      continue;
    }
    const [first, last] = [words[place], words[place + found.size - 1]];
    const [start, end] = [first?.start ?? 0, last?.end ?? 0];
    mentions.push({ start, end, text: text.slice(start, end), candidates: found.candidates });
    place += found.size;
  }
  return mentions;
}

type ByStem<Name> = ReadonlyMap<string, readonly Pattern<Name>[]>;

function patternsByStem<Name extends KnownName>(names: readonly Name[]): ByStem<Name> {
  const byStem = new Map<string, Pattern<Name>[]>();
  for (const pattern of names.flatMap(patternsOf)) {
    const [first = ""] = pattern.words;
    const stems = pattern.isPerson ? [...stemsOf(first), ...caseForms(first)] : storedStems(first);
    for (const stem of new Set(stems)) {
      const known = byStem.get(stem);
      if (known) known.push(pattern);
      else byStem.set(stem, [pattern]);
    }
  }
  return byStem;
}

/** A name as it stands, and a person's name in the other order, and the surname alone. */
function patternsOf<Name extends KnownName>(name: Name): readonly Pattern<Name>[] {
  const words = unitsOf(name.text).flatMap(({ parts }) => parts);
  if (!words.length) return [];
  const isPerson = name.label === PERSON;
  const isAbbreviation = name.kind === "ABBR";
  const pattern = { name, words, isAbbreviation, isPerson, isSurname: false };
  const surname = words.at(-1) ?? "";
  if (!isPerson || words.length < 2) return [pattern];
  return [
    pattern,
    { ...pattern, words: [surname, ...words.slice(0, -1)] },
    ...(surname.length >= MIN_SURNAME ? [{ ...pattern, words: [surname], isSurname: true }] : []),
  ];
}

function longestAt<Name extends KnownName>(
  words: readonly TextWord[],
  place: number,
  patterns: ByStem<Name>,
) {
  const first = words[place];
  if (!first) return undefined;
  const candidates = new Set(stemsOf(first.norm).flatMap((stem) => patterns.get(stem) ?? []));
  const found = [...candidates].flatMap((pattern) => {
    const score = scoreOf(pattern, words.slice(place, place + pattern.words.length));
    return score ? [{ pattern, score }] : [];
  });
  const size = Math.max(0, ...found.map(({ pattern }) => pattern.words.length));
  if (!size) return undefined;
  const longest = found.filter(({ pattern }) => pattern.words.length === size);
  // A person whose whole name is this word goes before one whose surname it is.
  const best = longest.map(({ pattern: { name }, score }) => ({ name, score }));
  return { size, candidates: best.sort((one, other) => other.score - one.score) };
}

/** How well words of a text fit a name; 0 if they do not. */
function scoreOf<Name extends KnownName>(pattern: Pattern<Name>, words: readonly TextWord[]): number {
  const { isSurname, isAbbreviation } = pattern;
  if (words.length < pattern.words.length || words.slice(1).some(({ isApart }) => isApart)) return 0;
  if (isAbbreviation) return isSameAbbreviation(pattern.name.text, words) ? SCORES.exact : 0;
  const [first] = words;
  if (!words.some(({ isCapital }) => isCapital)) return 0;
  if (words.length === 1 && first && (!first.isCapital || (first.isFirst && COMMON_AT_START.has(first.norm))))
    return 0;
  if (!words.every((word, index) => isForm(word.norm, pattern.words[index] ?? "", pattern))) return 0;
  if (isSurname) return SCORES.surname;
  return words.every((word, index) => word.norm === pattern.words[index]) ? SCORES.exact : SCORES.form;
}

/** Abbreviations are compared to the letter: US is not us. */
function isSameAbbreviation(name: string, words: readonly TextWord[]): boolean {
  const letters = name.normalize("NFC").replace(/[^\p{L}\p{N}]/gu, "");
  return words.map((word) => word.letters).join("") === letters;
}

/** Whether a word of a text is a form of a word of a name. A name of one word has no other words to confirm it. */
function isForm(word: string, ofName: string, { isPerson, words }: Pattern<KnownName>): boolean {
  if (word === ofName) return true;
  if (isPerson && CYRILLIC.test(ofName)) return caseForms(ofName).includes(word);
  if (words.length === 1 && CYRILLIC.test(ofName)) {
    if (INDECLINABLE.test(ofName) || Math.abs(word.length - ofName.length) > 2) return false;
  }
  const stems = new Set(storedStems(ofName));
  return stemsOf(word).some((stem) => stems.has(stem) && stem.length >= Math.min(3, ofName.length));
}

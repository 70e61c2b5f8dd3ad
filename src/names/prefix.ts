import { latinForm } from "../model/latin.js";
import { inOneScript } from "./one-script.js";
import { soundOf } from "./sound.js";
import { unitsOf, wholeOf } from "./units.js";

/** The beginning of a name as full-text queries. */
export interface PrefixQuery {
  /** The name begins with the text. */
  readonly start: string;
  /** Each word of the text begins a word of the name, in any order and transliteration. */
  readonly words: string;
}

/** A text that may end within a word as full-text queries; empty if it has no letters or digits. */
export function prefixQuery(typed: string): PrefixQuery {
  const text = inOneScript(typed);
  const words = typedWords(text);
  const queries = words.map(
    (word) =>
      `(${tokensOf(word)
        .map((token) => `${token}*`)
        .join(" OR ")})`,
  );
  return { start: words.length ? `N${wholeOf(text)}*` : "", words: queries.join(" AND ") };
}

/** A piece of a name, and whether the text names it. */
export interface NamePart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A name in pieces: the beginnings of words that the text names, and what is between them. */
export function markedParts(name: string, text: string): readonly NamePart[] {
  const words = [...name.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  const whole = new Set(words.flatMap(({ 0: word }) => typedWords(word)));
  const typed = typedWords(text);
  const pieces: NamePart[] = [];
  let from = 0;
  for (const { 0: word, index } of words) {
    // A typed word that is a whole word of the name does not also name the beginning of another.
    const [normal = ""] = typedWords(word);
    const length = matchedLength(
      word,
      typed.filter((each) => each === normal || !whole.has(each)),
    );
    if (!length) continue;
    pieces.push({ text: name.slice(from, index), isMatch: false });
    pieces.push({ text: name.slice(index, index + length), isMatch: true });
    from = index + length;
  }
  return [...pieces, { text: name.slice(from), isMatch: false }].filter((piece) => piece.text !== "");
}

function typedWords(text: string): readonly string[] {
  return unitsOf(text).flatMap(({ parts }) => parts);
}

function tokensOf(word: string): readonly string[] {
  const sounds = [latinForm(word).replaceAll(" ", ""), soundOf(word)].filter((sound) => sound !== "");
  return [...new Set([`F${word}`, ...sounds.map((sound) => `L${sound}`)])];
}

/** How many letters of a word the typed words cover; all of it if it is only alike in another script. */
function matchedLength(word: string, typed: readonly string[]): number {
  const [normal = ""] = typedWords(word);
  const covered = typed.filter((each) => normal.startsWith(each)).map((each) => each.length);
  if (covered.length) return Math.min(Math.max(...covered), word.length);
  const sound = latinForm(word);
  return typed.some((each) => latinForm(each) !== "" && sound.startsWith(latinForm(each))) ? word.length : 0;
}

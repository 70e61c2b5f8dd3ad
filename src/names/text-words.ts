import { normalizeName } from "../model/normalize.js";

/** A word of a running text, with its place. */
export interface TextWord {
  /** The word in the form in which names are compared. */
  readonly norm: string;
  /** The word to the letter, without dots and apostrophes. */
  readonly letters: string;
  /** The first character, and the one after the last, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
  /** True at the start of a sentence, where every word is written with a capital. */
  readonly isFirst: boolean;
  /** True if a mark stands before the word that no name goes across. */
  readonly isApart: boolean;
}

/** Letters and digits, also with apostrophes between them; or an abbreviation with dots, such as U.S.S.R. */
const WORD = /(?:\p{L}\.){2,}\p{L}?|[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;
const POSSESSIVE = /['’]s?$/u;
const CAPITAL = /^\p{Lu}/u;
const END_OF_SENTENCE = /(?:^|[.!?…:]["»”)]*\s+|\n\s*)["«“(*]*$/u;
/** Commas, brackets, quotation marks and ends of lines part two names. */
const APART = /[,;:()[\]«»“”"\n!?…]|\.\s/u;

/** The words of a text in their order. */
export function textWords(text: string): readonly TextWord[] {
  let behind = 0;
  return [...text.matchAll(WORD)].map((match) => {
    const raw = match[0].replace(POSSESSIVE, "");
    const letters = raw.replace(/['’ʼ.]/gu, "").normalize("NFC");
    const between = text.slice(behind, match.index);
    behind = match.index + match[0].length;
    return {
      norm: normalizeName(letters),
      letters,
      start: match.index,
      end: match.index + raw.length,
      isCapital: CAPITAL.test(letters),
      isFirst: END_OF_SENTENCE.test(text.slice(Math.max(0, match.index - SEEN), match.index)),
      isApart: APART.test(between),
    };
  });
}

/** Characters before a word that tell whether it starts a sentence. */
const SEEN = 8;

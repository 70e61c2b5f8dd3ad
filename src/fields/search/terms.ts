import { latinForm } from "../../model/latin.js";
import { normalizeName } from "../../model/normalize.js";
import type { Args } from "../../plan/kinds/sites.js";

// User text never is Lucene syntax: only its words reach the index, each as a phrase of its own.

/** The text of a search. */
export function textOf({ text }: Args): string {
  return typeof text === "string" ? text : "";
}

/** The words of a text. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Normalized words; only where there are as many as words as written can they be compared one by one. */
export function normalizedWords(text: string): readonly string[] {
  const [words, normalized] = [wordsOf(text), wordsOf(normalizeName(text))];
  return normalized.length === words.length ? normalized : words;
}

/** A query of the full-text index for all words; empty where there is none. */
export function allOf(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(" AND ");
}

/** As allOf, for the words in Latin letters, with as many spelling errors as their length allows. */
export function fuzzyTerms(text: string): string {
  return wordsOf(latinForm(text)).map(withErrors).join(" AND ");
}

function withErrors(word: string): string {
  if (word.length <= 3) return word;
  return `${word}~${word.length < 8 ? 1 : 2}`;
}

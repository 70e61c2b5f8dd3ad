import { latinForm } from "../../model/latin.js";
import { normalizeName } from "../../model/normalize.js";
import type { Args } from "../../plan/kinds/sites.js";

// User text is never parsed as Lucene syntax: only its words reach the index, each as a separate phrase.

/** The text of a search. */
export function textOf({ text }: Args): string {
  return typeof text === "string" ? text : "";
}

/** The words of a text. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Normalized words. They can be compared one by one only if there are as many of them as original words. */
export function normalizedWords(text: string): readonly string[] {
  const [words, normalized] = [wordsOf(text), wordsOf(normalizeName(text))];
  return normalized.length === words.length ? normalized : words;
}

/** A full-text query for all words; empty if there are none. */
export function allOf(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(" AND ");
}

/** Like allOf for words in Latin letters, but allows spelling errors according to the length of each word. */
export function fuzzyTerms(text: string): string {
  return wordsOf(latinForm(text)).map(withErrors).join(" AND ");
}

function withErrors(word: string): string {
  if (word.length <= 3) return word;
  return `${word}~${word.length < 8 ? 1 : 2}`;
}

import type { Article } from "./article.js";
import type { Mentioned } from "./mentioned.js";

/** Two or more words with a capital letter, or an abbreviation. */
const NAMES = /\p{Lu}[\p{Ll}-]+(?:\s+\p{Lu}[\p{Ll}-]+)+|(?<![\p{L}\d])\p{Lu}{2,8}(?![\p{L}\d])/gu;

/** What looks like a name and is none that the graph knows, each once. */
export function unknownNames({ text }: Article, mentions: readonly Mentioned[]): readonly string[] {
  const names = [...text.matchAll(NAMES)].filter(({ 0: name, index }) =>
    mentions.every(({ start, end }) => index + name.length <= start || end <= index),
  );
  return [...new Set(names.map(([name]) => name.replace(/\s+/gu, " ")))];
}

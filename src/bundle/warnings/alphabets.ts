import type { Problem } from "../../input/problem.js";
import type { NodeRow } from "../../record/rows.js";

const WORD = /[\p{L}\p{M}]+/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;

/** Names with a word of Latin and Cyrillic letters, such as СНГ with a Latin C. Nobody would find them. */
export function mixedAlphabets(nodes: readonly NodeRow[]): readonly Problem[] {
  return nodes.flatMap(({ id, at, properties, names }) => {
    const texts = [
      { text: properties.name, at },
      ...names.map((name) => ({ text: name.properties.text, at: name.at })),
    ];
    return texts.flatMap(({ text, at: place }) => {
      const word = typeof text === "string" ? mixedWord(text) : undefined;
      if (word === undefined) return [];
      const message = `${id}: "${text}" has Latin and Cyrillic letters in one word: ${spelled(word)}.`;
      return [{ at: place, message }];
    });
  });
}

function mixedWord(text: string): string | undefined {
  return text.match(WORD)?.find((word) => CYRILLIC.test(word) && LATIN.test(word));
}

/** The word with its Latin letters in brackets. */
function spelled(word: string): string {
  return word.replace(/\p{Script=Latin}+/gu, "[$&]");
}

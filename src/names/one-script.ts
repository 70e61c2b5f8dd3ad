const WORD = /[\p{L}\p{M}]+/gu;

/** Letters of the Latin alphabet and the Cyrillic ones that look the same. */
const ALIKE: readonly (readonly [latin: string, cyrillic: string])[] = [
  ["A", "А"],
  ["B", "В"],
  ["C", "С"],
  ["E", "Е"],
  ["H", "Н"],
  ["K", "К"],
  ["M", "М"],
  ["O", "О"],
  ["P", "Р"],
  ["T", "Т"],
  ["X", "Х"],
  ["Y", "У"],
  ["a", "а"],
  ["c", "с"],
  ["e", "е"],
  ["o", "о"],
  ["p", "р"],
  ["x", "х"],
  ["y", "у"],
];
const TO_CYRILLIC: ReadonlyMap<string, string> = new Map(ALIKE);
const TO_LATIN: ReadonlyMap<string, string> = new Map(ALIKE.map(([latin, cyrillic]) => [cyrillic, latin]));

/**
 * A text in which no word has letters of both alphabets by mistake, such as СНГ with a Latin C: a word is written in the
 * alphabet in which all its letters can be. Other words stay as they are.
 */
export function inOneScript(text: string): string {
  return text.replace(WORD, (word) => {
    if (!(/\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word))) return word;
    return (
      written(word, /\p{Script=Latin}/u, TO_CYRILLIC) ??
      written(word, /\p{Script=Cyrillic}/u, TO_LATIN) ??
      word
    );
  });
}

/** The word with its letters of one alphabet in the other; undefined if one of them looks like none. */
function written(word: string, wrong: RegExp, letters: ReadonlyMap<string, string>): string | undefined {
  const all = [...word].map((letter) => (wrong.test(letter) ? letters.get(letter) : letter));
  return all.includes(undefined) ? undefined : all.join("");
}

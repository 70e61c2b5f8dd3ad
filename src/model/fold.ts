import { latinForm } from "./latin.js";

/** Letters whose forms are compared: Latin with all diacritics, Greek, Cyrillic, Armenian, Georgian. */
const BLOCKS: readonly (readonly [first: number, last: number])[] = [
  [0x61, 0x7a],
  [0xdf, 0x24f],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x561, 0x587],
  [0x10d0, 0x10fa],
];

/** Spellings in Latin letters that are the same in the common form, besides the common form itself. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  sh: ["shch", "sch"],
  ch: ["tch"],
  h: ["kh"],
  f: ["ph"],
  k: ["ck"],
  ks: ["x"],
  v: ["w"],
  ts: ["tz"],
  e: ["yo", "jo"],
  i: ["y", "j", "zh", "dzh", "dj", "дж"],
};

/** Signs that a transliteration can leave out. */
const SILENT = "[ьъʹʺ'’ʼ]*";
const WIDEST = 3;

/** Every letter by its common form. */
const LETTERS: ReadonlyMap<string, readonly string[]> = lettersByForm();

function lettersByForm(): ReadonlyMap<string, readonly string[]> {
  const byForm = new Map<string, string[]>();
  for (const [first, last] of BLOCKS) {
    for (let code = first; code <= last; code += 1) {
      const letter = String.fromCodePoint(code);
      const form = latinForm(letter);
      if (form && /^\p{L}$/u.test(letter)) byForm.set(form, [...(byForm.get(form) ?? []), letter]);
    }
  }
  return byForm;
}

/**
 * A regular expression for a text in any script and transliteration: "Almaty" also matches «Алматы». Words can be
 * separated by spaces and dashes. The flags i, u and s must be set.
 */
export function foldedExpression(text: string): string {
  return latinForm(text)
    .split(" ")
    .map((word) => wordExpression(word))
    .join("[\\s\\p{Pd}.,]+");
}

function wordExpression(word: string): string {
  let expression = "";
  for (let place = 0; place < word.length; ) {
    const size = sizeAt(word, place);
    expression += `(?:${alternatives(word.slice(place, place + size))})+${SILENT}`;
    place += size;
  }
  return expression;
}

/** The number of letters of the longest common form at a place that one letter or spelling can stand for. */
function sizeAt(word: string, place: number): number {
  for (let size = WIDEST; size > 1; size -= 1) {
    const part = word.slice(place, place + size);
    if (part.length === size && (LETTERS.has(part) || SPELLINGS[part])) return size;
  }
  return 1;
}

/** All that can stand for a common form: letters, spellings, and the forms of its parts one after the other. */
function alternatives(form: string): string {
  const whole = [...(LETTERS.get(form) ?? []), ...(SPELLINGS[form] ?? [])];
  if (form.length === 1) return [...new Set([...whole, form])].sort(byLength).join("|");
  const parts = [...form].map((letter) => `(?:${alternatives(letter)})+${SILENT}`).join("");
  return [...[...new Set(whole)].sort(byLength), parts].join("|");
}

function byLength(one: string, other: string): number {
  return other.length - one.length;
}

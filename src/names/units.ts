import { normalizeName } from "../model/normalize.js";

/** A part of a text between spaces: a word, words joined by hyphens, or initials. */
export interface Unit {
  /** The words, without hyphens, apostrophes and dots. Small numerals in Roman or Arabic form are the same. */
  readonly parts: readonly string[];
  /** The letters if the unit can be initials, for example `ю`, `г` for «Ю.Г.»; otherwise empty. */
  readonly initials: readonly string[];
  /** True if a dot shortens the word: "Rep." for Republic. */
  readonly isShortened: boolean;
}

const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the of on and for in to by at with from de la le du des et y " +
    "о об обо и в во на по с со к ко для от из у за при между"
  ).split(" "),
);

const ROMAN: ReadonlyMap<string, string> = new Map(
  "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"
    .split(" ")
    .map((numeral, index) => [numeral, String(index + 1)]),
);

const INITIALS = /^(?:\p{L}{1,2}\.){1,3}$|^\p{L}$/u;
const DOTTED = /^(?:\p{L}\.)+\p{L}?$/u;
const SHORTENED = /^\p{L}{3,}\.$/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The units of a text, normalized. */
export function unitsOf(text: string): readonly Unit[] {
  return normalizeName(text)
    .split(/[\s,;:()[\]/"]+/u)
    .flatMap((chunk) => {
      const unit = unitOf(chunk.replaceAll("'", ""));
      return unit.parts.length ? [unit] : [];
    });
}

/** The units without words such as "of"; all units if there are no others. */
export function contentUnits(text: string): readonly Unit[] {
  const units = unitsOf(text);
  const content = units.filter(({ parts }) => parts.length > 1 || !STOP_WORDS.has(parts[0] ?? ""));
  return content.length ? content : units;
}

/** The number of words of units. */
export function countOf(units: readonly Unit[]): number {
  return units.reduce((sum, { parts }) => sum + parts.length, 0);
}

/** The words of a whole text in their order, as one token. */
export function wholeOf(text: string): string {
  return unitsOf(text)
    .flatMap(({ parts }) => parts)
    .join("_");
}

function unitOf(chunk: string): Unit {
  const initials = INITIALS.test(chunk) ? chunk.split(".").filter((letter) => letter !== "") : [];
  const text = DOTTED.test(chunk) ? chunk.replaceAll(".", "") : chunk;
  const parts = (text.match(WORD) ?? []).map((part) => ROMAN.get(part) ?? part);
  return { parts, initials, isShortened: SHORTENED.test(chunk) };
}

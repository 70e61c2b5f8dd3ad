import anyAscii from "any-ascii";
import { latinForm } from "../model/latin.js";

/** Abbreviations and numerals are compared to the letter: CCW is not CV. */
const MAX_ABBREVIATION = 3;

/** A word in Latin letters, the same for all transliterations; empty if it has no letters or digits. */
export function soundOf(word: string, isAbbreviation = false): string {
  if (isAbbreviation || word.length <= MAX_ABBREVIATION || /\p{N}/u.test(word)) return letters(word);
  return latinForm(word).replace(/ie/g, "e").replace(/ /g, "");
}

function letters(word: string): string {
  return anyAscii(word)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "");
}

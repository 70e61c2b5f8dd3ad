import anyAscii from "any-ascii";
import { normalizeName } from "./normalize.js";

/** Spellings of the same sound and their common form, in the order of replacement. */
const SAME_SOUND: readonly (readonly [pattern: RegExp, as: string])[] = [
  [/shch|sch/g, "sh"],
  [/tch/g, "ch"],
  [/dzh|dj|zh/g, "j"],
  [/kh/g, "h"],
  [/ph/g, "f"],
  [/ck/g, "k"],
  [/x/g, "ks"],
  [/w/g, "v"],
  [/tz/g, "ts"],
  [/[yj]o/g, "e"],
  [/[yj]/g, "i"],
  [/([a-z])\1+/g, "$1"],
];

/**
 * A name in Latin letters as search compares it: the common form of its different transliterations.
 * `Хачатуров`, `Khachaturov` and `Hachaturov` are all `hachaturov`.
 */
export function latinForm(name: string): string {
  const ascii = anyAscii(normalizeName(name)).toLowerCase();
  return SAME_SOUND.reduce((text, [pattern, as]) => text.replace(pattern, as), ascii)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/**
 * The form of a name used for lookups: Unicode compatibility form, lower case, ё replaced by е, Latin
 * diacritics and quotation marks removed, apostrophes and dashes unified, whitespace collapsed. Cyrillic
 * letters with a breve or a tail (й, ў, қ, ң …) are kept: they are separate letters.
 */
export function normalizeName(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, "")
    .normalize("NFC")
    .replace(/[«»„“”‟"‹›]/gu, "")
    .replace(/[‘’‚‛ʼ`´]/gu, "'")
    .replace(/[‐‑‒–—―−]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim();
}

const SCRIPTS: readonly (readonly [code: string, pattern: RegExp])[] = [
  ["Cyrl", /\p{Script=Cyrillic}/u],
  ["Latn", /\p{Script=Latin}/u],
  ["Armn", /\p{Script=Armenian}/u],
  ["Geor", /\p{Script=Georgian}/u],
  ["Arab", /\p{Script=Arabic}/u],
  ["Hani", /\p{Script=Han}/u],
];

/** ISO 15924 code of the most frequent script in a text; undefined if no known script occurs. */
export function scriptOf(text: string): string | undefined {
  const letters = [...text];
  const counts = SCRIPTS.map(([code, pattern]) => ({
    code,
    count: letters.filter((c) => pattern.test(c)).length,
  }));
  const best = counts.reduce((most, next) => (next.count > most.count ? next : most));
  return best.count > 0 ? best.code : undefined;
}

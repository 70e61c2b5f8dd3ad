import { closest, distance } from "fastest-levenshtein";

/** « Did you mean …?» with the nearest of the allowed words, or nothing when none is near. */
export function didYouMean(word: string, allowed: readonly string[]): string {
  if (!allowed.length) return "";
  const nearest = closest(word, [...allowed]);
  return distance(word, nearest) <= Math.max(2, Math.floor(word.length / 3))
    ? ` Did you mean ${nearest}?`
    : "";
}

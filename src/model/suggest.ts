import { closest, distance } from "fastest-levenshtein";

/** " Did you mean …?" with the most similar allowed word; empty if none is similar. */
export function didYouMean(word: string, allowed: readonly string[]): string {
  if (!allowed.length) return "";
  const nearest = closest(word, [...allowed]);
  return distance(word, nearest) <= Math.max(2, Math.floor(word.length / 3))
    ? ` Did you mean ${nearest}?`
    : "";
}

/** Words that differ from this one in at most a third of its letters (but always two), most similar first. */
export function nearest(word: string, allowed: readonly string[], limit = 3): readonly string[] {
  const far = Math.max(2, Math.floor(word.length / 3));
  return allowed
    .map((other) => ({
      other,
      far: Math.abs(other.length - word.length) > far ? far + 1 : distance(word, other),
    }))
    .filter((one) => one.far <= far)
    .sort((a, b) => a.far - b.far)
    .slice(0, limit)
    .map(({ other }) => other);
}

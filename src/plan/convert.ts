import { PactError } from "../errors.js";
import { parseEdtf } from "../model/edtf.js";
import { foldedExpression } from "../model/fold.js";
import type { ParameterKind } from "../statement/environment.js";
import { type ParameterValue, TemporalValue } from "../statement/parameters.js";
import type { ArgumentPath } from "./kinds/sites.js";

/** Converts the value of an argument to a parameter value. BAD_INPUT errors name the path of the argument. */
export function convert(kind: ParameterKind, value: unknown, path: ArgumentPath): ParameterValue {
  return CONVERT[kind](value, path);
}

const CONVERT: Readonly<Record<ParameterKind, (value: unknown, path: ArgumentPath) => ParameterValue>> = {
  value: plain,
  pattern: (value) => patternOf(String(value), literally),
  folded: (value, path) => patternOf(foldable(value, path), foldedExpression),
  foldedPart: (value, path) => patternOf(`*${foldable(value, path)}*`, foldedExpression),
  day: (value) => new TemporalValue("date", String(value)),
  instant: (value) => new TemporalValue("datetime", String(value)),
  recordInstant: (value) => new TemporalValue("datetime", String(value)),
  firstDay: (value) => daysOf(value).min,
  lastDay: (value) => daysOf(value).max,
  spans: (value) => (Array.isArray(value) ? value : [value]).map(daysOf),
  sources: plain,
  ids: plain,
  languages: languageChain,
  never: () => false,
};

function plain(value: unknown, path: ArgumentPath): ParameterValue {
  if (Array.isArray(value)) return value.map((item) => plain(item, path));
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  throw new PactError("BAD_INPUT", `${path.join(".")}: a value is missing.`);
}

function daysOf(value: unknown): { readonly min: TemporalValue; readonly max: TemporalValue } {
  const { min, max } = parseEdtf(String(value));
  return { min: new TemporalValue("date", min), max: new TemporalValue("date", max) };
}

/**
 * A regular expression for a pattern with * and ?. All other characters match themselves. For each part between two
 * stars, the leftmost match is always correct, so the expression never has to backtrack.
 */
function patternOf(pattern: string, expressionOf: (part: string) => string): string {
  const [first = "", ...others] = pattern
    .split(/\*+/)
    .map((part) => part.split("?").map(expressionOf).join("."));
  const last = others.pop();
  const between = others.map((part) => `(?>.*?${part})`).join("");
  return `(?ius)${first}${between}${last === undefined ? "" : `.*${last}`}`;
}

function literally(part: string): string {
  return part.replace(/[^\p{L}\p{N} ]/gu, "\\$&");
}

/** Each letter stands for several, so the text must be short. */
function foldable(value: unknown, path: ArgumentPath): string {
  const text = String(value);
  if (text.length <= MAX_FOLDED) return text;
  throw new PactError("BAD_INPUT", `${path.join(".")}: with fold, at most ${MAX_FOLDED} characters.`);
}

const MAX_FOLDED = 200;

/** The languages in which to look for a name. For `sr-Latn-RS`, these include `sr-Latn` and `sr`. */
function languageChain(lang: unknown): readonly string[] {
  if (typeof lang !== "string") return [];
  const parts = lang.split(/[-_]/);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
}

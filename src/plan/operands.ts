import { PactError } from "../errors.js";
import { parseEdtf } from "../model/edtf.js";
import { boundNames, type ParameterValue, TemporalParameter } from "../statement/parameters.js";
import type { OperandPlan } from "./plan.js";

/** Longest list that a condition may have. */
const MOST_ITEMS = 10_000;

/** Turns the operands inside the arguments of a field into parameters. */
export function bindOperands(
  operands: readonly OperandPlan[],
  args: unknown,
  parameters: Record<string, ParameterValue>,
): void {
  for (const { parameter, path, form, otherwise } of operands) {
    const value = valueAt(args, path) ?? otherwise;
    Object.assign(parameters, bound(parameter, value, form, path));
  }
}

function valueAt(args: unknown, path: OperandPlan["path"]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    args,
  );
}

function bound(
  parameter: string,
  value: unknown,
  form: OperandPlan["form"],
  path: OperandPlan["path"],
): Readonly<Record<string, ParameterValue>> {
  switch (form) {
    case "plain":
      return { [parameter]: plain(value, path) };
    case "pattern":
      return { [parameter]: patternOf(String(value)) };
    case "day":
      return { [parameter]: new TemporalParameter("date", String(value)) };
    case "instant":
      return { [parameter]: new TemporalParameter("datetime", String(value)) };
    case "days": {
      const { min, max } = daysOf(value);
      const names = boundNames(parameter);
      return { [names.min]: min, [names.max]: max };
    }
    case "manyDays":
      return { [parameter]: items(value, path).map(daysOf) };
    case "never":
      return { [parameter]: false };
    case "languages":
      return { [parameter]: languageChain(value) };
  }
}

function plain(value: unknown, path: OperandPlan["path"]): ParameterValue {
  if (Array.isArray(value)) return items(value, path).map((item) => plain(item, path));
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new PactError("BAD_INPUT", `${path.join(".")} has null where a value must be.`);
}

function items(value: unknown, path: OperandPlan["path"]): readonly unknown[] {
  const list = Array.isArray(value) ? value : [value];
  if (list.length <= MOST_ITEMS) return list;
  throw new PactError("BAD_INPUT", `${path.join(".")} has ${list.length} items; ${MOST_ITEMS} are the most.`);
}

function daysOf(value: unknown): { readonly min: TemporalParameter; readonly max: TemporalParameter } {
  const { min, max } = parseEdtf(String(value));
  return { min: new TemporalParameter("date", min), max: new TemporalParameter("date", max) };
}

/**
 * A regular expression for a pattern with * and ?; everything else stands for itself. The leftmost place of each
 * part between two stars is always right, so that nothing is tried twice.
 */
function patternOf(pattern: string): string {
  const [first = "", ...others] = pattern.split(/\*+/).map(literally);
  const last = others.pop();
  const between = others.map((part) => `(?>.*?${part})`).join("");
  return `(?ius)${first}${between}${last === undefined ? "" : `.*${last}`}`;
}

function literally(part: string): string {
  return part.replace(/[^\p{L}\p{N} ?]/gu, "\\$&").replaceAll("?", ".");
}

/** The languages in which a name is looked for: `sr-Latn-RS` also as `sr-Latn` and `sr`. */
export function languageChain(lang: unknown): readonly string[] {
  if (typeof lang !== "string") return [];
  const parts = lang.split(/[-_]/);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
}

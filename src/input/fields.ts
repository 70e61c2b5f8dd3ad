import { type ValidationError, validateSync } from "class-validator";
import type { ModelClass } from "../model/decorators.js";
import { isBounded, isCalendarDay } from "../model/edtf.js";
import type { PropertyModel } from "../model/property.js";
import { didYouMean } from "../model/suggest.js";
import type { Value } from "../model/value.js";
import { hiddenProblem } from "./hidden.js";
import type { Position, Problem } from "./problem.js";
import type { RawEntry, RawMap, RawValue } from "./raw.js";

const FLAGS: readonly string[] = ["true", "false"];

/** The entries of a map by key. Reports unknown and duplicate keys. */
export class Fields {
  private readonly entries = new Map<string, RawEntry>();
  readonly at: Position;

  constructor(
    map: RawMap,
    allowed: readonly string[],
    private readonly problems: Problem[],
  ) {
    this.at = map.at;
    for (const entry of map.entries) {
      if (!allowed.includes(entry.key)) {
        const hint = didYouMean(entry.key, allowed) || ` Allowed: ${allowed.join(", ")}.`;
        problems.push({ at: entry.keyAt, message: `Unknown key "${entry.key}".${hint}` });
      } else if (this.entries.has(entry.key)) {
        problems.push({ at: entry.keyAt, message: `Duplicate key "${entry.key}".` });
      } else {
        this.entries.set(entry.key, entry);
        problems.push(...hiddenIn(entry.key, entry.value));
      }
    }
  }

  entry(key: string): RawEntry | undefined {
    return this.entries.get(key);
  }

  place(key: string): Position {
    return this.entries.get(key)?.value.at ?? this.at;
  }

  /** The text of a key; null when it is empty or missing. A list or a map is an error. */
  text(key: string): string | null {
    const value = this.entries.get(key)?.value;
    if (!value) return null;
    if (value.kind === "scalar") return value.text;
    this.problems.push({ at: value.at, message: `${key} must be a single value, not a ${value.kind}.` });
    return null;
  }

  /** The text of a required key. */
  requiredText(key: string, what: string): string | null {
    const kind = this.entries.get(key)?.value.kind ?? "scalar";
    const text = this.text(key);
    if (text === null && kind === "scalar")
      this.problems.push({ at: this.place(key), message: `${key} is missing; expected ${what}.` });
    return text;
  }

  /** The truth value of a key; null when it is missing. */
  flag(key: string): boolean | null {
    const text = this.checked(key, (value) => FLAGS.includes(value), "true or false");
    return text === null ? null : text === "true";
  }

  /** The calendar day of a key; null when it is missing. */
  day(key: string): string | null {
    return this.checked(key, isCalendarDay, "a valid date, for example 2018-06-11");
  }

  /** The day of a key, or the month or year in which it lies; null when it is missing. */
  boundedDate(key: string): string | null {
    return this.checked(key, isBounded, "a valid date, month or year, for example 2018-06-11 or 2018");
  }

  /** The text of a key; null when it is missing or is not what it must be, which is reported. */
  private checked(key: string, isValid: (text: string) => boolean, what: string): string | null {
    const text = this.text(key);
    if (text === null || isValid(text)) return text;
    this.problems.push({ at: this.place(key), message: `${key} must be ${what}; got "${text}".` });
    return null;
  }

  /** The texts of a required key: a single value or a list of them. */
  requiredTexts(key: string, what: string): readonly string[] {
    const value = this.entries.get(key)?.value;
    if (value?.kind === "list") return value.items.map((item) => listItem(key, item, this.problems));
    const text = this.requiredText(key, what);
    return text === null ? [] : [text];
  }

  /** The maps in the list of a key; anything else is an error. */
  maps(key: string): readonly RawMap[] {
    const value = this.entries.get(key)?.value;
    if (!value || (value.kind === "scalar" && value.text === null)) return [];
    if (value.kind !== "list") {
      this.problems.push({ at: value.at, message: `${key} must be a list: lines that begin with "- ".` });
      return [];
    }
    return value.items.filter((item): item is RawMap => {
      if (item.kind === "map") return true;
      this.problems.push({ at: item.at, message: `Every item of ${key} must be a map of keys and values.` });
      return false;
    });
  }

  /** Converts and validates the values of the given properties; skips properties that are not set. */
  properties(
    cls: ModelClass,
    properties: readonly PropertyModel[],
    renamed: ReadonlyMap<string, string> = new Map(),
  ) {
    const values: Record<string, Value> = {};
    for (const property of properties) {
      const entry = this.entries.get(renamed.get(property.name) ?? property.name);
      if (entry) values[property.name] = convert(property, entry.value, this.problems);
    }
    this.problems.push(...this.check(cls, values, properties, renamed));
    return values;
  }

  private check(
    cls: ModelClass,
    values: Readonly<Record<string, Value>>,
    properties: readonly PropertyModel[],
    renamed: ReadonlyMap<string, string>,
  ): readonly Problem[] {
    const given = properties.filter(({ name }) => values[name] !== undefined && values[name] !== null);
    const row: object = Object.assign(Object.create(cls.prototype), values);
    return validateSync(row, { skipMissingProperties: true })
      .filter((error) => given.some(({ name }) => name === error.property))
      .map((error) => describe(error, given, this.place(renamed.get(error.property) ?? error.property)));
  }
}

/** Characters of a value that nobody sees. */
function hiddenIn(key: string, value: RawValue): readonly Problem[] {
  if (value.kind === "list")
    return value.items.flatMap((item) => (item.kind === "scalar" ? hiddenIn(key, item) : []));
  const problem = value.kind === "scalar" && value.text !== null ? hiddenProblem(value.text) : undefined;
  return problem === undefined ? [] : [{ at: value.at, message: `${key} ${problem}` }];
}

function describe(error: ValidationError, properties: readonly PropertyModel[], at: Position): Problem {
  const rule = Object.values(error.constraints ?? {})[0] ?? "is invalid";
  const codes = properties.find(({ name }) => name === error.property)?.codes;
  const hint = codes ? didYouMean(String(error.value), Object.keys(codes.codes)) : "";
  // Do not quote the value again if the rule already does.
  const whole = rule.startsWith(`"`) || rule.startsWith("The ");
  const message = whole
    ? `${error.property}: ${rule}`
    : `${error.property} ${rule}; got "${error.value}".${hint}`;
  return { at, message };
}

/** Converts text from a file to the value of a property. Text that does not fit is kept, so that validation rejects it. */
function convert(property: PropertyModel, raw: RawValue, problems: Problem[]): Value {
  if (property.kind === "list") {
    if (raw.kind === "list") return raw.items.map((item) => listItem(property.name, item, problems));
    if (raw.kind === "scalar" && raw.text === null) return null;
    problems.push({ at: raw.at, message: `${property.name} must be a list, for example [A, B].` });
    return null;
  }
  if (raw.kind !== "scalar") {
    problems.push({ at: raw.at, message: `${property.name} must be a single value, not a ${raw.kind}.` });
    return null;
  }
  const { text } = raw;
  if (text === null) return null;
  // Leading zeros are ambiguous: the text may be octal or not a number at all.
  if (property.kind === "int") return /^(0|-?[1-9]\d{0,8})$/.test(text) ? Number(text) : text;
  if (property.kind === "boolean") return text === "true" ? true : text === "false" ? false : text;
  if (property.kind === "text" && text.trim() === "") {
    problems.push({
      at: raw.at,
      message: `${property.name} is empty. Omit it, or use null to withdraw an earlier value.`,
    });
  }
  return text.normalize("NFC");
}

function listItem(name: string, item: RawValue, problems: Problem[]): string {
  if (item.kind === "scalar" && item.text !== null && item.text.trim() !== "")
    return item.text.normalize("NFC");
  problems.push({ at: item.at, message: `Every item of ${name} must be a non-empty text.` });
  return "";
}

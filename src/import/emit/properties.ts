import { Fields } from "../../input/fields.js";
import type { Problem } from "../../input/problem.js";
import type { RawValue } from "../../input/raw.js";
import type { ModelClass } from "../../model/decorators.js";
import type { PropertyModel } from "../../model/property.js";
import type { Value } from "../../model/value.js";
import { RowError } from "../values/row-error.js";

const NOWHERE = { file: "", line: 0, column: 0 };
/** Maximum number of cached values per property; codes and days repeat, titles do not. */
const MAX_CACHED_VALUES = 5_000;

/** Validates properties with the rules for bundles, and caches the results. */
export class PropertyChecker {
  private readonly known = new Map<string, Map<string, Value>>();
  private readonly models: ReadonlyMap<string, PropertyModel>;

  constructor(
    private readonly cls: ModelClass,
    properties: readonly PropertyModel[],
  ) {
    this.models = new Map(properties.map((property) => [property.name, property]));
  }

  /** Converts the value of a property. Throws RowError if the value is invalid. */
  value(name: string, text: string | readonly string[]): Value {
    const property = this.models.get(name);
    if (!property) throw new RowError(null, `There is no property "${name}".`);
    const key = typeof text === "string" ? text : JSON.stringify(text);
    const ofName = this.known.get(name) ?? new Map<string, Value>();
    this.known.set(name, ofName);
    const seen = ofName.get(key);
    if (seen !== undefined) return seen;
    const value = this.checked(property, text);
    if (ofName.size < MAX_CACHED_VALUES) ofName.set(key, value);
    return value;
  }

  /** Throws RowError if a required property is missing. */
  requireAll(values: Readonly<Record<string, Value>>): void {
    for (const { name, required, managed } of this.models.values()) {
      if (required && !managed && name !== "id" && values[name] == null)
        throw new RowError(null, `${name} is missing.`);
    }
  }

  private checked(property: PropertyModel, text: string | readonly string[]): Value {
    const problems: Problem[] = [];
    const value: RawValue =
      typeof text === "string" ? scalar(text) : { kind: "list", items: text.map(scalar), at: NOWHERE };
    const entry = { key: property.name, keyAt: NOWHERE, value };
    const fields = new Fields({ kind: "map", entries: [entry], at: NOWHERE }, [property.name], problems);
    const values = fields.properties(this.cls, [property]);
    if (problems.length) throw new RowError(null, problems.map(({ message }) => message).join(" "));
    return values[property.name] ?? null;
  }
}

function scalar(text: string): RawValue {
  return { kind: "scalar", text, at: NOWHERE };
}

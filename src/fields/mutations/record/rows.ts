import type { InputRow, Placed } from "../../../bundle/of-input.js";
import { EVIDENCE_FIELDS } from "./evidence.js";
import { edgeProperties, nodeProperties } from "./model-fields.js";

/** A part of an input, and its path in the arguments. */
export class Part {
  private readonly values: Readonly<Record<string, unknown>>;

  constructor(
    input: object,
    readonly path: string,
  ) {
    this.values = { ...input };
  }

  /** The value of a field, with its path. */
  at(field: string): Placed {
    return { value: this.values[field], path: `${this.path}.${field}` };
  }

  /** The items of a list. */
  parts(field: string): readonly Part[] {
    const items = this.values[field];
    if (!Array.isArray(items)) return [];
    return items.map((item: object, index) => new Part(item, `${this.path}.${field}[${index}]`));
  }

  /** The row of a node with its properties and names. Of an id with an unknown prefix, the bundle says what is wrong. */
  node(label: string | undefined): InputRow {
    const own = label === undefined ? [] : nodeProperties(label).map(({ name }) => name);
    return this.row({ type: { value: label, path: this.path }, ...this.given(["id", "names", ...own]) });
  }

  /** The row of an edge between two ends. */
  edge(type: string, from: Placed, to: Placed): InputRow {
    const own = this.given(edgeProperties(type).map(({ name }) => name));
    return this.row({ type: { value: type, path: this.path }, from, to, ...own });
  }

  private row(keys: Readonly<Record<string, Placed>>): InputRow {
    const { evidence } = this.values;
    const part =
      typeof evidence === "object" && evidence !== null ? this.inner("evidence", evidence) : undefined;
    return { path: this.path, keys: { ...keys, ...part?.given(EVIDENCE_FIELDS) } };
  }

  private inner(field: string, value: object): Part {
    return new Part(value, `${this.path}.${field}`);
  }

  private given(fields: readonly string[]): Readonly<Record<string, Placed>> {
    const given = fields.filter((field) => this.values[field] !== undefined);
    return Object.fromEntries(given.map((field) => [field, this.at(field)]));
  }
}

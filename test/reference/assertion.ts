import { edgeIdOf, factKeyOf } from "../../src/model/ids.js";
import type { PropertyModel } from "../../src/model/property.js";
import { edgeModel } from "../../src/model/registry.js";
import { type Row, textOf } from "./bundle.js";
import { type Days, daysOf } from "./days.js";
import { statedValidity, type Validity } from "./validity.js";

/** One source's assertion. Loads are numbered from 0; their instants are known only when they have been written. */
export interface Assertion {
  readonly type: string;
  readonly id: string;
  readonly factKey: string;
  readonly from: string;
  readonly to: string;
  readonly source: string;
  /** Number of the spell among those of its fact and source. */
  readonly spell: number;
  readonly rank: string;
  /** Undefined for edge types that do not hold over time. */
  readonly validity: Validity | undefined;
  /** All that it says of time, by property: what makes one source more exact than another. */
  readonly dates: Readonly<Partial<Record<string, Days>>>;
  /** Values as the API shows them, by the names of its fields. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly recordedIn: number;
  readonly retractedIn: number | undefined;
}

/** What a row says, apart from which version of which spell it is. */
export type Content = Omit<Assertion, "id" | "spell" | "recordedIn" | "retractedIn">;

/** What an edge row asserts, or what follows from a node row. */
export function contentOf(row: Row, publishedAt: string | undefined): Content {
  const type = textOf(row, "type") ?? "";
  const [from, to] = [textOf(row, "from") ?? "", textOf(row, "to") ?? ""];
  const edge = edgeModel(type);
  const values: Record<string, unknown> = { basis: "STATED", rank: "NORMAL" };
  for (const property of edge.properties) Object.assign(values, shownValues(property, row));
  const validity = edge.timed ? statedValidity(row, publishedAt) : undefined;
  if (validity)
    Object.assign(values, shownDays("validFrom", validity.from), shownDays("validTo", validity.to));
  const dates = datesAmong(edge.properties, values);
  const factKey = factKeyOf(edge, from, to, values);
  const source = textOf(row, "source") ?? "";
  return { type, factKey, from, to, source, rank: String(values.rank), validity, dates, values };
}

/** A content as an assertion: which spell of its fact and source, and which version of that spell. */
export function assertionOf(content: Content, spell: number, version: number, load: number): Assertion {
  const id = edgeIdOf(content.factKey, content.source, spell, version);
  return { ...content, id, spell, recordedIn: load, retractedIn: undefined };
}

/** The fields that show the value of a property in a row; none when the row does not give it. */
export function shownValues({ name, kind }: PropertyModel, row: Row): Readonly<Record<string, unknown>> {
  const value = row[name];
  if (value === undefined || value === null) return {};
  if (Array.isArray(value)) return { [name]: value };
  const text = String(value);
  if (kind === "int") return { [name]: Number(text) };
  if (kind === "boolean") return { [name]: text === "true" };
  if (kind !== "edtf" || text === "..") return { [name]: text };
  return { [name]: text, ...shownDays(name, daysOf(text)) };
}

/** The days that a date among some values may be; undefined if it is not given. */
export function daysAmong(
  { name, kind }: Pick<PropertyModel, "name" | "kind">,
  values: Readonly<Record<string, unknown>>,
): Days | undefined {
  const [min, max] =
    kind === "date" ? [values[name], values[name]] : [values[`${name}Min`], values[`${name}Max`]];
  return typeof min === "string" && typeof max === "string" ? { min, max } : undefined;
}

/** What an assertion says of when something was; not when it was last seen. */
function datesAmong(
  properties: readonly PropertyModel[],
  values: Readonly<Record<string, unknown>>,
): Assertion["dates"] {
  return Object.fromEntries(
    properties.flatMap((property) => {
      const days = property.kind === "edtf" || property.event ? daysAmong(property, values) : undefined;
      return days ? [[property.name, days]] : [];
    }),
  );
}

function shownDays(name: string, { min, max }: { readonly min: string; readonly max: string }) {
  return { [`${name}Min`]: min, [`${name}Max`]: max };
}

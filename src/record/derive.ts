import type { Position } from "../input/problem.js";
import { textOrNull } from "../json.js";
import { FORMS } from "../model/constraints.js";
import { NONE, OPEN, parseEdtf } from "../model/edtf.js";
import { factKeyOf, nameIdOf } from "../model/ids.js";
import { latinForm } from "../model/latin.js";
import { normalizeName } from "../model/normalize.js";
import { maxColumn, minColumn, type PropertyModel } from "../model/property.js";
import { type EdgeModel, edgeModel, model, nodeModel } from "../model/registry.js";
import type { Value } from "../model/value.js";
import { nameForms } from "../names/forms.js";
import type { EdgeRow, NodeRow, Properties } from "./rows.js";
import { validityBounds } from "./validity.js";

/** Values by database column; days as `YYYY-MM-DD`. */
export type Columns = Readonly<Record<string, Value>>;

/** An assertion as it should be stored in the graph. */
export interface Assertion {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly sourceId: string;
  readonly factKey: string;
  readonly columns: Columns;
  /** The assertion that it corrects, if the row says so: its id, or its date. */
  readonly corrects?: string | null;
  /** True if it is of a release: an act on another day then has a corrected date. */
  readonly isRelease?: boolean;
  /** True if it is written although an editor has retracted the same assertion. */
  readonly restore?: boolean;
  /** Position of the row it comes from. */
  readonly at: Position;
}

/** A node that should exist; `columns` are set directly, all other properties come from the sources. */
export interface WantedNode {
  readonly label: string;
  readonly id: string;
  readonly columns: Columns;
}

/** The publication date of each source; null if unknown. */
export type PublicationDays = ReadonlyMap<string, string | null>;

/** The stored columns of properties: EDTF texts with their bounds. */
export function columnsOfProperties(properties: readonly PropertyModel[], values: Properties): Columns {
  const columns: Record<string, Value> = {};
  for (const { name, kind } of properties) {
    const value = values[name];
    if (value === undefined) continue;
    columns[name] = value;
    if (kind !== "edtf") continue;
    const hasBounds = typeof value === "string" && value !== OPEN && value !== NONE;
    const bounds = hasBounds ? parseEdtf(value) : { min: null, max: null };
    columns[minColumn(name)] = bounds.min;
    columns[maxColumn(name)] = bounds.max;
  }
  return columns;
}

/** The assertion of an edge row. */
export function assertionOfEdge(row: EdgeRow, published: PublicationDays): Assertion {
  const edge = edgeModel(row.type);
  return assertion(edge, row, row.properties, row, published);
}

/** The nodes and assertions of a node row: the node, its names, and the reported properties. */
export function derivedOfNode(row: NodeRow, published: PublicationDays) {
  const nodes: WantedNode[] = [];
  const assertions: Assertion[] = [];
  const isSource = row.label === model.sourceLabel;
  const own = columnsOfProperties(nodeModel(row.label).properties, row.properties);
  nodes.push({
    label: row.label,
    id: row.id,
    columns: isSource ? { ...own, ...displayForms(row.label, own) } : {},
  });
  const sourceId = isSource ? row.id : row.sourceId;
  for (const name of row.names) {
    const node = nameNode(name.properties, row.label);
    nodes.push(node);
    const properties = { ...row.evidence, ...name.edge };
    const ends = { from: row.id, to: node.id, sourceId, at: name.at, restore: row.restore ?? false };
    assertions.push(assertion(model.names, ends, properties, NOT_OBSERVED, published));
  }
  if (!isSource) assertions.push(...reportsOf(row, published), ...coverageOf(row, published));
  return { nodes, assertions };
}

/** The forms in which a node is found by its display name. */
export function displayForms(label: string, { name }: Columns): Columns {
  return typeof name === "string" ? { [FORMS]: nameForms(name, { label, kind: "NAME" }) } : {};
}

function nameNode(properties: Properties, ofLabel: string): WantedNode {
  const { text, lang = null, kind, scheme = null } = properties;
  const id = nameIdOf(
    String(text),
    lang === null ? null : String(lang),
    String(kind),
    scheme === null ? null : String(scheme),
  );
  const forms = {
    norm: normalizeName(String(text)),
    latin: latinForm(String(text)),
    [FORMS]: nameForms(String(text), { label: ofLabel, kind: String(kind) }),
  };
  const columns = { ...properties, name: String(text), ...forms };
  return { label: model.nameLabel, id, columns };
}

function reportsOf(row: NodeRow, published: PublicationDays): readonly Assertion[] {
  const edge = model.reports;
  const reported = Object.entries(row.properties).filter(([, value]) => value !== null);
  const mentions = reported.map(([property, value]) => reportOf(row.label, property, value));
  if (!mentions.length && !row.isFurther) mentions.push({});
  const ends = endsOf(row);
  return mentions.map((mention) =>
    assertion(edge, ends, { ...row.evidence, ...mention }, NOT_OBSERVED, published),
  );
}

/** From the source of a row to its node. */
function endsOf({ id, sourceId, at, restore = false }: NodeRow): Ends {
  return { from: sourceId, to: id, sourceId, at, restore };
}

/** When the source observed a fact. */
type Observation = Pick<EdgeRow, "on" | "observedUntil" | "coveredUntil">;

const NOT_OBSERVED: Observation = { on: null, observedUntil: null };

/** What a source covers is said of it as a whole, not of the row that names the node. */
function coverageOf(row: NodeRow, published: PublicationDays): readonly Assertion[] {
  const ends = endsOf(row);
  return (row.covers ?? []).map(({ relation, from, until }) =>
    assertion(model.coverage, ends, { relation, validFrom: from, validTo: until }, NOT_OBSERVED, published),
  );
}

/** A reported value: as text, and as a date or number if it is one. */
function reportOf(label: string, property: string, value: Value): Properties {
  const kind = nodeModel(label).properties.find(({ name }) => name === property)?.kind;
  const isDate = kind === "edtf" || kind === "date";
  return {
    property,
    value: String(value),
    ...(isDate ? { dateValue: String(value) } : {}),
    ...(typeof value === "number" ? { numberValue: value } : {}),
  };
}

interface Ends {
  readonly from: string;
  readonly to: string;
  readonly sourceId: string;
  readonly corrects?: string | null;
  readonly isRelease?: boolean;
  readonly restore?: boolean;
  readonly at: Position;
}

function assertion(
  edge: EdgeModel,
  { from, to, sourceId, at, corrects = null, isRelease = false, restore = false }: Ends,
  properties: Properties,
  { on, observedUntil, coveredUntil = null }: Observation,
  published: PublicationDays,
): Assertion {
  const given = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
  const stated = {
    validFrom: textOrNull(given.validFrom),
    validTo: textOrNull(given.validTo),
    on,
    observedUntil: observedUntil ?? coveredUntil,
    publishedAt: published.get(sourceId) ?? null,
  };
  const observed = Object.fromEntries(
    Object.entries({ on, observedUntil, coveredUntil }).filter(([, day]) => day !== null),
  );
  const columns = {
    basis: "STATED",
    rank: "NORMAL",
    ...columnsOfProperties(edge.properties, edge.timed ? { ...given, ...observed } : given),
    ...(edge.timed ? validityBounds(stated) : {}),
  };
  const factKey = factKeyOf(edge, from, to, given);
  return { type: edge.type, from, to, sourceId, factKey, columns, corrects, isRelease, restore, at };
}

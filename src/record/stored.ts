import pMap from "p-map";
import { cypherFileForEdge } from "../db/cypher-files.js";
import type { Transaction } from "../db/database.js";
import { fromDriver } from "../db/values.js";
import { columnsOf, type PropertyModel } from "../model/property.js";
import { edgeModel, nodeModel } from "../model/registry.js";
import type { Value } from "../model/value.js";
import type { ParameterMap, ParameterValue } from "../statement/parameters.js";
import { TemporalValue } from "../statement/parameters.js";
import type { Columns } from "./derive.js";
import type { StoredAssertion } from "./merge.js";

/** Rows per statement. */
const BATCH = 2_000;
const IN_FLIGHT = 2;

/** Runs a statement over rows in batches and returns all result rows. */
export async function runBatches(
  tx: Transaction,
  text: string,
  name: string,
  rows: readonly ParameterValue[],
  other: Readonly<Record<string, ParameterValue>> = {},
) {
  const starts = Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) => index * BATCH);
  // Send the next batch while the database works on the current one.
  const results = await pMap(
    starts,
    (start) => tx.run(text, { ...other, [name]: rows.slice(start, start + BATCH) }),
    { concurrency: IN_FLIGHT },
  );
  return results.flat();
}

const STATE_COLUMNS = [
  "id",
  "factKey",
  "sourceId",
  "spell",
  "revision",
  "standing",
  "primary",
  "recordedAt",
  "retractedAt",
  "retractionReason",
  "chosenFrom",
  "chosenUntil",
  "renews",
  "renewed",
  "retractedByHand",
  "recordedBy",
  "retractedBy",
];

/** All assertions of the given facts of one edge type, including retracted ones, by fact. */
export async function findAssertions(
  tx: Transaction,
  type: string,
  factKeys: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredAssertion[]>> {
  const found = new Map<string, StoredAssertion[]>();
  const text = cypherFileForEdge("write/find-edges.cypher", type);
  for (const row of await runBatches(tx, text, "factKeys", factKeys)) {
    const stored = storedAssertion(type, String(row.from), String(row.to), row.properties);
    found.set(stored.factKey, [...(found.get(stored.factKey) ?? []), stored]);
  }
  return found;
}

/** An assertion as the database gives it. */
export function storedAssertion(
  type: string,
  from: string,
  to: string,
  properties: Record<string, unknown>,
): StoredAssertion {
  const values = Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, fromDriver(value)]),
  );
  const columns = Object.fromEntries(Object.entries(values).filter(([key]) => !STATE_COLUMNS.includes(key)));
  return {
    type,
    from,
    to,
    id: String(values.id),
    factKey: String(values.factKey),
    sourceId: String(values.sourceId),
    spell: Number(values.spell),
    revision: Number(values.revision),
    standing: Number(values.standing),
    primary: values.primary === true,
    recordedAt: String(values.recordedAt),
    retractedAt: values.retractedAt == null ? null : String(values.retractedAt),
    chosenFrom: instantsOf(values.chosenFrom),
    chosenUntil: instantsOf(values.chosenUntil),
    ...(values.renews === true ? { renews: true } : {}),
    ...(values.renewed === true ? { renewed: true } : {}),
    ...(values.retractedByHand === true ? { retractedByHand: true } : {}),
    columns: columns as Record<string, Value>,
  };
}

/** The properties of an assertion as parameters, with days and instants as temporal values. */
export function parametersOf(assertion: StoredAssertion): ParameterMap {
  const { id, factKey, sourceId, spell, revision, recordedAt } = assertion;
  return {
    ...temporalColumns(assertion.columns, dayColumns(edgeModel(assertion.type).properties)),
    id,
    factKey,
    sourceId,
    spell,
    revision,
    recordedAt: instant(recordedAt),
    ...stateOf(assertion),
  };
}

/** The mutable state of an assertion, as parameters. */
export function stateOf(assertion: StoredAssertion): ParameterMap {
  const { standing, primary, retractedAt, chosenFrom, chosenUntil, renews, renewed } = assertion;
  return {
    standing,
    primary,
    retractedAt: retractedAt === null ? null : instant(retractedAt),
    chosenFrom: chosenFrom.map(instant),
    chosenUntil: chosenUntil.map(instant),
    ...(renews ? { renews } : {}),
    ...(renewed ? { renewed } : {}),
  };
}

function instantsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** The columns of a node as parameters. */
export function nodeParameters(label: string, columns: Columns): ParameterMap {
  return temporalColumns(columns, dayColumns(nodeModel(label).properties));
}

/** An instant as a parameter. */
export function instant(text: string): TemporalValue {
  return new TemporalValue("datetime", text);
}

/** True if both texts denote the same instant, whatever their format. */
export function isSameInstant(one: string, other: string): boolean {
  return Date.parse(one) === Date.parse(other);
}

const knownDays = new Map<readonly PropertyModel[], ReadonlySet<string>>();

/** Which columns of a node or edge type are days. */
function dayColumns(properties: readonly PropertyModel[]): ReadonlySet<string> {
  const known = knownDays.get(properties);
  if (known) return known;
  const days = properties.flatMap((property) =>
    property.kind === "edtf" ? columnsOf(property).slice(1) : property.kind === "date" ? [property.name] : [],
  );
  const columns = new Set(days);
  knownDays.set(properties, columns);
  return columns;
}

function temporalColumns(columns: Columns, days: ReadonlySet<string>): ParameterMap {
  return Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [
      name,
      days.has(name) && typeof value === "string" ? new TemporalValue("date", value) : value,
    ]),
  );
}

import { cypherFile } from "../db/cypher-files.js";
import type { Transaction } from "../db/database.js";
import { nodeModel } from "../model/registry.js";
import type { Value } from "../model/value.js";
import { columnsOfProperties, displayForms } from "./derive.js";
import { nodeParameters, runBatches } from "./stored.js";

/** A node whose properties are recomputed. */
export interface Projected {
  readonly label: string;
  /** Properties to clear when no source reports them any more. */
  readonly named: ReadonlySet<string>;
}

/** A required property that no source reports. */
export interface MissingValue {
  readonly id: string;
  readonly property: string;
}

type Report = Awaited<ReturnType<typeof runBatches>>[number];

/**
 * Sets the properties of nodes to the preferred reported values, and returns missing required properties. A required
 * property keeps its value when no source reports it any more.
 */
export async function projectProperties(
  tx: Transaction,
  nodes: ReadonlyMap<string, Projected>,
): Promise<readonly MissingValue[]> {
  const best = await bestReports(tx, [...nodes.keys()]);
  const missingValues: MissingValue[] = [];
  const rows = [...nodes].map(([id, { label, named }]) => {
    const { properties } = nodeModel(label);
    const values: Record<string, Value> = Object.fromEntries([...named].map((name) => [name, null]));
    for (const [property, report] of best.get(id) ?? [])
      values[property] = storedValue(label, property, report);
    for (const { name, required } of properties) {
      if (!required || values[name] !== null) continue;
      missingValues.push({ id, property: name });
      delete values[name];
    }
    const columns = columnsOfProperties(properties, values);
    return { id, label, columns: nodeParameters(label, { ...columns, ...displayForms(label, columns) }) };
  });
  await runBatches(tx, cypherFile("write/upsert-nodes.cypher"), "rows", rows, { recordedAt: null });
  return missingValues;
}

/** The nodes with a property reported by these sources; their values may change with the rank of the source. */
export async function nodesReportedBy(
  tx: Transaction,
  sources: readonly string[],
): Promise<ReadonlyMap<string, Projected>> {
  const found = await runBatches(tx, cypherFile("write/reported-nodes.cypher"), "sources", sources);
  return new Map(found.map(({ id, label }) => [String(id), { label: String(label), named: new Set() }]));
}

/** The primary report of each property, by node. */
async function bestReports(tx: Transaction, ids: readonly string[]) {
  const best = new Map<string, Map<string, Report>>();
  for (const report of await runBatches(tx, cypherFile("write/find-reports.cypher"), "ids", ids)) {
    const ofNode = best.get(report.id) ?? new Map<string, Report>();
    ofNode.set(report.property, report);
    best.set(report.id, ofNode);
  }
  return best;
}

/** A reported value in the form in which a node stores it. */
function storedValue(label: string, property: string, { value, numberValue }: Report): Value {
  const kind = nodeModel(label).properties.find(({ name }) => name === property)?.kind;
  if (kind === "int") return Number(numberValue);
  return kind === "boolean" ? value === "true" : String(value);
}

import type { Database } from "../db/database.js";
import { groupBy } from "../group-by.js";
import { propertiesOf } from "../model/decorators.js";
import { Assertion } from "../model/edges/assertion.js";
import { edgeModel, model, nodeModel } from "../model/registry.js";
import { type LiveEdge, LiveGraph, type LiveNode, type Stored } from "./live-graph.js";

const EVIDENCE = propertiesOf(Assertion).flatMap(({ name, managed }) => (managed ? [] : [name]));
const OF_RECORD: readonly string[] = ["recordedAt", "retractedAt"];
/** Default values of an assertion. */
const DEFAULT_EVIDENCE: Readonly<Record<string, unknown>> = { basis: "STATED", rank: "NORMAL" };

/**
 * All current assertions as an NDJSON bundle that `seed` can load: sources, nodes with their names, edges. Does not
 * include retracted assertions and recording times.
 */
export async function* backupLines(database: Database): AsyncGenerator<string> {
  const graph = await LiveGraph.open(database);
  yield line({ bundle: "1", title: `Pactgraph, all data of revision ${graph.revision}` });
  for await (const node of graph.nodes())
    if (node.label === model.sourceLabel) yield line({ source: sourceRow(node) });
  let hasKept = false;
  for await (const node of graph.nodes()) {
    if (node.label === model.sourceLabel) continue;
    const kept = keptRow(node);
    if (kept && !hasKept) yield line({ source: KEPT });
    hasKept ||= kept !== undefined;
    for (const row of [...nodeRows(node), ...(kept ? [kept] : [])]) yield line({ node: row });
  }
  for await (const edge of graph.edges()) yield line({ edge: edgeRow(edge) });
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

function sourceRow({ id, properties, names }: LiveNode) {
  const own = pickSet(
    nodeModel(model.sourceLabel).properties.flatMap(({ name, managed }) =>
      managed || OF_RECORD.includes(name) ? [] : [name],
    ),
    properties,
  );
  const rows = names.map(nameRow);
  return { ...own, id, ...(rows.length ? { names: rows } : {}) };
}

/** The source of required values that no source asserts any more. */
const KEPT = {
  id: "source:kept",
  name: "Kept by Pactgraph",
  kind: "DATASET",
  title: "Required values that no source asserts any more",
  priority: "-1000",
};

/** The required values of a node that no source reports; undefined if there are none. */
function keptRow({ id, label, properties, reports }: LiveNode) {
  const reported = new Set(reports.map(({ edge }) => edge.property));
  const required = nodeModel(label).properties.filter(({ name, required: must }) => must && name !== "id");
  const kept = required.flatMap(({ name }) => (reported.has(name) || OF_RECORD.includes(name) ? [] : [name]));
  if (!kept.length) return undefined;
  return { type: label, id, source: KEPT.id, ...pickSet(kept, properties), basis: "INFERRED" };
}

/**
 * One row per source and evidence, so that values with the same evidence are together. If the source also mentions the
 * node without a property, its names get a separate row.
 */
function nodeRows({ id, label, reports, names }: LiveNode) {
  const said = [
    ...reports.map(({ source, edge }) => ({ source, edge, name: undefined })),
    ...names.map(({ source, edge, name }) => ({ source, edge, name })),
  ];
  const keyOf = ({ source, edge }: (typeof said)[number]) => JSON.stringify([source, evidenceOf(edge)]);
  return [...groupBy(said, keyOf).values()].flatMap((rows) => {
    const [first] = rows;
    const head = { type: label, id, source: first?.source };
    const evidence = evidenceOf(first?.edge ?? {});
    const properties = rows.flatMap(({ edge, name }) =>
      name || typeof edge.property !== "string" ? [] : [[edge.property, String(edge.value)]],
    );
    const own = rows.flatMap(({ source, edge, name }) => (name ? [nameRow({ source, edge, name })] : []));
    const called = own.length ? { names: own } : {};
    const values = Object.fromEntries(properties);
    const isMentioned = rows.some(({ edge, name }) => !name && typeof edge.property !== "string");
    if (!isMentioned || !properties.length) return [{ ...head, ...values, ...called, ...evidence }];
    return [
      { ...head, ...values, ...evidence },
      { ...head, ...called, ...evidence },
    ];
  });
}

function nameRow({ edge, name }: LiveNode["names"][number]) {
  const own = pickSet(["text", "lang", "kind", "scheme"], name);
  return { ...own, ...pickSet(["preferred", "validFrom", "validTo"], edge) };
}

function edgeRow({ type, from, to, properties }: LiveEdge) {
  const { ownProperties } = edgeModel(type);
  const own = pickSet(
    ownProperties.map(({ name }) => name),
    properties,
  );
  return { type, from, to, source: properties.sourceId, ...own, ...evidenceOf(properties) };
}

function evidenceOf(edge: Stored): Stored {
  const names = EVIDENCE.filter((name) => !OF_RECORD.includes(name) && edge[name] !== DEFAULT_EVIDENCE[name]);
  return pickSet(names, edge);
}

/** The given properties that are set, as text, as bundles require. */
function pickSet(names: readonly string[], values: Stored): Stored {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name];
      return value === undefined || value === null ? [] : [[name, toTexts(value)]];
    }),
  );
}

function toTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toTexts);
  return value === null ? null : String(value);
}

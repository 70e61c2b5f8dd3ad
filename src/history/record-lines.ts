import neo4j from "neo4j-driver";
import { PactError } from "../errors.js";
import { isMap, type Json } from "../json.js";
import { type ParameterValue, TemporalValue } from "../statement/parameters.js";
import { SumHash } from "../sum-hash.js";

/** The stored properties of a node or an edge, as JSON: days are {"date": …}, instants {"datetime": …}. */
export type StoredJson = Readonly<Record<string, unknown>>;

/** A line of a file with the whole record. */
export type RecordLine =
  | { readonly history: number; readonly title: string }
  | { readonly node: { readonly labels: readonly string[]; readonly properties: StoredJson } }
  | {
      readonly edge: {
        readonly type: string;
        readonly from: string;
        readonly to: string;
        readonly properties: StoredJson;
      };
    }
  | { readonly end: { readonly nodes: number; readonly edges: number; readonly hash: string } };

/** The version of the form of the file. */
export const HISTORY_VERSION = 1;

/** Nodes by which the service keeps its record, beside the graph. It does not include keys and webhooks, which are secret. */
export const RECORD_LABELS = [
  "WriteLock",
  "NodeMerge",
  "RepeatableWrite",
  "EarlierSource",
  "Seeded",
  "Publication",
  "ImportRun",
  "Proposal",
] as const;

/** A line of a file; undefined for any other text. */
export function recordLineOf(text: string): RecordLine | undefined {
  const value = parsed(text);
  if (!isMap(value)) return undefined;
  const { history, title, node, edge, end } = value;
  if (typeof history === "number" && typeof title === "string") return { history, title };
  if (isMap(node) && isTexts(node.labels) && isMap(node.properties))
    return { node: { labels: node.labels, properties: node.properties } };
  if (isMap(edge) && isText(edge.type) && isText(edge.from) && isText(edge.to) && isMap(edge.properties))
    return { edge: { type: edge.type, from: edge.from, to: edge.to, properties: edge.properties } };
  if (isMap(end) && typeof end.nodes === "number" && typeof end.edges === "number" && isText(end.hash))
    return { end: { nodes: end.nodes, edges: end.edges, hash: end.hash } };
  return undefined;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function isText(value: Json | undefined): value is string {
  return typeof value === "string";
}

function isTexts(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

/** Stored properties as JSON that keeps their types. */
export function toJson(properties: Readonly<Record<string, unknown>>): StoredJson {
  const entries = Object.entries(properties).map(([name, value]) => [name, valueToJson(value)] as const);
  return Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function valueToJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(valueToJson);
  if (neo4j.isDate(value as object)) return { date: String(value) };
  if (neo4j.isDateTime(value as object)) return { datetime: String(value) };
  return value;
}

/** The parameters that store what `toJson` has written. Throws BAD_INPUT for what no backup has. */
export function fromJson(properties: StoredJson): Readonly<Record<string, ParameterValue>> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, valueFromJson(name, value)]),
  );
}

function valueFromJson(name: string, value: unknown): ParameterValue {
  if (Array.isArray(value)) return value.map((item: unknown) => valueFromJson(name, item));
  if (value === null || ["string", "number", "boolean"].includes(typeof value))
    return value as ParameterValue;
  for (const type of ["date", "datetime"] as const) {
    const text = (value as StoredJson)[type];
    if (typeof text === "string") return new TemporalValue(type, text);
  }
  throw new PactError(
    "BAD_INPUT",
    `The property ${name} has a value that a backup cannot contain: ${JSON.stringify(value)}`,
  );
}

/** The hash of lines in any order, and how many nodes and edges they have. */
export class RecordHash {
  private readonly hash = new SumHash();
  nodes = 0;
  edges = 0;

  add(line: RecordLine): void {
    if ("node" in line) this.nodes += 1;
    if ("edge" in line) this.edges += 1;
    this.hash.add(line);
  }

  get text(): string {
    return this.hash.text;
  }
}

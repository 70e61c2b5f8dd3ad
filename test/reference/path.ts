import { type EdgeField, model } from "../../src/model/registry.js";
import { compareText } from "./days.js";
import type { GraphNode } from "./ledger.js";
import { nameOf } from "./names.js";
import type { Reader } from "./reader.js";
import type { Scope } from "./scope.js";
import { type Seen, type SeenEdge, seenEdge, seenNode } from "./seen.js";
import { edgeValue, nodeValue, numberValue, type Value } from "./value.js";

/** Where paths are followed: the edges that are read, and the language of names. */
export interface PathContext {
  readonly reader: Reader;
  readonly scope: Scope;
  readonly lang?: string | undefined;
}

const FIELDS: ReadonlyMap<string, EdgeField> = new Map(
  [...model.edges.values()].flatMap(({ forward, backward }) =>
    [forward, backward].map((field) => [field.name, field] as const),
  ),
);

/** An edge field by its name; no two have the same. */
export function edgeFieldNamed(name: string): EdgeField | undefined {
  return FIELDS.get(name);
}

/** The values that a path leads to; over relations there is one for each way, or none. */
export function valuesAt(context: PathContext, seen: Seen, path: string): readonly Value[] {
  return follow(context, seen, path.split("."));
}

/** The value of a path that goes over no relation. */
export function valueAt(context: PathContext, seen: Seen, path: string): Value {
  const [value, ...others] = valuesAt(context, seen, path);
  if (!value || others.length) throw new Error(`"${path}" is not one value.`);
  return value;
}

/** The edges that a path of relations leads to. */
export function edgesAlong(context: PathContext, seen: Seen, path: string): readonly SeenEdge[] {
  const reached = path
    .split(".")
    .reduce<readonly Seen[]>((from, step) => from.flatMap((each) => stepFrom(context, each, step)), [seen]);
  return reached.filter((each): each is SeenEdge => each.kind === "edge");
}

/** True where the steps of a path that are left name a value, and no relation to follow. */
export function isValue(seen: Seen, steps: readonly string[]): boolean {
  if (steps.length === 1) return true;
  return seen.kind === "edge" ? steps[0] === "pair" : steps.length === 2 && steps[1] === "count";
}

function follow(context: PathContext, seen: Seen, [step = "", ...rest]: readonly string[]): readonly Value[] {
  if (!rest.length) return [lastValue(context, seen, step)];
  if (seen.kind === "edge" && step === "pair") return [earliest(context, seen, rest)];
  if (seen.kind === "node" && rest[0] === "count" && rest.length === 1) {
    return [numberValue(edgesOf(context, seen.node, step).length)];
  }
  return stepFrom(context, seen, step).flatMap((next) => follow(context, next, rest));
}

function lastValue({ reader, scope, lang }: PathContext, seen: Seen, name: string): Value {
  if (seen.kind === "edge") {
    return name === "spells"
      ? numberValue(reader.spellsOf(seen.assertion, scope).length)
      : edgeValue(reader, seen.assertion, name);
  }
  return name === "name" && lang !== undefined
    ? { kind: "text", shown: nameOf(reader, seen.node, lang, scope), isName: true }
    : nodeValue(reader, seen.node, name, scope);
}

/** The earliest date that is known to the day of parallel edges: those of a field between the same two nodes. */
function earliest(
  context: PathContext,
  { via, node }: SeenEdge,
  [field = "", property = ""]: readonly string[],
): Value {
  const dates = edgesOf(context, via, field)
    .filter((edge) => edge.node.id === node.id)
    .map(({ assertion }) => edgeValue(context.reader, assertion, property))
    .flatMap(({ shown, days }) =>
      shown != null && shown !== ".." && days && days.min === days.max ? [days.min] : [],
    );
  const [day] = dates.sort(compareText);
  return day === undefined
    ? { kind: "date", shown: undefined }
    : { kind: "date", shown: day, days: { min: day, max: day } };
}

/** What one step leads to: the edges of a node, or an end of an edge. */
export function stepFrom(context: PathContext, seen: Seen, step: string): readonly Seen[] {
  if (seen.kind === "node") return edgesOf(context, seen.node, step);
  return [seenNode(step === "via" ? seen.via : seen.node)];
}

function edgesOf({ reader, scope }: PathContext, node: GraphNode, name: string): readonly SeenEdge[] {
  const field = edgeFieldNamed(name);
  if (!field) throw new Error(`There is no edge field ${name}.`);
  return reader.edgesAt([node], field, scope).map((each) => seenEdge(reader, each, field));
}

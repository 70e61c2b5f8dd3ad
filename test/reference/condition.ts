import { type EdgeField, model, nodeModel } from "../../src/model/registry.js";
import { fits } from "./filter.js";
import type { GraphNode } from "./ledger.js";
import type { Reader } from "./reader.js";
import { innerScope, type Scope } from "./scope.js";
import { type Seen, type SeenEdge, seenEdge, seenNode } from "./seen.js";
import { edgeValue, nodeValue, numberValue } from "./value.js";

type Given = Readonly<Record<string, unknown>>;

/** Whether an element of a list meets a `where`; nothing asked is met by all. */
export function meetsWhere(reader: Reader, seen: Seen, where: unknown, scope: Scope): boolean {
  return Object.entries(givenOf(where)).every(([name, value]) => {
    if (name === "and") return partsOf(value).every((part) => meetsWhere(reader, seen, part, scope));
    if (name === "or") return partsOf(value).some((part) => meetsWhere(reader, seen, part, scope));
    if (name === "not") return !meetsWhere(reader, seen, value, scope);
    return seen.kind === "node"
      ? nodeMeets(reader, seen.node, name, value, scope)
      : edgeMeets(reader, seen, name, value, scope);
  });
}

function nodeMeets(reader: Reader, node: GraphNode, name: string, value: unknown, scope: Scope): boolean {
  const field = nodeModel(node.label).edgeFields.find((each) => each.name === name);
  if (field) return relationMeets(reader, node, field, givenOf(value), scope);
  const type =
    name === "name" ? undefined : [...model.nodes.keys()].find((label) => lowerFirst(label) === name);
  if (type) return node.label === type && meetsWhere(reader, seenNode(node), value, scope);
  return fits(value, nodeValue(reader, node, name, scope), isCertain(scope));
}

function edgeMeets(reader: Reader, edge: SeenEdge, name: string, value: unknown, scope: Scope): boolean {
  if (name === "node") return meetsWhere(reader, seenNode(edge.node), value, scope);
  const seen =
    name === "spells"
      ? numberValue(reader.spellsOf(edge.assertion, scope).length)
      : edgeValue(reader, edge.assertion, name);
  return fits(value, seen, isCertain(scope));
}

function relationMeets(
  reader: Reader,
  node: GraphNode,
  field: EdgeField,
  relation: Given,
  outer: Scope,
): boolean {
  const scope = innerScope(outer, relation);
  const edges = reader.edgesAt([node], field, scope).map((each) => seenEdge(reader, each, field));
  const fitting = (where: unknown) => edges.filter((edge) => meetsWhere(reader, edge, where, scope)).length;
  const { exists, some, none, all, count, of } = relation;
  return (
    (exists === undefined || edges.length > 0 === exists) &&
    (some === undefined || fitting(some) > 0) &&
    (none === undefined || fitting(none) === 0) &&
    (all === undefined || fitting(all) === edges.length) &&
    (count === undefined || fits(count, numberValue(fitting(of)), isCertain(scope)))
  );
}

function isCertain({ certainty }: Scope): boolean {
  return certainty === "CERTAIN";
}

function givenOf(value: unknown): Given {
  return typeof value === "object" && value !== null ? (value as Given) : {};
}

function partsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

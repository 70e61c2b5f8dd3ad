import { GraphQLError } from "graphql";
import { model, nodeModel } from "../../src/model/registry.js";
import { compareText } from "./days.js";
import { type Args, ListItem, NodeItem } from "./items.js";
import type { GraphNode } from "./ledger.js";
import { nodesByCode } from "./names.js";
import type { Reader } from "./reader.js";
import { innerScope, type Scope } from "./scope.js";

/** The value of a root field. */
export function rootItem(reader: Reader, field: string, args: Args): unknown {
  const scope = innerScope({}, args);
  const item = (node: GraphNode | undefined) => (node ? new NodeItem(reader, scope, node) : null);
  const byId = (id: unknown) => reader.ledger.nodes.get(String(id));
  if (field === "node") return item(byId(args.id));
  if (field === "nodes") return Array.isArray(args.ids) ? args.ids.map((id) => item(byId(id))) : [];
  const list = [...model.nodes.values()].find(({ plural }) => plural === field);
  if (list) return listItem(reader, list.label, args, scope);
  if ((args.id == null) === (args.code == null)) throw failure("BAD_INPUT");
  const label = field.charAt(0).toUpperCase() + field.slice(1);
  if (args.id != null) {
    const node = byId(args.id);
    return item(node?.label === label ? node : undefined);
  }
  const scheme = typeof args.scheme === "string" ? args.scheme : null;
  const found = nodesByCode(reader, label, { code: String(args.code), scheme }, scope);
  if (found.length > 1) throw failure("NOT_UNIQUE");
  return item(found[0]);
}

function listItem(reader: Reader, label: string, args: Args, scope: Scope): ListItem {
  const rows = [...reader.ledger.nodes.values()]
    .filter((node) => node.label === label && meetsWhere(reader, node, args.where, scope))
    .sort((one, other) => compareText(one.id, other.id))
    .map((node) => ({ keys: [node.id], item: new NodeItem(reader, scope, node) }));
  return new ListItem(reader, scope, label, rows, args);
}

function meetsWhere(reader: Reader, node: GraphNode, where: unknown, scope: Scope): boolean {
  if (typeof where !== "object" || where === null) return true;
  const conditions = new Map<string, unknown>(Object.entries(where));
  return nodeModel(node.label).edgeFields.every((field) => {
    const condition = conditions.get(field.name);
    if (typeof condition !== "object" || condition === null || !("exists" in condition)) return true;
    return reader.edgesAt([node], field, scope).length > 0 === condition.exists;
  });
}

function failure(code: string): GraphQLError {
  return new GraphQLError(code, { extensions: { code } });
}

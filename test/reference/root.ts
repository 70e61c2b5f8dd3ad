import { GraphQLError } from "graphql";
import { model } from "../../src/model/registry.js";
import type { Args } from "./item.js";
import { NodeItem } from "./items.js";
import type { GraphNode } from "./ledger.js";
import { existed } from "./life.js";
import { ListItem } from "./list.js";
import { nodesByCode } from "./names.js";
import type { Reader } from "./reader.js";
import { certainly, innerScope, type Scope, timeConditions } from "./scope.js";
import { seenNode } from "./seen.js";

/** The value of a root field. */
export function rootItem(reader: Reader, field: string, args: Args): unknown {
  const scope = innerScope({}, args);
  const item = (node: GraphNode | undefined) => (node ? new NodeItem(reader, scope, node) : null);
  const byId = (id: unknown) => {
    const node = reader.ledger.nodes.get(String(id));
    return node && reader.knows(node, scope) ? node : undefined;
  };
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

/** The nodes of a type that are in the record, that existed at the time asked for, and that the sources speak of. */
function listItem(reader: Reader, label: string, args: Args, scope: Scope): ListItem {
  const within = (asked: Scope) =>
    [...reader.ledger.nodes.values()]
      .filter((node) => node.label === label && reader.knows(node, asked))
      .filter((node) => timeConditions(asked).every((condition) => existed(node, condition)))
      .filter((node) => asked.sources == null || reader.isSpokenOf(node, asked))
      .map((node) => {
        const item = new NodeItem(reader, scope, node);
        return { seen: seenNode(node), item, node: item };
      });
  return new ListItem(reader, scope, label, { all: within(scope), certain: within(certainly(scope)) }, args);
}

function failure(code: string): GraphQLError {
  return new GraphQLError(code, { extensions: { code } });
}

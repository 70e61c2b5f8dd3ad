import type { EdgeField } from "../../src/model/registry.js";
import type { Assertion } from "./assertion.js";
import type { GraphNode } from "./ledger.js";
import type { Reader } from "./reader.js";

/** A node, as an element of a list. */
export interface SeenNode {
  readonly kind: "node";
  readonly node: GraphNode;
}

/** An assertion seen from one of its ends, `via`; the other one is `node`. */
export interface SeenEdge {
  readonly kind: "edge";
  readonly assertion: Assertion;
  readonly field: EdgeField;
  readonly via: GraphNode;
  readonly node: GraphNode;
}

/** What conditions, orders and aggregates look at. */
export type Seen = SeenNode | SeenEdge;

export function seenNode(node: GraphNode): SeenNode {
  return { kind: "node", node };
}

/** An assertion seen as an element of a field. */
export function seenEdge(reader: Reader, assertion: Assertion, field: EdgeField): SeenEdge {
  const ends = [reader.node(assertion.from), reader.node(assertion.to)] as const;
  const [via, node] = field.direction === "out" ? ends : [ends[1], ends[0]];
  return { kind: "edge", assertion, field, via, node };
}

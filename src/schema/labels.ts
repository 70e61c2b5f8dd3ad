import { describeEnum } from "../model/describe-enum.js";
import { model } from "../model/registry.js";

/** The node types as an enum. */
export const NodeLabel = describeEnum(
  "NodeType",
  "A type of node.",
  Object.fromEntries([...model.nodes.values()].map(({ label, description }) => [label, description])),
);

/** The edge types as an enum. */
export const EdgeLabel = describeEnum(
  "EdgeType",
  "A type of edge.",
  Object.fromEntries([...model.edges.values()].map(({ type, description }) => [type, description])),
);

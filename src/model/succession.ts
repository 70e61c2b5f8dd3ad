import { describeEnum } from "./describe-enum.js";
import { type EdgeField, model } from "./registry.js";

/** The node type that can succeed another node or be succeeded. */
export const SUCCESSOR = "State";

/** Kinds of succession between states, from the narrowest view of succession to the widest. */
export const SuccessionCodes = describeEnum(
  "Succession",
  "How one state succeeds another.",
  model.relationKinds.succession,
);

/** The end of a connection at which predecessors are followed: the owner, the other end, or neither. */
export function successionSide({ edge, owners, targets }: EdgeField): "via" | "node" | undefined {
  if (!edge.inheritable) return undefined;
  if (owners.includes(SUCCESSOR)) return "via";
  return targets.includes(SUCCESSOR) ? "node" : undefined;
}

import { describeEnum } from "./describe-enum.js";
import { type EdgeField, model } from "./registry.js";

/** The node type that succeeds and is succeeded. */
export const SUCCESSOR = "State";

/** Ways in which a state succeeds another, from the narrowest view of succession to the widest. */
export const SuccessionCodes = describeEnum(
  "Succession",
  "How a state succeeds another.",
  model.relationKinds.succession,
);

/** At which end of a connection predecessors are followed: at the owner, at the other end, or nowhere. */
export function successionSide({ edge, owners, targets }: EdgeField): "via" | "node" | undefined {
  if (!edge.inheritable) return undefined;
  if (owners.includes(SUCCESSOR)) return "via";
  return targets.includes(SUCCESSOR) ? "node" : undefined;
}

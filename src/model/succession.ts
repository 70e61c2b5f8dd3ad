import { describeEnum } from "./describe-enum.js";
import type { EdgeField } from "./registry.js";

/** The node type that succeeds and is succeeded. */
export const SUCCESSOR = "State";

/** Ways in which a state comes after another, from the narrowest view of succession to the widest. */
export const SuccessionCodes = describeEnum("Succession", "A way in which a state comes after another.", {
  CONTINUES: "It is the same legal person.",
  SUCCEEDS: "It is a new state in place of a former one.",
  SECEDED_FROM: "It left a state that went on.",
  MERGED_INTO: "The former state became part of it.",
});

/** At which end of a connection predecessors are followed: at the owner, at the other end, or nowhere. */
export function successionSide({ edge, owners, targets }: EdgeField): "via" | "node" | undefined {
  if (!edge.inheritable) return undefined;
  if (owners.includes(SUCCESSOR)) return "via";
  return targets.includes(SUCCESSOR) ? "node" : undefined;
}

import { OPEN, parseEdtf } from "../model/edtf.js";
import { nodeModelOfId } from "../model/ids.js";
import type { EdgeModel } from "../model/registry.js";

/** Returns an error message if an edge cannot join these nodes: because of their types, or because they are one. */
export function endsProblem(type: EdgeModel, from: string, to: string): string | undefined {
  if (from === to) return `${type.type} cannot connect ${from} to itself.`;
  const [left, right] = [nodeModelOfId(from)?.label, nodeModelOfId(to)?.label];
  if (!left || !right) return undefined;
  if (type.ends.some(([froms, tos]) => froms.includes(left) && tos.includes(right))) return undefined;
  const allowed = type.ends.map(([froms, tos]) => `${froms.join(" or ")} → ${tos.join(" or ")}`).join("; ");
  return `${type.type} cannot connect ${left} to ${right}. Allowed: ${allowed}.`;
}

/** Returns an error message if a spell ends before it begins. */
export function orderProblem({ validFrom, validTo }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof validFrom !== "string" || typeof validTo !== "string" || validTo === OPEN) return undefined;
  const [from, to] = [boundsOrNull(validFrom), boundsOrNull(validTo)];
  if (!from || !to || to.max >= from.min) return undefined;
  return `validTo ${validTo} is before validFrom ${validFrom}. Swap or correct them.`;
}

function boundsOrNull(text: string): { min: string; max: string } | null {
  try {
    return parseEdtf(text);
  } catch {
    return null;
  }
}

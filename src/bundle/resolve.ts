import type { Transaction } from "../db/database.js";
import { formatPosition, type Position, type Problem } from "../input/problem.js";
import { model } from "../model/registry.js";
import { findReferenceProblems } from "../record/references.js";
import type { NodeRow, Rows } from "../record/rows.js";

/** Checks that need the database and all bundles of a load. */
export async function resolveBundle(tx: Transaction, rows: Rows): Promise<readonly Problem[]> {
  return [...(await findReferenceProblems(tx, rows)), ...differentSources(rows.nodes)];
}

/** Reports sources that bundles of one load describe differently; otherwise the last one would win silently. */
export function differentSources(nodes: readonly NodeRow[]): readonly Problem[] {
  const described = new Map<string, { readonly value: unknown; readonly at: Position }>();
  return nodes.flatMap(({ label, id, properties, at }) => {
    if (label !== model.sourceLabel) return [];
    return Object.entries(properties).flatMap(([name, value]) => {
      const before = described.get(`${id} ${name}`);
      if (!before) described.set(`${id} ${name}`, { value, at });
      if (!before || before.value === value) return [];
      const first = `"${before.value}" at ${formatPosition(before.at)}`;
      return [{ at, message: `${id}: ${name} is "${value}" here, but ${first}. Keep only one.` }];
    });
  });
}

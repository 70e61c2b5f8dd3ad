import type { Problem } from "../input/problem.js";
import { model } from "../model/registry.js";
import type { MissingValue, Projected } from "./project.js";
import type { NodeRow } from "./rows.js";

/** The nodes of rows, each with the properties that any of its rows names. Nobody reports on sources. */
export function describedNodes(nodes: readonly NodeRow[]): Map<string, Projected> {
  const described = new Map<string, Projected>();
  for (const { id, label, properties } of nodes) {
    if (label === model.sourceLabel) continue;
    const before = described.get(id)?.named ?? [];
    described.set(id, { label, named: new Set([...before, ...Object.keys(properties)]) });
  }
  return described;
}

/**
 * The problem that a required property has no value any more, at the row that names it.
 * @param why the rest of the sentence
 */
export function missingValueProblem(
  { id, property }: MissingValue,
  nodes: readonly NodeRow[],
  why: string,
): Problem {
  const rows = nodes.filter((node) => node.id === id);
  const row = rows.find(({ properties }) => property in properties) ?? rows[0];
  const at = row?.at ?? { file: id, line: 1, column: 1 };
  return { at, message: `${id} requires ${property}, and ${why}` };
}

import { groupBy } from "../../group-by.js";
import type { Position, Problem } from "../../input/problem.js";
import type { Assertion } from "../derive.js";
import { contradictionsIn } from "../merge.js";
import type { Spill, SpilledEdge } from "./spill.js";

/** Edges that one source states more than once. */
export interface Repeated {
  /** Numbers of the edges that are exact duplicates of an earlier edge, which is kept. */
  readonly dropped: ReadonlySet<number>;
  /** The same edges, with both places. */
  readonly duplicates: readonly Duplicate[];
  /** Rows that contradict an earlier row, which is kept. */
  readonly problems: readonly (Problem & { readonly row: number })[];
}

/** An edge that says the same as an earlier one, with the positions of both. */
export interface Duplicate {
  readonly edge: Pick<SpilledEdge, "type" | "from" | "to">;
  readonly at: Position;
  readonly first: Position;
}

/** Finds edges that one source states more than once: exact duplicates, and contradictions. Rejected rows do not count. */
export async function findRepeated(
  edges: Spill,
  assertionOf: (edge: SpilledEdge) => Assertion,
  rejected: ReadonlySet<number>,
): Promise<Repeated> {
  const parts: Repeated[] = [];
  for (const index of edges.repeated) {
    const accepted = (await edges.read([index])).filter(({ row }) => !rejected.has(row));
    const stated = accepted.map((edge) => ({ edge, assertion: assertionOf(edge) }));
    const facts = groupBy(stated, ({ assertion: { factKey, sourceId } }) => `${factKey} ${sourceId}`);
    for (const rows of facts.values()) if (rows.length > 1) parts.push(repeatedOf(rows));
  }
  return {
    dropped: new Set(parts.flatMap(({ dropped }) => [...dropped])),
    duplicates: parts.flatMap(({ duplicates }) => duplicates),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

interface Stated {
  readonly edge: SpilledEdge;
  readonly assertion: Assertion;
}

function repeatedOf(rows: readonly Stated[]): Repeated {
  const first = new Map<string, Stated>();
  const dropped = new Set<number>();
  const duplicates: Duplicate[] = [];
  for (const row of rows) {
    // Neither the position of a row in its file nor its word for a node is part of its content.
    const content = JSON.stringify({ ...row.assertion.columns, locator: null, sourceCode: null });
    const before = first.get(content);
    if (!before) {
      first.set(content, row);
      continue;
    }
    dropped.add(row.edge.number);
    duplicates.push({ edge: row.edge, at: row.assertion.at, first: before.assertion.at });
  }
  const different = [...first.values()];
  const problems = contradictionsIn(different.map(({ assertion }) => assertion)).flatMap((problem) => {
    const wrong = different.find(({ assertion }) => assertion.at === problem.at);
    return wrong ? [{ ...problem, row: wrong.edge.row }] : [];
  });
  return { dropped, duplicates, problems };
}

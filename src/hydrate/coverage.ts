import type { Row } from "./row.js";
import { isRow, rowsOf } from "./row.js";

/** A relation of which nothing is recorded for some of the nodes of an answer. */
export interface NotRecorded {
  readonly path: readonly string[];
  readonly relation: string;
  /** The number of nodes without a record of the relation, and of all nodes in the answer. */
  readonly nodes: number;
  readonly of: number;
}

/** How much of a relation is recorded, from what the database found. */
export function coverageOf(found: unknown): Row {
  const covers = rowsOf(isRow(found) ? found.covers : []);
  const sources = isRow(found) && Array.isArray(found.sources) ? found.sources.map(String) : [];
  const applying = covers.filter(({ applies }) => applies === true);
  if (!covers.length) {
    const completeness = sources.length ? "PARTIAL" : "NOT_RECORDED";
    return { completeness, from: null, until: null, sources: sources.sort() };
  }
  const shown = applying.length ? applying : covers;
  return {
    completeness: applying.length ? "COMPLETE" : "PARTIAL",
    from: earliest(shown.map(({ from }) => from)),
    until: latest(shown.map(({ until }) => until)),
    sources: [...new Set(shown.map(({ source }) => String(source)))].sort(),
  };
}

/** The first of several days; null if one of them is open. */
function earliest(days: readonly unknown[]): string | null {
  return days.some((day) => day == null) ? null : (days.map(String).sort()[0] ?? null);
}

function latest(days: readonly unknown[]): string | null {
  return days.some((day) => day == null) ? null : (days.map(String).sort().at(-1) ?? null);
}

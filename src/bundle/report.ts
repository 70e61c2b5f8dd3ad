import { formatPosition, type Problem } from "../input/problem.js";
import { contentKey } from "../record/content.js";
import { withdrawnReports } from "../record/withdrawn.js";
import type { RowsOutcome } from "../record/write-rows.js";

/** The outcome of one row. */
export interface RowReport {
  readonly at: string;
  readonly type: string;
  readonly id: string;
  /** Id of the assertion that says what an edge row says; null for nodes, and for what stays retracted. */
  readonly edge: string | null;
  /** retracted: an editor has retracted the same, and it stays retracted. */
  readonly outcome: "created" | "updated" | "unchanged" | "retracted";
}

/** What a bundle changed, or would change with `dryRun`; counts are nodes and edges. */
export interface BundleReport {
  readonly dryRun: boolean;
  /** True if the bundle was written before with this idempotency key; this is the report of then. */
  readonly repeated: boolean;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly retracted: number;
  /** How many assertions of the bundle stay retracted, because an editor had retracted them. */
  readonly stayRetracted: number;
  readonly rows: readonly RowReport[];
  /** What may be a mistake. It was written all the same. */
  readonly warnings: readonly Warning[];
}

/** Something in a bundle that may be a mistake. */
export interface Warning {
  readonly at: string;
  readonly message: string;
}

/** Reports the outcome of the rows of a bundle. */
export function reportOf(outcome: RowsOutcome, warnings: readonly Problem[], dryRun: boolean): BundleReport {
  const rows = [...nodeReports(outcome), ...edgeReports(outcome)];
  const count = (what: RowReport["outcome"]) => rows.filter((row) => row.outcome === what).length;
  return {
    dryRun,
    repeated: false,
    created: count("created"),
    updated: count("updated"),
    unchanged: count("unchanged"),
    retracted: outcome.assertions.retracted,
    stayRetracted: outcome.assertions.decisions.filter((one) => one.outcome === "retracted").length,
    rows,
    warnings: warnings.map(({ at, message }) => ({ at: formatPosition(at), message })),
  };
}

function nodeReports({ nodes, nodeOutcomes, assertions }: RowsOutcome): readonly RowReport[] {
  const changed = new Set(
    assertions.decisions
      .filter(({ outcome }) => outcome === "created" || outcome === "updated")
      .map(({ wanted }) => contentKey(wanted)),
  );
  const gone = new Set(assertions.withdrawn);
  return nodes.map(({ row, assertions: made }) => {
    const own = nodeOutcomes.get(row.id) ?? "unchanged";
    const touched =
      made.some((assertion) => changed.has(contentKey(assertion))) ||
      withdrawnReports(row).some(({ factKey }) => gone.has(factKey));
    const outcome = own === "unchanged" && touched ? "updated" : own;
    return { at: formatPosition(row.at), type: row.label, id: row.id, edge: null, outcome };
  });
}

function edgeReports({ edges, assertions }: RowsOutcome): readonly RowReport[] {
  const decisions = new Map(
    assertions.decisions.map((decision) => [contentKey(decision.wanted), decision] as const),
  );
  const seen = new Set<string>();
  return edges.map((edge) => {
    const key = contentKey(edge);
    // The second of two equal rows changes nothing.
    const decision = decisions.get(key);
    const outcome = seen.has(key) ? "unchanged" : (decision?.outcome ?? "unchanged");
    seen.add(key);
    const id = (decision?.created ?? decision?.kept)?.id ?? null;
    return {
      at: formatPosition(edge.at),
      type: edge.type,
      id: `${edge.from} → ${edge.to}`,
      edge: id,
      outcome,
    };
  });
}

import type { Redirects } from "../model/redirects.js";
import { type LoadOutcome, NO_COUNTS } from "../record/staging/outcome.js";
import { type DataFile, distinctFiles } from "./files.js";
import type { Mapped } from "./map.js";
import type { Mapping } from "./mapping/mapping.js";
import { MATCHED_TYPES } from "./match/identify.js";
import type { Matches } from "./match/match.js";
import type { IdentityReport, ImportReport } from "./report.js";

/** What an import has read and found. */
export interface RunFacts {
  readonly mapping: Mapping;
  readonly mode: "merge" | "snapshot";
  readonly dryRun: boolean;
  readonly files: readonly DataFile[];
  readonly mapped: Mapped;
  readonly redirects: Redirects;
  /** The nodes of all rows, under the ids that they have in the graph. */
  readonly nodeIds: readonly string[];
  readonly proposed: Matches["proposed"];
  /** When it began, in milliseconds. */
  readonly begun: number;
}

/** What an import did as well: undefined and null if it was rejected. */
interface Done {
  readonly outcome: LoadOutcome | undefined;
  readonly recordedAt: string | null;
  readonly implausible: ImportReport["implausible"];
}

/** The report of an import. */
export function reportOf(run: RunFacts & Done): ImportReport {
  const { mapping, mode, dryRun, files, mapped, nodeIds, outcome, recordedAt, implausible } = run;
  const { source, tally, unmet } = mapped;
  const { version } = source.properties;
  return {
    mapping: mapping.id,
    source: source.id,
    version: typeof version === "string" ? version : null,
    mode,
    dryRun,
    files: givenFiles(files).map(({ path, sha256 }) => ({
      file: path,
      sha256,
      rows: rowsOf(mapped, path),
    })),
    rowsRead: rowsRead(files, mapped),
    rowsLeftOut: tally.leftOut,
    rowsRejected: tally.rejectedRows,
    rowsUnresolved: tally.unresolvedRows,
    edgesRepeated: tally.duplicateRows.length,
    duplicateRows: tally.duplicateRows,
    nodes: outcome?.nodes(nodeIds) ?? NO_COUNTS,
    identity: identified(run),
    edges: Object.fromEntries([...(outcome?.edges ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))),
    stayRetracted: outcome?.staying ?? 0,
    edgesLeftOut: Object.fromEntries([...tally.edgesLeftOut].sort()),
    rejected: tally.rejected,
    unresolved: tally.unresolved,
    implausible,
    unmet,
    recordedAt,
    seconds: secondsSince(run.begun),
  };
}

/** How the persons and treaties of the rows were identified. */
function identified({ mapped, redirects, outcome, proposed }: RunFacts & Done): IdentityReport {
  const ids = new Set(
    mapped.nodes.all.filter(({ label }) => MATCHED_TYPES.includes(label)).map(({ id }) => id),
  );
  const matched = [...ids].filter((id) => redirects.targetOf(id) !== id);
  const created = [...ids].filter((id) => outcome?.madeNodes.has(id));
  return { matched: matched.length, created: created.length, proposed };
}

function givenFiles(files: readonly DataFile[]): readonly DataFile[] {
  return distinctFiles(files).filter(({ spec }) => spec.bundled === undefined);
}

/** Rows of the given files; a file that several parts of the mapping read counts once. */
export function rowsRead(files: readonly DataFile[], mapped: Mapped): number {
  return givenFiles(files).reduce((sum, { path }) => sum + rowsOf(mapped, path), 0);
}

/** Rows of all parts of a file. */
function rowsOf({ fileRows }: Mapped, path: string): number {
  const counts = [...fileRows].filter(([file]) => file.path === path);
  return counts.reduce((sum, [, rows]) => sum + rows, 0);
}

/** Seconds since an instant in milliseconds, with one decimal. */
export function secondsSince(begun: number): number {
  return Math.round((Date.now() - begun) / 100) / 10;
}

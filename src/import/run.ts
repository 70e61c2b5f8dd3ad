import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Database, Transaction } from "../db/database.js";
import { PactError } from "../errors.js";
import { formatPosition } from "../input/problem.js";
import { nodeModelOfId } from "../model/ids.js";
import type { Redirects } from "../model/redirects.js";
import { model } from "../model/registry.js";
import type { Progress } from "../progress.js";
import { writeOrTry } from "../record/dry-run.js";
import { findRedirects, redirectedNodes } from "../record/identity/redirected.js";
import { takeLock, takeLockToImport } from "../record/lock.js";
import { findReferenceProblems, type MissingNode } from "../record/references.js";
import type { Target } from "../record/retract.js";
import type { NodeRow } from "../record/rows.js";
import { assertionOf, knownSources, type Load, tryLoad } from "../record/staging/load.js";
import { loadStaged } from "../record/staging/load-staged.js";
import { type LoadOutcome, OF_NODES } from "../record/staging/outcome.js";
import { liveEdges } from "../record/staging/publish.js";
import type { SpilledEdge } from "../record/staging/spill.js";
import { openStaging } from "../record/staging/staging.js";
import { aliasHashes, assignFiles, type DataFile, distinctFiles } from "./files.js";
import { implausibleDates } from "./implausible.js";
import { readAliases } from "./look-up/aliases.js";
import { readDirectory } from "./look-up/directory.js";
import { LookUp } from "./look-up/look-up.js";
import { type Mapped, mapFiles } from "./map.js";
import type { Mapping } from "./mapping/mapping.js";
import { identifyNodes } from "./match/identify.js";
import type { Matches } from "./match/match.js";
import { withParameters } from "./parameters.js";
import { rejectRows } from "./reject-rows.js";
import { rejectOlderRelease } from "./release.js";
import type { ImportReport } from "./report.js";
import { type RunFacts, reportOf, rowsRead, secondsSince } from "./run-report.js";

/** Options of an import. */
export interface ImportOptions {
  readonly dryRun: boolean;
  /** Defaults to the mode of the mapping. */
  readonly mode: "merge" | "snapshot" | undefined;
  /** Continue even if rows are rejected or expectations are not met. */
  readonly lenient: boolean;
  /** Import a release even if the graph has a newer one. */
  readonly older: boolean;
  /** Import also what an editor has retracted. */
  readonly restore?: boolean;
  readonly parameters: Readonly<Record<string, string>>;
  readonly onProgress: (progress: Progress) => void;
}

/** The error of a rejected import, with the report that explains why. */
export class ImportRejected extends PactError {
  constructor(
    message: string,
    readonly report: ImportReport,
  ) {
    super("IMPORT_FAILED", message);
    this.name = "ImportRejected";
  }
}

/**
 * Imports files with a mapping: reads all files, checks the result, then writes in batches, which become visible with
 * the last one. Throws IMPORT_FAILED with a report if rows are rejected or expectations are not met.
 */
export async function importFiles(
  database: Database,
  written: Mapping,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportReport> {
  const startedAt = Date.now();
  const mapping = withParameters(written, options.parameters);
  const files = await assignFiles(mapping, paths);
  if (!options.older) await rejectOlderRelease(database, mapping);
  // Fail before reading the files if another import is in progress.
  const fingerprint = await fingerprintOf(mapping, files, options);
  await writeOrTry(database, true, (tx) => takeLockToImport(tx, fingerprint));
  const lookups = await readLookUps(database, mapping);
  const redirects = await database.read(findRedirects);
  const mapped = await mapFiles(mapping, files, lookups, readMeter(files, options));
  try {
    const matches = await database.read((tx) => matchesOf(tx, mapping, mapped, redirects));
    const identity = { redirects, matches };
    const run = new ImportRun(database, mapping, files, mapped, identity, options, fingerprint, startedAt);
    await run.check();
    return options.dryRun ? await run.tryOut() : await run.write();
  } finally {
    mapped.edges.remove();
  }
}

/** Which ids stand for other nodes: by earlier merges and matches, and by the matches of this import. */
interface Identity {
  readonly redirects: Redirects;
  readonly matches: Matches;
}

function matchesOf(
  tx: Transaction,
  mapping: Mapping,
  { nodes, edges }: Mapped,
  redirects: Redirects,
): Promise<Matches> {
  return identifyNodes(tx, mapping, redirectedNodes(nodes.all, redirects), edges, redirects);
}

async function readLookUps(database: Database, mapping: Mapping): Promise<ReadonlyMap<string, LookUp>> {
  const lookups = new Map<string, LookUp>();
  for (const [name, spec] of Object.entries(mapping.lookups)) {
    const directory = await database.read((tx) => readDirectory(tx, spec.types));
    lookups.set(name, new LookUp(spec, directory, await readAliases(mapping.file, spec.aliases)));
  }
  return lookups;
}

/** Reports progress; the bytes of a file that is read twice count once. */
function readMeter(files: readonly DataFile[], { onProgress }: ImportOptions) {
  const total = distinctFiles(files).reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  return (file: DataFile, bytes: number) => {
    done = Math.min(total, done + bytes);
    onProgress({ message: `Reading ${basename(file.path)}`, done, total });
  };
}

/** Identifies mapping, files and settings; an interrupted import with the same fingerprint is resumed. */
async function fingerprintOf(
  mapping: Mapping,
  files: readonly DataFile[],
  { mode, lenient, restore = false }: ImportOptions,
): Promise<string> {
  const { at, file, ...definition } = mapping;
  const data = files.map(({ path, sha256 }) => [basename(path), sha256]);
  return createHash("sha256")
    .update(JSON.stringify([definition, data, await aliasHashes(mapping), mode ?? null, lenient, restore]))
    .digest("hex");
}

/** What an import does not write. */
interface LeftOut {
  /** Numbers of edges. */
  readonly edges: ReadonlySet<number>;
  /** Numbers of rows, with all their edges. */
  readonly rows: ReadonlySet<number>;
  readonly nodes: ReadonlySet<string>;
}

class ImportRun {
  private readonly mode: "merge" | "snapshot";
  private readonly redirects: Redirects;
  private implausible: ImportReport["implausible"] = { count: 0, listed: [] };
  /** What is not written: duplicate edges, the edges of rejected rows, and nodes that lack something. */
  private leftOut: LeftOut = { edges: new Set(), rows: new Set(), nodes: new Set() };

  constructor(
    private readonly database: Database,
    private readonly mapping: Mapping,
    private readonly files: readonly DataFile[],
    private readonly mapped: Mapped,
    private readonly identity: Identity,
    private readonly options: ImportOptions,
    private readonly fingerprint: string,
    private readonly begun: number,
  ) {
    this.mode = options.mode ?? mapping.mode;
    const certain = [...identity.matches.certain].map(([id, { into }]) => [id, into] as const);
    this.redirects = identity.redirects.and(new Map(certain));
  }

  /** Validates the mapped data. Throws IMPORT_FAILED. */
  async check(): Promise<void> {
    const { edges, tally, unmet } = this.mapped;
    const missing = await this.findMissing();
    const all = this.load();
    const sources = await knownSources(this.database, all.sources);
    const stated = (edge: SpilledEdge) => assertionOf(edge, all, sources);
    const { rows, repeated } = await rejectRows(edges, stated, missing, this.redirects, tally);
    this.leftOut = { edges: repeated, rows, nodes: new Set(missing.map(({ id }) => id)) };
    const problems = missing.map(({ at, message }) => `${formatPosition(at)}: ${message}`);
    const { rejectedRows } = tally;
    const rejections = rejectedRows
      ? [rejectedRows === 1 ? "1 row was rejected." : `${rejectedRows} rows were rejected.`]
      : [];
    const { lenient } = this.options;
    const fatal = lenient ? [] : [...problems, ...unmet, ...rejections];
    if (!fatal.length) {
      this.implausible = await implausibleDates(this.database, this.load(), sources);
      return;
    }
    const hint = "Fix the mapping or the files, or pass --lenient to skip the rejected rows.";
    const message = ["Nothing was imported.", ...fatal, hint].join("\n");
    throw new ImportRejected(message, this.report(undefined, null));
  }

  /** New nodes without a required property, and nodes of edges that are not there. */
  private findMissing(): Promise<readonly MissingNode[]> {
    const { edges } = this.mapped;
    const references = [...edges.nodeIds].map(([id, at]) => ({
      id: this.redirects.targetOf(id),
      at,
      role: "node",
    }));
    return this.database.read((tx) => findReferenceProblems(tx, { nodes: this.nodes(), references }));
  }

  /** Dry run: reports what the import would change, without writing. */
  async tryOut(): Promise<ImportReport> {
    const recordedAt = await writeOrTry(this.database, true, (tx) => takeLock(tx));
    const outcome = await tryLoad(this.database, this.load(), recordedAt);
    await this.gone(outcome, recordedAt);
    return this.report(outcome, recordedAt);
  }

  async write(): Promise<ImportReport> {
    this.options.onProgress({ message: "Waiting for running queries to finish" });
    const load = this.load();
    const staging = await openStaging(this.database, {
      fingerprint: this.fingerprint,
      mapping: this.mapping.id,
      sources: load.sources.map(({ id }) => id),
    });
    const outcome = await loadStaged(this.database, load, staging, async (staged) => {
      const gone = await this.gone(staged, staging.recordedAt);
      this.options.onProgress({ message: "Publishing" });
      const [reason, record] = [this.retractionReason(), this.record(staged)];
      return { gone, reason, record, matches: this.identity.matches.certain };
    });
    return this.report(outcome, staging.recordedAt);
  }

  /** The nodes of all rows, under the ids that they have in the graph. */
  private nodes(): readonly NodeRow[] {
    const nodes = redirectedNodes(this.mapped.nodes.all, this.redirects);
    const { restore = false } = this.options;
    return nodes.filter(({ id }) => !this.leftOut.nodes.has(id)).map((node) => ({ ...node, restore }));
  }

  private load(): Load {
    const { source, labels, edges } = this.mapped;
    return {
      sources: [source, ...(labels ? [labels] : [])],
      nodes: this.nodes(),
      edges,
      redirects: this.redirects,
      accepts: ({ number, row }) => !this.leftOut.edges.has(number) && !this.leftOut.rows.has(row),
      observedUntil: this.mapping.observedUntil ?? null,
      restore: this.options.restore ?? false,
      isRelease: this.mode === "snapshot",
      onProgress: (done, total) =>
        this.options.onProgress({ message: "Writing edges", done, total, unit: "edges" }),
    };
  }

  private record(outcome: LoadOutcome) {
    const { source, fileRows } = this.mapped;
    return {
      mapping: this.mapping.id,
      title: this.mapping.title,
      source: source.id,
      version: source.properties.version ?? null,
      sha256: source.properties.sha256 ?? null,
      mode: this.mode,
      files: [...new Set([...fileRows.keys()].map(({ path }) => basename(path)))],
      rows: rowsRead(this.files, this.mapped),
      edges: outcome.standing,
      seconds: secondsSince(this.begun),
    };
  }

  /** Snapshot mode: what the source asserts in the graph but no longer in the files, by edge type. */
  private async gone(
    outcome: LoadOutcome,
    recordedAt: string,
  ): Promise<ReadonlyMap<string, readonly Target[]>> {
    const gone = new Map<string, readonly Target[]>();
    // If rows are rejected or missing, an absent row does not mean that the source has dropped it.
    const { tally, unmet } = this.mapped;
    if (this.mode === "merge" || tally.rejectedRows > 0 || unmet.length > 0) return gone;
    const replaced = new Set(
      outcome.changed.flatMap(({ id, retractedAt }) => (retractedAt === null ? [] : [id])),
    );
    for (const type of [...this.edgeTypes(), ...OF_NODES]) {
      const live = await this.database.read((tx) => liveEdges(tx, type, this.mapped.source.id, recordedAt));
      const targets = live.filter(
        (edge) => !outcome.kept.has(edge.id) && !replaced.has(edge.id) && this.covers(type, edge),
      );
      if (OF_NODES.has(type)) for (const { from, to } of targets) outcome.touch(from, to);
      if (targets.length) gone.set(type, targets);
      outcome.retracted(type, targets.length);
    }
    return gone;
  }

  /** The edge types that this mapping creates. Other edges of the same source are left alone. */
  private edgeTypes(): ReadonlySet<string> {
    return new Set(
      [this.mapping, ...this.mapping.rows].flatMap(({ edges }) => edges.map(({ type }) => type)),
    );
  }

  /** Names and properties of nodes of types that this mapping does not create are left alone, too. */
  private covers(type: string, { from, to }: { readonly from: string; readonly to: string }): boolean {
    if (!OF_NODES.has(type)) return true;
    const node = nodeModelOfId(type === model.names.type ? from : to);
    return [this.mapping, ...this.mapping.rows].some(({ nodes }) =>
      nodes.some((spec) => spec.type === node?.label),
    );
  }

  private retractionReason(): string {
    const { version } = this.mapped.source.properties;
    return `No longer in ${this.mapping.title}${version ? `, version ${version}` : ""}`;
  }

  private report(outcome: LoadOutcome | undefined, recordedAt: string | null): ImportReport {
    return reportOf({ ...this.facts(), outcome, recordedAt, implausible: this.implausible });
  }

  private facts(): RunFacts {
    const { mapping, mode, files, mapped, redirects, begun } = this;
    const { dryRun } = this.options;
    const nodeIds = this.nodes().map(({ id }) => id);
    const { proposed } = this.identity.matches;
    return { mapping, mode, dryRun, files, mapped, redirects, nodeIds, proposed, begun };
  }
}

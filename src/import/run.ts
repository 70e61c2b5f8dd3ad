import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Database, Transaction } from "../db/database.js";
import { PactError } from "../errors.js";
import { groupBy } from "../group-by.js";
import type { Assertion } from "../seed/derive.js";
import { writeOrTry } from "../seed/dry-run.js";
import { formatPosition, type Position } from "../seed/fault.js";
import { findSources } from "../seed/load.js";
import { mergeAssertions } from "../seed/merge.js";
import { resolveRows } from "../seed/resolve.js";
import { retractEdges, type Target } from "../seed/retract.js";
import { takeLock, writeAssertions } from "../seed/write.js";
import { assignFiles, type DataFile } from "./files.js";
import { readAliases } from "./look-up/aliases.js";
import { readDirectory } from "./look-up/directory.js";
import { LookUp } from "./look-up/look-up.js";
import { type Mapped, mapFiles } from "./map.js";
import type { Mapping } from "./mapping/read.js";
import { withParameters } from "./parameters.js";
import { addCounts, type Counts, type ImportReport, NOTHING } from "./report.js";
import { liveEdges, type Publication, publish, writePublication } from "./stage/publish.js";
import { openStaging, type Staging } from "./stage/staging.js";
import { assertionOf, type Batching, outcomeOf, stageEdges, stageNodes, unusedTypes } from "./stage/write.js";
import { RowFault } from "./values/row-fault.js";

/** What an import is asked for. */
export interface ImportOptions {
  readonly dryRun: boolean;
  /** Else as the mapping says. */
  readonly mode: "merge" | "snapshot" | undefined;
  /** Go on although rows are refused or counts are not as expected. */
  readonly lenient: boolean;
  readonly parameters: Readonly<Record<string, string>>;
  readonly onProgress: (progress: ImportProgress) => void;
}

/** How far an import has come. */
export interface ImportProgress {
  readonly message: string;
  readonly done?: number;
  readonly total?: number;
  readonly unit?: "MB" | "edges";
}

/** An import that was not done, with the report that says why. */
export class ImportRefused extends PactError {
  constructor(
    message: string,
    readonly report: ImportReport,
  ) {
    super("IMPORT_FAILED", message);
    this.name = "ImportRefused";
  }
}

/** Edges in one transaction. */
const BATCH = 10_000;

/**
 * Imports files by a mapping: reads all of them, checks what they come to, then writes in batches; readers see the graph
 * as it was until the last one. Throws IMPORT_FAILED with a report when rows are refused or counts are not met.
 */
export async function importFiles(
  database: Database,
  written: Mapping,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportReport> {
  const begun = Date.now();
  const mapping = withParameters(written, options.parameters);
  const files = await assignFiles(mapping, paths);
  const lookups = await readLookUps(database, mapping);
  const mapped = await mapFiles(mapping, files, lookups, readMeter(files, options));
  try {
    const run = new ImportRun(database, mapping, files, mapped, options, begun);
    await run.check();
    return options.dryRun ? await run.tryOut() : await run.write();
  } finally {
    mapped.edges.remove();
  }
}

async function readLookUps(database: Database, mapping: Mapping): Promise<ReadonlyMap<string, LookUp>> {
  const lookups = new Map<string, LookUp>();
  for (const [name, spec] of Object.entries(mapping.lookups)) {
    const directory = await database.read((tx) => readDirectory(tx, spec.types));
    lookups.set(name, new LookUp(spec, directory, await readAliases(mapping.file, spec.aliases)));
  }
  return lookups;
}

/** Reads of joined files count too, so that the end is at or beyond the total. */
function readMeter(files: readonly DataFile[], { onProgress }: ImportOptions) {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  return (file: DataFile, bytes: number) => {
    done = Math.min(total, done + bytes);
    onProgress({ message: `Reading ${basename(file.path)}`, done, total, unit: "MB" });
  };
}

class ImportRun {
  private readonly mode: "merge" | "snapshot";
  private readonly refused = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly mapping: Mapping,
    private readonly files: readonly DataFile[],
    private readonly mapped: Mapped,
    private readonly options: ImportOptions,
    private readonly begun: number,
  ) {
    this.mode = options.mode ?? mapping.mode;
  }

  /** Finds what would keep the import from being right. Throws IMPORT_FAILED. */
  async check(): Promise<void> {
    await this.checkRepeated();
    const faults = await this.checkNodes();
    const { tally, unmet } = this.mapped;
    const problems = [
      ...faults,
      ...unmet,
      ...(tally.rejectedRows ? [`${tally.rejectedRows} rows are refused.`] : []),
    ];
    const fatal = this.options.lenient ? faults : problems;
    if (!fatal.length) return;
    const hint = this.options.lenient
      ? ""
      : " Correct the mapping or the files; --lenient goes on without what is refused.";
    throw new ImportRefused(
      `Nothing was imported.\n${fatal.join("\n")}\n${hint.trim()}`.trim(),
      this.report(NOTHING, new Map(), null),
    );
  }

  /** Does all of it in transactions that are rolled back, and tells what would be. */
  async tryOut(): Promise<ImportReport> {
    const recordedAt = await writeOrTry(this.database, true, (tx) => takeLock(tx));
    const batching = await this.batching();
    const edges = new Map<string, Counts>();
    const standing = new Set<string>();
    await this.eachBatch(async (batch) => {
      const assertions = batch.map((edge) => assertionOf(edge, batching));
      const { decisions } = await writeOrTry(this.database, true, (tx) =>
        writeAssertions(tx, { assertions, withdrawn: [], reranked: [], ...batching, recordedAt }),
      );
      this.note(outcomeOf(decisions, recordedAt), edges, standing);
    });
    for (const [type, targets] of await this.gone(standing))
      count(edges, type, { retracted: targets.length });
    const { source } = this.mapped;
    const outcome = await writeOrTry(this.database, true, (tx) =>
      writePublication(tx, { source: source.id, recordedAt }, this.publication(batching)),
    );
    return this.finished(outcome.nodes, merged(edges, outcome.edges), recordedAt);
  }

  async write(): Promise<ImportReport> {
    const { source, nodes } = this.mapped;
    this.options.onProgress({ message: "Waiting for the readers of the graph as it was" });
    const staging = await openStaging(this.database, {
      fingerprint: this.fingerprint(),
      mapping: this.mapping.id,
      source: source.id,
    });
    const batching = await this.batching();
    await stageNodes(this.database, staging, nodes.all);
    const edges = new Map<string, Counts>();
    const standing = new Set<string>();
    await this.eachBatch(async (batch) => {
      this.note(await stageEdges(this.database, staging, batch, batching), edges, standing);
    });
    for (const [type, targets] of await this.gone(standing)) {
      for (const some of chunks(targets, BATCH)) await this.retract(staging, type, some, batching);
      count(edges, type, { retracted: targets.length });
    }
    this.options.onProgress({ message: "Publishing" });
    const outcome = await publish(this.database, staging, this.publication(batching, edges));
    return this.finished(outcome.nodes, merged(edges, outcome.edges), staging.recordedAt);
  }

  /** A fact that one source states twice and differently cannot be right; the first row stays. */
  private async checkRepeated(): Promise<void> {
    const { edges } = this.mapped;
    if (!edges.repeated.size) return;
    const batching = await this.batching();
    for (const index of edges.repeated) {
      const assertions = (await edges.read([index])).map((edge) => assertionOf(edge, batching));
      for (const ofFact of groupBy(assertions, ({ factKey }) => factKey).values()) {
        if (ofFact.length > 1) this.checkFact(ofFact);
      }
    }
  }

  private checkFact(rows: readonly Assertion[]): void {
    const { tally } = this.mapped;
    const said = new Map<string, Assertion>();
    for (const row of rows) {
      const words = JSON.stringify({ ...row.columns, locator: null });
      if (said.has(words)) {
        this.refused.add(refusalKey(row));
        tally.repeatedEdges += 1;
      } else said.set(words, row);
    }
    for (const { at, message } of mergeAssertions([...said.values()], [], new Date(0).toISOString()).faults) {
      const [row] = rows.filter((one) => one.at.file === at.file && one.at.line === at.line);
      if (row) this.refused.add(refusalKey(row));
      tally.reject(at, new RowFault(null, message));
    }
  }

  private async checkNodes(): Promise<readonly string[]> {
    const { nodes, edges } = this.mapped;
    const references = [...edges.nodeIds].map(([id, at]) => ({ id, at, role: "node" }));
    const faults = await this.database.read((tx: Transaction) =>
      resolveRows(tx, { nodes: nodes.all, edges: [], references }),
    );
    return faults.map(({ at, message }) => `${formatPosition(at)}: ${message}`);
  }

  private async batching(): Promise<Batching> {
    const { source, edges } = this.mapped;
    const { published, priorities } = await this.database.read(findSources);
    const { publishedAt, priority } = source.properties;
    const unused = await this.database.read((tx) => unusedTypes(tx, edges.counts.keys()));
    return {
      sourceId: source.id,
      observedUntil: this.mapping.observedUntil ?? null,
      published: new Map([...published, [source.id, typeof publishedAt === "string" ? publishedAt : null]]),
      priorities: new Map([...priorities, [source.id, Number(priority ?? 0)]]),
      unused,
    };
  }

  private async eachBatch(use: (batch: Parameters<typeof stageEdges>[2]) => Promise<void>): Promise<void> {
    const { edges } = this.mapped;
    const total = edges.size;
    let done = 0;
    for (const indexes of edges.batches(BATCH)) {
      const read = await edges.read(indexes);
      await use(read.filter((edge) => !this.refused.has(refusalKey({ ...edge, at: edge }))));
      done += read.length;
      this.options.onProgress({ message: "Writing edges", done, total, unit: "edges" });
    }
  }

  private note(
    outcome: Awaited<ReturnType<typeof stageEdges>>,
    edges: Map<string, Counts>,
    standing: Set<string>,
  ): void {
    for (const [type, counts] of outcome.counts) count(edges, type, counts);
    if (this.mode === "snapshot") for (const id of outcome.standing) standing.add(id);
  }

  /** Snapshot: what the source asserts in the graph and no longer in the files, by edge type. */
  private async gone(standing: ReadonlySet<string>): Promise<ReadonlyMap<string, readonly Target[]>> {
    const gone = new Map<string, readonly Target[]>();
    if (this.mode === "merge") return gone;
    for (const type of this.edgeTypes()) {
      const live = await this.database.read((tx) => liveEdges(tx, type, this.mapped.source.id));
      const targets = live.filter(({ id }) => !standing.has(id));
      if (targets.length) gone.set(type, targets);
    }
    return gone;
  }

  /** The edge types that this mapping makes; others of the same source are not its concern. */
  private edgeTypes(): ReadonlySet<string> {
    return new Set(
      [this.mapping, ...this.mapping.rows].flatMap(({ edges }) => edges.map(({ type }) => type)),
    );
  }

  private async retract(
    staging: Staging,
    type: string,
    targets: readonly Target[],
    { priorities }: Batching,
  ): Promise<void> {
    const { recordedAt, fingerprint } = staging;
    await this.database.write(async (tx) => {
      await takeLock(tx, fingerprint);
      await retractEdges(tx, type, targets, { reason: this.retractionReason(), priorities, recordedAt });
    });
  }

  private retractionReason(): string {
    const { version } = this.mapped.source.properties;
    return `No longer in ${this.mapping.title}${version ? `, version ${version}` : ""}`;
  }

  private publication({ priorities }: Batching, edges: ReadonlyMap<string, Counts> = new Map()): Publication {
    const { source, labels, nodes, fileRows } = this.mapped;
    const total = [...edges.values()].reduce(
      (sum, one) => sum + one.created + one.updated + one.unchanged,
      0,
    );
    return {
      nodes: [source, ...(labels ? [labels] : []), ...nodes.all],
      priorities,
      retractionReason: this.mode === "snapshot" ? this.retractionReason() : undefined,
      record: {
        mapping: this.mapping.id,
        title: this.mapping.title,
        source: source.id,
        version: source.properties.version ?? null,
        sha256: source.properties.sha256 ?? null,
        mode: this.mode,
        files: [...fileRows.keys()].map((path) => basename(path)),
        rows: this.rowsRead(),
        edges: total,
        seconds: this.seconds(),
      },
    };
  }

  /** The same mapping, files and settings: then an import that was broken off goes on. */
  private fingerprint(): string {
    const { at, file, ...definition } = this.mapping;
    const data = this.files.map(({ path, sha256 }) => [basename(path), sha256]);
    return createHash("sha256")
      .update(JSON.stringify([definition, data, this.mode, this.options.lenient]))
      .digest("hex");
  }

  private finished(nodes: Counts, edges: ReadonlyMap<string, Counts>, recordedAt: string): ImportReport {
    return this.report(nodes, edges, recordedAt);
  }

  private report(nodes: Counts, edges: ReadonlyMap<string, Counts>, recordedAt: string | null): ImportReport {
    const { source, tally, fileRows, unmet } = this.mapped;
    const { version } = source.properties;
    return {
      mapping: this.mapping.id,
      source: source.id,
      version: typeof version === "string" ? version : null,
      mode: this.mode,
      dryRun: this.options.dryRun,
      files: this.files
        .filter(({ spec }) => spec.bundled === undefined)
        .map(({ path, sha256 }) => ({ file: path, sha256, rows: fileRows.get(path) ?? 0 })),
      rowsRead: this.rowsRead(),
      rowsLeftOut: tally.leftOut,
      rowsRejected: tally.rejectedRows,
      rowsUnresolved: tally.unresolvedRows,
      edgesRepeated: tally.repeatedEdges,
      nodes,
      edges: Object.fromEntries([...edges].sort(([a], [b]) => (a < b ? -1 : 1))),
      rejected: tally.rejected,
      unresolved: tally.unresolved,
      unmet,
      recordedAt,
      seconds: this.seconds(),
    };
  }

  /** Rows of the files that were given; a file that several parts of the mapping read counts once. */
  private rowsRead(): number {
    const given = this.files.filter(({ spec }) => spec.bundled === undefined);
    return given.reduce((sum, { path }) => sum + (this.mapped.fileRows.get(path) ?? 0), 0);
  }

  private seconds(): number {
    return Math.round((Date.now() - this.begun) / 100) / 10;
  }
}

/** An edge of a row; a row can have several. */
function refusalKey({
  type,
  from,
  to,
  at,
}: Pick<Assertion, "type" | "from" | "to"> & { readonly at: Pick<Position, "file" | "line"> }) {
  return `${type} ${from} ${to} ${at.file}:${at.line}`;
}

function count(edges: Map<string, Counts>, type: string, more: Partial<Counts>): void {
  edges.set(type, addCounts(edges.get(type) ?? NOTHING, more));
}

function merged(
  one: ReadonlyMap<string, Counts>,
  other: ReadonlyMap<string, Counts>,
): ReadonlyMap<string, Counts> {
  const all = new Map(one);
  for (const [type, counts] of other) count(all, type, counts);
  return all;
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

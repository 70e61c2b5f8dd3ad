import { PactError } from "../errors.js";
import { model, nodeModel } from "../model/registry.js";
import type { Value } from "../model/value.js";
import type { NodeRow } from "../record/rows.js";
import { Spill } from "../record/staging/spill.js";
import { EdgeEmitter } from "./emit/edge-emitter.js";
import { Unresolved } from "./emit/ends.js";
import { NodeEmitter } from "./emit/node-emitter.js";
import { NodeCollector } from "./emit/nodes.js";
import { PropertyChecker } from "./emit/properties.js";
import { Tally } from "./emit/tally.js";
import { type DataFile, dataHash } from "./files.js";
import type { LookUp } from "./look-up/look-up.js";
import type { RowsSpec } from "./mapping/definition.js";
import type { Mapping } from "./mapping/mapping.js";
import { readRows } from "./read/read.js";
import type { DataRow } from "./read/record.js";
import { pipeline, tableKey } from "./steps/pipeline.js";
import type { JoinTable } from "./steps/simple.js";
import { RowError } from "./values/row-error.js";

/** The nodes and edges of all rows, before they are written. */
export interface Mapped {
  readonly source: NodeRow;
  /** The source of labels for nodes without a name; undefined if there are none. */
  readonly labels: NodeRow | undefined;
  readonly nodes: NodeCollector;
  readonly edges: Spill;
  readonly tally: Tally;
  /** The number of rows of each file or part of a file. */
  readonly fileRows: ReadonlyMap<DataFile, number>;
  /** Expectations of the mapping that the data does not meet. */
  readonly unmet: readonly string[];
}

/** Receives the number of bytes read from a file. */
export type OnRead = (file: DataFile, bytes: number) => void;

/** Reads all files and creates nodes and edges from their rows. The edges are on disk; the caller must remove them. */
export async function mapFiles(
  mapping: Mapping,
  files: readonly DataFile[],
  lookups: ReadonlyMap<string, LookUp>,
  onRead: OnRead,
): Promise<Mapped> {
  const source = sourceRow(mapping, files);
  const work = new Mapper(mapping, files, lookups, source, onRead);
  try {
    work.constant();
    for (const rows of mapping.rows) await work.rows(rows);
    const result = work.result();
    return { source, labels: result.nodes.hasLabels ? labelsOf(source) : undefined, ...result };
  } catch (error) {
    work.edges.remove();
    // Row errors are reported with their rows, so this is an error of the mapping.
    if (error instanceof RowError)
      throw new PactError("MAPPING_INVALID", `${mapping.file}: ${error.message}`);
    throw error;
  }
}

class Mapper {
  readonly edges = new Spill();
  private readonly nodes: NodeCollector;
  private readonly tally = new Tally();
  private readonly fileRows = new Map<DataFile, number>();
  private readonly unmet: string[] = [];
  private rowNumber = 0;
  private readonly sourceId: string;
  private readonly seenUntil: string | null;

  constructor(
    private readonly mapping: Mapping,
    private readonly files: readonly DataFile[],
    private readonly lookups: ReadonlyMap<string, LookUp>,
    { id, properties }: NodeRow,
    private readonly onRead: OnRead,
  ) {
    this.sourceId = id;
    this.nodes = new NodeCollector(id, labelsId(id));
    const { publishedAt } = properties;
    this.seenUntil = mapping.observedUntil ?? (typeof publishedAt === "string" ? publishedAt : null);
  }

  /** Creates the nodes and edges that belong to no row. */
  constant(): void {
    const row: DataRow = { columns: {}, file: this.mapping.file, line: 1 };
    this.emitterOf(this.mapping)(row);
  }

  async rows(spec: RowsSpec): Promise<void> {
    const tables = await this.tables(spec);
    const before = new Map(this.edges.counts);
    let count = 0;
    const emit = this.emitterOf(spec);
    const last = {
      push: (row: DataRow) => {
        count += 1;
        emit(row);
      },
      end: () => undefined,
    };
    const events = {
      leftOut: () => {
        this.tally.leftOut += 1;
      },
      rejected: (row: DataRow, error: unknown) => this.tally.reject(row, error),
    };
    const first = pipeline(spec.steps, tables, events, last);
    for (const file of this.filesOf(spec.file)) {
      await this.read(file, (row) => first.push(row));
    }
    first.end();
    for (const [what, wanted] of Object.entries(spec.expect)) {
      const got = what === "rows" ? count : (this.edges.counts.get(what) ?? 0) - (before.get(what) ?? 0);
      if (got !== wanted) this.unmet.push(`${spec.file}: expected ${wanted} ${what}, found ${got}.`);
    }
  }

  result(): Omit<Mapped, "source" | "labels"> {
    const { nodes, edges, tally, fileRows } = this;
    const wrong = this.files.flatMap((file) => {
      const { spec } = file;
      const rows = fileRows.get(file);
      const path = partName(file);
      if (rows === 0) return [`${path}: the file has no rows.`];
      if (spec.many || spec.rows === undefined || rows === undefined || rows === spec.rows) return [];
      return [`${path}: expected ${spec.rows} rows, found ${rows}.`];
    });
    return { nodes, edges, tally, fileRows, unmet: [...wrong, ...this.unmet] };
  }

  /** The joined files, indexed by key. */
  private async tables({ steps }: RowsSpec): Promise<ReadonlyMap<string, JoinTable>> {
    const tables = new Map<string, JoinTable>();
    for (const step of steps) {
      if (!("join" in step)) continue;
      const table = new Map<string, DataRow>();
      const { file: name, key } = step.join;
      for (const file of this.filesOf(name)) {
        await this.read(file, (row) => {
          const text = row.columns[key];
          if (text === undefined)
            throw new PactError("IMPORT_FAILED", `${file.path} has no column "${key}".`);
          if (text === null) return;
          const known = table.get(text);
          if (known)
            this.tally.reject(row, new RowError(key, `Duplicate "${text}", first in line ${known.line}.`));
          else table.set(text, row);
        });
      }
      tables.set(tableKey(step.join), table);
    }
    return tables;
  }

  private async read(file: DataFile, use: (row: DataRow) => void): Promise<void> {
    let count = 0;
    // If several parts of a mapping read the same file, report its broken rows only once.
    const isFirstTime = !this.fileRows.has(file);
    const sink = {
      row: (row: DataRow) => {
        count += 1;
        use(row);
      },
      broken: (name: string, line: number, message: string) => {
        count += 1;
        if (isFirstTime) this.tally.reject({ file: name, line }, new RowError(null, message));
      },
    };
    await readRows(file.path, file.spec, sink, (bytes) => this.onRead(file, bytes));
    this.fileRows.set(file, count);
  }

  private filesOf(name: string): readonly DataFile[] {
    return this.files.filter(({ spec }) => spec.name === name);
  }

  private emitterOf({
    nodes,
    edges,
    locator,
  }: Pick<RowsSpec, "nodes" | "edges"> & Partial<Pick<RowsSpec, "locator">>): (row: DataRow) => void {
    const nodeEmitters = nodes.map(
      (spec) => new NodeEmitter(spec, this.lookups, this.mapping.observedUntil ?? null),
    );
    const edgeEmitters = edges.map((spec) => new EdgeEmitter(spec, this.lookups, this.seenUntil, locator));
    return (row) => {
      this.rowNumber += 1;
      const number = this.rowNumber;
      try {
        const made = nodeEmitters.flatMap((emitter) => emitter.emit(row.columns) ?? []);
        const edgesMade = edgeEmitters.flatMap((emitter) => this.edgesOf(emitter, row));
        for (const node of made) this.nodes.check(node);
        for (const node of made) this.nodes.add(node, row);
        const { file, line } = row;
        const { sourceId } = this;
        for (const edge of edgesMade) this.edges.add({ ...edge, sourceId, row: number, file, line });
      } catch (error) {
        this.tally.reject(row, error);
        for (const emitter of edgeEmitters)
          if (emitter.applies(row.columns)) this.tally.leaveOut(emitter.type);
      }
    };
  }

  /** Skips an edge without a node if the mapping allows it; any other error rejects the whole row. */
  private edgesOf(emitter: EdgeEmitter, row: DataRow) {
    try {
      return emitter.emit(row.columns);
    } catch (error) {
      if (!(error instanceof Unresolved) || !error.isLeftOut) throw error;
      this.tally.reject(row, error);
      this.tally.leaveOut(emitter.type);
      return [];
    }
  }
}

/** The path of a file, and which sheet or list of it. */
function partName({ path, spec }: DataFile): string {
  const part = spec.sheet ?? spec.path;
  return part === undefined ? path : `${path} (${part})`;
}

/** Generated labels get their own source, because they are not the words of the original source. */
function labelsOf(source: NodeRow): NodeRow {
  const { name, priority } = source.properties;
  const properties = {
    name: `Labels for ${name}`,
    kind: "DATASET",
    title: `Names that Pactgraph gives to what ${name} leaves without one`,
    priority: Number(priority ?? 0) - LABELS_PRIORITY_OFFSET,
  };
  const id = labelsId(source.id);
  return { label: model.sourceLabel, id, sourceId: id, properties, names: [], evidence: {}, at: source.at };
}

/** Ranks labels below all real sources. */
const LABELS_PRIORITY_OFFSET = 500;

function labelsId(sourceId: string): string {
  return `${sourceId}.labels`;
}

function sourceRow(mapping: Mapping, files: readonly DataFile[]): NodeRow {
  const { cls, properties } = nodeModel(model.sourceLabel);
  const checker = new PropertyChecker(cls, properties);
  const { id = "", ...texts } = mapping.source;
  const values: Record<string, Value> = { kind: "DATASET", sha256: dataHash(files) };
  try {
    for (const [name, text] of Object.entries(texts)) values[name] = checker.value(name, text);
    checker.requireAll(values);
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    throw new PactError("MAPPING_INVALID", `${mapping.file}: source: ${error.message}`);
  }
  const at = mapping.at(["source"]);
  return { label: model.sourceLabel, id, sourceId: id, properties: values, names: [], evidence: {}, at };
}

import { cypherFileForEdge } from "../db/cypher-files.js";
import type { Database, Transaction } from "../db/database.js";
import { PactError } from "../errors.js";
import { nodeModelOfId } from "../model/ids.js";
import { model } from "../model/registry.js";
import { writeOrTry } from "./dry-run.js";
import { requireRevision, requireSources, type WriteTerms } from "./guarded.js";
import { takeLockAfter } from "./lock.js";
import type { StoredAssertion } from "./merge.js";
import { type Projected, projectProperties } from "./project.js";
import { requireReason } from "./reason.js";
import { settleFact } from "./settle.js";
import { findSources } from "./sources.js";
import { findAssertions, runBatches, stateOf } from "./stored.js";

/** What to retract: all assertions of a source, or one assertion. */
export interface Retraction {
  readonly source: string | undefined;
  readonly edge: string | undefined;
  readonly reason: string;
  /** Who retracts: the name of the key, and the sources for which it may write. */
  readonly terms?: WriteTerms;
}

/** What a retraction changed, or would change. */
export interface RetractionReport {
  readonly dryRun: boolean;
  /** How many assertions were retracted. */
  readonly retracted: number;
  /** Number of facts that now have another primary source. */
  readonly primaryMoved: number;
  /** Number of facts that no source asserts any more. */
  readonly withoutSource: number;
  /** Required values that nodes keep although no source reports them any more, as `id property`. */
  readonly kept: readonly string[];
}

/**
 * Retracts assertions in one transaction. They stay in the record with the reason but are no longer read; other
 * sources of the same facts take their place.
 * @throws BAD_INPUT unless exactly one of source and edge is given, with a reason
 * @throws NOT_FOUND if the source or assertion does not exist
 */
export async function retract(
  database: Database,
  retraction: Retraction,
  dryRun: boolean,
): Promise<RetractionReport> {
  checkRetraction(retraction);
  return writeOrTry(database, dryRun, (tx) => apply(tx, retraction, dryRun));
}

function checkRetraction({ source, edge, reason }: Retraction): void {
  if (!source === !edge) {
    throw new PactError(
      "BAD_INPUT",
      "Specify either source or edge, and do not leave it empty. Nothing was retracted.",
    );
  }
  requireReason(reason);
}

async function apply(tx: Transaction, retraction: Retraction, dryRun: boolean): Promise<RetractionReport> {
  const { recordedAt, previous } = await takeLockAfter(tx);
  requireRevision(retraction.terms ?? {}, previous);
  const { priorities } = await findSources(tx);
  if (retraction.source && !priorities.has(retraction.source)) throw notFound(retraction);
  const done: TypeOutcome[] = [];
  for (const type of model.edges.keys())
    done.push(await retractType(tx, type, retraction, priorities, recordedAt));
  const gone = done.flatMap((outcome) => outcome.retracted);
  if (!gone.length && !retraction.source && !(await exists(tx, retraction))) throw notFound(retraction);
  const missingValues = await projectProperties(tx, describedBy(gone));
  return {
    dryRun,
    retracted: gone.length,
    primaryMoved: sum(done.map((outcome) => outcome.primaryMoved)),
    withoutSource: sum(done.map((outcome) => outcome.withoutSource)),
    kept: missingValues.map(({ id, property }) => `${id} ${property}`),
  };
}

/** The retractions of one edge type. */
export interface TypeOutcome {
  readonly retracted: readonly StoredAssertion[];
  readonly primaryMoved: number;
  readonly withoutSource: number;
}

/** An assertion to retract. */
export interface Target {
  readonly id: string;
  readonly factKey: string;
}

async function retractType(
  tx: Transaction,
  type: string,
  { source, edge, reason, terms = {} }: Retraction,
  priorities: ReadonlyMap<string, number>,
  recordedAt: string,
): Promise<TypeOutcome> {
  const found = await tx.run(cypherFileForEdge("write/live-edges.cypher", type), {
    source: source ?? null,
    edge: edge ?? null,
  });
  requireSources(
    terms,
    found.map((row) => String(row.sourceId)),
  );
  const targets = found.map((row) => ({ id: String(row.id), factKey: String(row.factKey) }));
  const { by } = terms;
  return retractEdges(tx, type, targets, {
    reason,
    priorities,
    recordedAt,
    byHand: true,
    ...(by ? { by } : {}),
  });
}

/** Retracts assertions of one type and updates the standing of the remaining assertions of their facts. */
export async function retractEdges(
  tx: Transaction,
  type: string,
  targets: readonly Target[],
  how: {
    readonly reason: string;
    readonly priorities: ReadonlyMap<string, number>;
    readonly recordedAt: string;
    /** True if an editor retracts them: then they stay retracted when the source says the same again. */
    readonly byHand?: boolean;
    /** The name of the key of who retracts them. */
    readonly by?: string;
  },
): Promise<TypeOutcome> {
  const ids = new Set(targets.map(({ id }) => id));
  const facts = await findAssertions(tx, type, [...new Set(targets.map(({ factKey }) => factKey))]);
  const updates: { id: string; properties: ReturnType<typeof stateOf> }[] = [];
  const retracted: StoredAssertion[] = [];
  let [primaryMoved, withoutSource] = [0, 0];
  for (const before of facts.values()) {
    const gone = before.filter(({ id }) => ids.has(id));
    retracted.push(...gone);
    const { changed } = settleFact(before, [], gone, how.priorities, how.recordedAt);
    for (const one of changed) {
      const byHand = {
        ...(how.byHand ? { retractedByHand: true } : {}),
        ...(how.by ? { retractedBy: how.by } : {}),
      };
      const why = ids.has(one.id) ? { retractionReason: how.reason.trim(), ...byHand } : {};
      updates.push({ id: one.id, properties: { ...stateOf(one), ...why } });
    }
    if (changed.some((one) => one.primary)) primaryMoved += 1;
    if (before.every((one) => one.retractedAt !== null || ids.has(one.id))) withoutSource += 1;
  }
  await runBatches(tx, cypherFileForEdge("write/update-edges.cypher", type), "rows", updates);
  return { retracted, primaryMoved, withoutSource };
}

/** The nodes whose properties were reported by the retracted assertions. */
export function describedBy(retracted: readonly StoredAssertion[]): ReadonlyMap<string, Projected> {
  const described = new Map<string, Projected>();
  const reports = model.reports.type;
  for (const { type, to, columns } of retracted) {
    const { property } = columns;
    if (type !== reports || typeof property !== "string") continue;
    const label = labelOf(to);
    described.set(to, { label, named: new Set([...(described.get(to)?.named ?? []), property]) });
  }
  return described;
}

function labelOf(id: string): string {
  const node = nodeModelOfId(id);
  if (!node) throw new PactError("INTERNAL", `The id ${id} has no known type.`);
  return node.label;
}

async function exists(tx: Transaction, { edge }: Retraction): Promise<boolean> {
  for (const type of model.edges.keys()) {
    const found = await tx.run(cypherFileForEdge("write/edge-exists.cypher", type), { edge: edge ?? null });
    if (found.length) return true;
  }
  return false;
}

function notFound({ source, edge }: Retraction): PactError {
  const what = source ? `source ${source}` : `assertion ${edge}`;
  return new PactError(
    "NOT_FOUND",
    `There is no ${what}; nothing was retracted. To find ids, query source { id } or edges { id }.`,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

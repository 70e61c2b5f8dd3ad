import { cypherFile } from "../db/cypher-files.js";
import type { Database, Transaction } from "../db/database.js";
import type { Bound } from "../plan/bind.js";
import { type Parameters, TemporalValue } from "../statement/parameters.js";

/** The state of the data that determines what is read. */
export interface State {
  /** The instant of an import in progress. */
  readonly importing: TemporalValue | undefined;
  /** The instant of the last visible change. */
  readonly revision: string;
  /** The instant at which nodes were last merged or unmerged; empty if they never were. */
  readonly merged: string;
}

/** Reads the state of the data. */
export async function readState(tx: Transaction): Promise<State> {
  const [row] = await tx.run(cypherFile("read/import-under-way.cypher"));
  const importing = row?.importing == null ? undefined : new TemporalValue("datetime", row.importing);
  return { importing, revision: String(row?.revision ?? ""), merged: String(row?.merged ?? "") };
}

/** The state that this process saw last, while no import was in progress. */
const seen = new WeakMap<Database, State>();

/** The state that was seen last; undefined if there is none, or an import was in progress. */
export function seenState(database: Database): State | undefined {
  return seen.get(database);
}

/** Notes the state that was read. */
export function noteState(database: Database, state: State): void {
  if (state.importing === undefined) seen.set(database, state);
  else seen.delete(database);
}

/** True if no visible data has changed between two states. */
export function isSameState(one: State, other: State): boolean {
  return (
    one.revision === other.revision &&
    one.merged === other.merged &&
    one.importing?.text === other.importing?.text
  );
}

/**
 * Adjusts `asKnownAt` for imports. An import is recorded at its start but becomes visible at its end, so an instant in
 * between is replaced by the one just before the start.
 */
export async function beforeImports(tx: Transaction, bound: Bound): Promise<Parameters> {
  const { parameters, recordInstants } = bound;
  if (!recordInstants.size) return parameters;
  const rows = await tx.run(cypherFile("read/imports-at.cypher"), { instants: [...recordInstants.values()] });
  const before = new Map(rows.map((row) => [Date.parse(row.instant), String(row.before)]));
  const moved = [...recordInstants].flatMap(([name, { text }]) => {
    const earlier = before.get(Date.parse(text));
    return earlier === undefined ? [] : [[name, new TemporalValue("datetime", earlier)] as const];
  });
  return { ...parameters, ...Object.fromEntries(moved) };
}

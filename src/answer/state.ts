import { cypherFile } from "../db/cypher-files.js";
import type { Database, DatabaseRow, Transaction } from "../db/database.js";
import { model } from "../model/registry.js";
import type { Bound } from "../plan/bind.js";
import type { RecordFacts } from "../plan/kinds/scope.js";
import { IMPORTING, NO_FACTS } from "../plan/scope.js";
import { type Parameters, TemporalValue } from "../statement/parameters.js";

/** The state of the data that determines what is read. */
export interface State {
  /** The instant of an import in progress. */
  readonly importing: TemporalValue | undefined;
  /** The instant of the last visible change. */
  readonly revision: string;
  /** The instant at which nodes were last merged or unmerged; empty if they never were. */
  readonly merged: string;
  /** Edge types with an assertion that is not primary; undefined if this is not known. */
  readonly disputed: readonly string[] | undefined;
}

const STATE = "read/import-under-way.cypher";

/** Reads the state of the data. */
export async function readState(tx: Transaction): Promise<State> {
  const [row] = await tx.run(cypherFile(STATE));
  return stateOf(row);
}

/** A statement with its columns. */
interface Statement {
  readonly text: string;
  readonly columns: readonly string[];
  readonly parameters: Parameters | undefined;
}

/**
 * Runs statements one after another, and reads the state of the data after the last row of the last one, in the same
 * statement: one costs less than two.
 */
export async function readWithState(
  tx: Transaction,
  statements: readonly Statement[],
): Promise<{ readonly rows: readonly (readonly DatabaseRow[])[]; readonly state: State }> {
  const last = statements.at(-1);
  if (!last) return { rows: [], state: await readState(tx) };
  const [earlier, [row]] = await Promise.all([
    Promise.all(statements.slice(0, -1).map(({ text, parameters }) => tx.run(text, parameters))),
    tx.run(withState(last), last.parameters),
  ]);
  return { rows: [...earlier, row?.rows ?? []], state: stateOf(row) };
}

/** All rows are collected before the state is read, because the subquery that reads it depends on them. */
function withState({ text, columns }: Statement): string {
  const row = columns.map((name) => `${name}: ${name}`).join(", ");
  return (
    `CALL () { ${text} } WITH collect({${row}}) AS rows ` +
    `CALL (rows) { ${cypherFile(STATE)} } RETURN rows, importing, revision, merged, disputed`
  );
}

function stateOf(row: DatabaseRow | undefined): State {
  const importing = row?.importing == null ? undefined : new TemporalValue("datetime", row.importing);
  const disputed = Array.isArray(row?.disputed) ? row.disputed.map(String).sort() : undefined;
  return { importing, revision: String(row?.revision ?? ""), merged: String(row?.merged ?? ""), disputed };
}

/** What a state tells of the whole record. */
export function factsOf({ importing, merged, disputed }: State): RecordFacts {
  if (importing) return IMPORTING;
  if (!disputed) return NO_FACTS;
  const types = [...model.edges.keys()].filter((type) => !disputed.includes(type));
  return { isImporting: false, undisputed: new Set(types), isUnmerged: merged === "" };
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
    one.disputed?.join() === other.disputed?.join() &&
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

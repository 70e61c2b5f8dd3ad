import { cypherFile } from "../db/cypher-files.js";
import type { Transaction } from "../db/database.js";
import type { Bound } from "../plan/bind.js";
import { type Parameters, TemporalValue } from "../statement/parameters.js";

/** What of the state of the data decides what is read. */
export interface State {
  /** The instant of an import that is under way. */
  readonly importing: TemporalValue | undefined;
  /** The instant of the last change that readers see. */
  readonly revision: string;
}

/** Reads the state of the data. */
export async function readState(tx: Transaction): Promise<State> {
  const [row] = await tx.run(cypherFile("read/import-under-way.cypher"));
  const importing = row?.importing == null ? undefined : new TemporalValue("datetime", row.importing);
  return { importing, revision: String(row?.revision ?? "") };
}

/** True when nothing that readers see has changed between two readings. */
export function isSameState(one: State, other: State): boolean {
  return one.revision === other.revision && one.importing?.text === other.importing?.text;
}

/**
 * What an import writes is recorded at its beginning, and seen from its end: an instant between the two that is asked
 * about is taken for the one just before the import began.
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

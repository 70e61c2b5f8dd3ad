import { cypherFile } from "../db/cypher-files.js";
import type { Database, Transaction } from "../db/database.js";
import { Redirects } from "../model/redirects.js";
import type { Bound } from "../plan/bind.js";
import type { Parameters, ParameterValue } from "../statement/parameters.js";

/** Where the ids of merged nodes lead, as last read. */
export interface KnownMerges {
  /** The instant of the last merge; empty if there was none. */
  readonly version: string;
  readonly redirects: Redirects;
}

const NO_MERGES: KnownMerges = { version: "", redirects: Redirects.of([]) };
const known = new WeakMap<Database, KnownMerges>();

/** The merges that were last read from a database. They are current if their version is that of the state. */
export function knownMerges(database: Database): KnownMerges {
  return known.get(database) ?? NO_MERGES;
}

/** Reads the merges again. */
export async function readMerges(database: Database, tx: Transaction, version: string): Promise<void> {
  known.set(database, { version, redirects: Redirects.of(await tx.run(cypherFile("read/merges.cypher"))) });
}

/** The parameters that differ because an id belongs to a merged node. It stands for the node it was merged into. */
export function redirected({ parameters, nodes }: Bound, redirects: Redirects): Parameters {
  if (redirects.isEmpty) return {};
  return Object.fromEntries(
    nodes.map(({ parameter, instant }) => [
      parameter,
      targetsOf(parameters[parameter] ?? null, redirects, instant),
    ]),
  );
}

function targetsOf(ids: ParameterValue, redirects: Redirects, instant: string | undefined): ParameterValue {
  if (Array.isArray(ids)) return ids.map((id: ParameterValue) => targetsOf(id, redirects, instant));
  return typeof ids === "string" ? redirects.targetOf(ids, instant) : ids;
}

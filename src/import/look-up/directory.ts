import { cypherFile } from "../../db/cypher-files.js";
import type { Transaction } from "../../db/database.js";
import { FIRST_DAY, LAST_DAY } from "../../model/edtf.js";
import { normalizeName } from "../../model/normalize.js";

/** A range of days, inclusive. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** True if two ranges have a day in common. */
export function overlap(one: Days, other: Days): boolean {
  return one.from <= other.to && one.to >= other.from;
}

/** A node that a code or name refers to, and the days on which it does. */
export interface Candidate extends Days {
  readonly id: string;
}

/** All names and codes of some node types, indexed for look-ups. */
export interface Directory {
  /** By scheme and code. */
  readonly codes: ReadonlyMap<string, ReadonlyMap<string, readonly Candidate[]>>;
  /** By normalized name, in any language. */
  readonly names: ReadonlyMap<string, readonly Candidate[]>;
}

/** Reads the names and codes of all nodes of these types, limited to the days on which the node exists. */
export async function readDirectory(tx: Transaction, labels: readonly string[]): Promise<Directory> {
  const codes = new Map<string, Map<string, Candidate[]>>();
  const names = new Map<string, Candidate[]>();
  for (const row of await tx.run(cypherFile("import/names-of-types.cypher"), { labels })) {
    const candidate = {
      id: String(row.id),
      from: latest(row.since, row.lifeFrom),
      to: earliest(row.until, row.lifeTo),
    };
    if (candidate.from > candidate.to) continue;
    if (row.kind === "CODE") {
      const ofScheme = codes.get(String(row.scheme)) ?? new Map<string, Candidate[]>();
      codes.set(String(row.scheme), ofScheme);
      add(ofScheme, String(row.text), candidate);
    } else add(names, normalizeName(String(row.text)), candidate);
  }
  return { codes, names };
}

function add(map: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const known = map.get(key);
  if (known) known.push(candidate);
  else map.set(key, [candidate]);
}

function latest(...days: readonly (string | null)[]): string {
  return days.reduce<string>((best, day) => (day !== null && day > best ? day : best), FIRST_DAY);
}

function earliest(...days: readonly (string | null)[]): string {
  return days.reduce<string>((best, day) => (day !== null && day < best ? day : best), LAST_DAY);
}

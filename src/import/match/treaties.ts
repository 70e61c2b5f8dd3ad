import { cypherFile } from "../../db/cypher-files.js";
import type { Transaction } from "../../db/database.js";
import { parseEdtf } from "../../model/edtf.js";
import { normalizeName } from "../../model/normalize.js";
import { TREATY } from "../../model/subjects.js";
import type { NodeRow } from "../../record/rows.js";
import type { Comparison, Judgement } from "./match.js";

/** What tells a treaty from others. */
export interface TreatyTraits {
  readonly id: string;
  /** Whole names, normalized. */
  readonly names: ReadonlySet<string>;
  /** Codes by scheme. */
  readonly codes: ReadonlyMap<string, ReadonlySet<string>>;
  /** First and last possible day of signature; undefined if it is not recorded. */
  readonly signed: { readonly min: string; readonly max: string } | undefined;
}

/** A name of fewer words, such as "Protocol", can be that of many treaties. */
const MIN_WORDS = 3;

/** The treaties in the graph. */
export async function treatiesOfGraph(tx: Transaction): Promise<readonly TreatyTraits[]> {
  const rows = await tx.run(cypherFile("import/treaties.cypher"));
  return rows.map(({ id, names, codes, signedMin, signedMax }) => ({
    id: String(id),
    names: new Set((names as readonly unknown[]).map((name) => normalizeName(String(name)))),
    codes: codesOf(codes as readonly { readonly scheme: unknown; readonly text: unknown }[]),
    signed: signedMin == null ? undefined : { min: String(signedMin), max: String(signedMax) },
  }));
}

/** The treaties in the rows of an import. */
export function treatiesOfRows(nodes: readonly NodeRow[]): readonly TreatyTraits[] {
  return nodes
    .filter(({ label }) => label === TREATY)
    .map(({ id, names, properties: { signed } }) => ({
      id,
      names: new Set(
        names
          .filter(({ properties: { kind } }) => kind !== "CODE" && kind !== "ABBR")
          .map(({ properties: { text } }) => normalizeName(String(text))),
      ),
      codes: codesOf(
        names
          .filter(({ properties: { kind } }) => kind === "CODE")
          .map(({ properties: { scheme, text } }) => ({ scheme, text })),
      ),
      signed: typeof signed === "string" && signed !== ".." ? parseEdtf(signed) : undefined,
    }));
}

/** Treaties are compared by whole names; another code in one scheme, or another day of signature, tells them apart. */
export const TREATIES: Comparison<TreatyTraits> = {
  judge,
  keysOf: ({ names }) => [...names],
  join: (one, other) => ({
    id: one.id,
    names: new Set([...one.names, ...other.names]),
    codes: new Map([...other.codes, ...one.codes]),
    signed: one.signed ?? other.signed,
  }),
};

function judge(one: TreatyTraits, other: TreatyTraits): Judgement | undefined {
  const common = [...one.names].filter((name) => other.names.has(name));
  const [name] = common.sort((a, b) => b.length - a.length);
  if (name === undefined || contradict(one, other)) return undefined;
  return { isCertain: name.split(" ").length >= MIN_WORDS, reason: `both are named "${name}"` };
}

function contradict(one: TreatyTraits, other: TreatyTraits): boolean {
  if (one.signed && other.signed && (one.signed.min > other.signed.max || other.signed.min > one.signed.max))
    return true;
  return [...one.codes].some(([scheme, codes]) => {
    const others = other.codes.get(scheme);
    return others !== undefined && ![...codes].some((code) => others.has(code));
  });
}

function codesOf(
  codes: readonly { readonly scheme: unknown; readonly text: unknown }[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const byScheme = new Map<string, Set<string>>();
  for (const { scheme, text } of codes)
    byScheme.set(String(scheme), (byScheme.get(String(scheme)) ?? new Set()).add(String(text)));
  return byScheme;
}

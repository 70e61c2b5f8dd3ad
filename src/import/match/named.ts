import { cypherFile } from "../../db/cypher-files.js";
import type { Transaction } from "../../db/database.js";
import { parseEdtf } from "../../model/edtf.js";
import { normalizeName } from "../../model/normalize.js";
import type { NodeRow } from "../../record/rows.js";
import type { Comparison, Judgement } from "./match.js";

/** What tells a treaty or an organization from others of its type. */
export interface NamedTraits {
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

/** The nodes of a type in the graph. */
export async function namedOfGraph(tx: Transaction, label: string): Promise<readonly NamedTraits[]> {
  const rows = await tx.run(cypherFile("import/named-nodes.cypher"), { label });
  return rows.map(({ id, names, codes, signedMin, signedMax }) => ({
    id: String(id),
    names: new Set((names as readonly unknown[]).map((name) => normalizeName(String(name)))),
    codes: codesOf(codes as readonly { readonly scheme: unknown; readonly text: unknown }[]),
    signed: signedMin == null ? undefined : { min: String(signedMin), max: String(signedMax) },
  }));
}

/** The nodes of a type in the rows of an import. */
export function namedOfRows(nodes: readonly NodeRow[], type: string): readonly NamedTraits[] {
  return nodes
    .filter(({ label }) => label === type)
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

/** Nodes with a whole name in common; another code in one scheme, or another day of signature, tells them apart. */
export const NAMED: Comparison<NamedTraits> = {
  judge,
  keysOf: ({ names }) => [...names],
  join: (one, other) => ({
    id: one.id,
    names: new Set([...one.names, ...other.names]),
    codes: new Map([...other.codes, ...one.codes]),
    signed: one.signed ?? other.signed,
  }),
};

function judge(one: NamedTraits, other: NamedTraits): Judgement | undefined {
  const common = [...one.names].filter((name) => other.names.has(name));
  const [name] = common.sort((a, b) => b.length - a.length);
  if (name === undefined || contradict(one, other)) return undefined;
  return { isCertain: name.split(" ").length >= MIN_WORDS, reason: `both are named "${name}"` };
}

function contradict(one: NamedTraits, other: NamedTraits): boolean {
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

/** The same, but an editor decides. */
export const NAMESAKES: Comparison<NamedTraits> = {
  ...NAMED,
  judge: (one, other) => {
    const judgement = judge(one, other);
    return judgement && { ...judgement, isCertain: false };
  },
};

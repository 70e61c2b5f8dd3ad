import { parse } from "yaml";
import { readArticle } from "../../../src/draft/article.js";
import { draftBundle } from "../../../src/draft/draft.js";
import type { Candidate, Mentioned } from "../../../src/draft/mentioned.js";

type Row = Readonly<Record<string, unknown>>;

/** A draft as its reader gets it, parsed, and its text with the remarks. */
export interface Draft {
  readonly text: string;
  readonly sources: readonly Row[];
  readonly nodes: readonly Row[];
  readonly edges: readonly Row[];
}

/** Where words stand in an article, and the nodes that they may mean: [id, label, more]. */
export type Known = Readonly<Record<string, readonly (readonly [string, string, Partial<Candidate>?])[]>>;

/** The draft of an article in whose text some names are known. */
export function draftOf(article: string, known: Known, { file = "article.txt", day = "" } = {}): Draft {
  const read = readArticle(file, new TextEncoder().encode(article), day || undefined);
  const mentions = Object.entries(known).flatMap(([words, nodes]): readonly Mentioned[] =>
    [...read.text.matchAll(new RegExp(words, "gu"))].map(({ index, 0: text }) => ({
      ...{ start: index, end: index + text.length, text },
      candidates: nodes.map(([id, label, more]) => {
        return { id, label, name: id, score: 0.9, kind: null, wholes: [], ...more };
      }),
    })),
  );
  const text = draftBundle(
    read,
    [...mentions].sort((one, other) => one.start - other.start),
  );
  return { text, ...(parse(text) as Omit<Draft, "text">) };
}

/** What edges of some types say, as "TYPE from to more". */
export function saidBy({ edges }: Draft): readonly string[] {
  return edges.map(({ type, from, to, basis, locator, quote, ...more }) =>
    [type, from, to, ...Object.values(more)].join(" "),
  );
}

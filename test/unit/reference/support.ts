import type { Row } from "../../reference/bundle.js";
import { evaluate } from "../../reference/evaluate.js";
import { Ledger } from "../../reference/ledger.js";
import { Reader } from "../../reference/reader.js";

/** Ends, without rows of their own, of the edges that a case is about. */
const NODES: readonly Row[] = [
  { type: "State", id: "state:a", name: "A", existsTo: "1991" },
  { type: "State", id: "state:b", name: "B" },
  { type: "Organization", id: "org:body", name: "Body", kind: "BODY" },
  { type: "Organization", id: "org:parent", name: "Parent", kind: "IGO" },
  { type: "Treaty", id: "treaty:t", name: "T", kind: "PEACE" },
  { type: "Meeting", id: "meeting:m", name: "M", kind: "SUMMIT", date: "1985-06" },
];
const SOURCES: readonly Row[] = [
  { id: "source:high", name: "High", kind: "BOOK", priority: "9" },
  { id: "source:low", name: "Low", kind: "BOOK", publishedAt: "2000-06-01" },
];

/**
 * What the reference answers of a small graph; each list of edges is one bundle, recorded on 1, 2, … January 2026.
 * @param described what these bundles say of nodes
 */
export async function answered(
  bundles: readonly (readonly Row[])[],
  query: string,
  described: readonly (readonly Row[])[] = [],
): Promise<unknown> {
  const ledger = new Ledger();
  for (const [number, edges] of bundles.entries()) {
    const nodes = [...(number ? [] : NODES), ...(described[number] ?? [])];
    ledger.apply({
      sources: number ? [] : SOURCES,
      nodes: nodes.map((node) => ({ source: "source:low", ...node })),
      edges: edges.map((row) => ({ row, spell: 0 })),
    });
  }
  const instants = bundles.map((_, number) => `2026-01-0${number + 1}T00:00:00Z`);
  const { data } = await evaluate(new Reader(ledger, instants), query, {});
  return data;
}

/** A spell in which a state is party to the treaty. */
export function party(from: string, source: string, own: Row): Row {
  return { type: "PARTY_TO", from, to: "treaty:t", source, ...own };
}

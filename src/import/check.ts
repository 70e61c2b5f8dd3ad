import type { Database } from "../db/database.js";
import { groupBy } from "../group-by.js";
import type { Assertion } from "../seed/derive.js";
import { formatPosition, type Position } from "../seed/fault.js";
import { mergeAssertions } from "../seed/merge.js";
import { resolveRows } from "../seed/resolve.js";
import type { SpilledEdge } from "./emit/spill.js";
import type { Mapped } from "./map.js";
import { RowFault } from "./values/row-fault.js";

/** Edges that are not written although their rows are good: a source states them twice. */
export class Refusals {
  private readonly keys = new Set<string>();

  add(edge: Refused): void {
    this.keys.add(keyOf(edge));
  }

  has(edge: Refused): boolean {
    return this.keys.has(keyOf(edge));
  }
}

type Refused = Pick<Assertion, "type" | "from" | "to"> & { readonly at: Pick<Position, "file" | "line"> };

/** An edge of a row; a row can have several. */
function keyOf({ type, from, to, at }: Refused): string {
  return `${type} ${from} ${to} ${at.file}:${at.line}`;
}

/**
 * Finds what one source states twice. In the same words it is kept once; differently it cannot be right, and only the
 * first row stays, the others are told as refused.
 */
export async function checkRepeated(
  { edges, tally }: Mapped,
  assertionOf: (edge: SpilledEdge) => Assertion,
): Promise<Refusals> {
  const refusals = new Refusals();
  for (const index of edges.repeated) {
    const assertions = (await edges.read([index])).map(assertionOf);
    for (const rows of groupBy(assertions, ({ factKey }) => factKey).values()) {
      if (rows.length > 1) checkFact(rows, tally, refusals);
    }
  }
  return refusals;
}

function checkFact(rows: readonly Assertion[], tally: Mapped["tally"], refusals: Refusals): void {
  const said = new Map<string, Assertion>();
  for (const row of rows) {
    const words = JSON.stringify({ ...row.columns, locator: null });
    if (said.has(words)) {
      refusals.add(row);
      tally.repeatedEdges += 1;
    } else said.set(words, row);
  }
  for (const { at, message } of mergeAssertions([...said.values()], [], new Date(0).toISOString()).faults) {
    const row = rows.find((one) => one.at === at);
    if (row) refusals.add(row);
    tally.reject(at, new RowFault(null, message));
  }
}

/** What is wrong with the nodes: new ones that lack something, ends of edges that nobody describes. */
export async function checkNodes(database: Database, { nodes, edges }: Mapped): Promise<readonly string[]> {
  const references = [...edges.nodeIds].map(([id, at]) => ({ id, at, role: "node" }));
  const faults = await database.read((tx) => resolveRows(tx, { nodes: nodes.all, edges: [], references }));
  return faults.map(({ at, message }) => `${formatPosition(at)}: ${message}`);
}

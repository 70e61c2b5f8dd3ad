import type { Database } from "../db/database.js";
import { groupBy } from "../group-by.js";
import type { Assertion } from "../seed/derive.js";
import type { Fault } from "../seed/fault.js";
import { mergeAssertions } from "../seed/merge.js";
import { resolveRows } from "../seed/resolve.js";
import type { SpilledEdge } from "./emit/spill.js";
import type { Mapped } from "./map.js";
import { RowFault } from "./values/row-fault.js";

/**
 * Finds what one source states twice. In the same words it is kept once; differently it cannot be right, and only the
 * first row stays, the others are told as refused. Gives the numbers of the edges that are not to be written.
 */
export async function checkRepeated(
  { edges, tally }: Pick<Mapped, "edges" | "tally">,
  assertionOf: (edge: SpilledEdge) => Assertion,
): Promise<ReadonlySet<number>> {
  const refused = new Set<number>();
  for (const index of edges.repeated) {
    const stated = (await edges.read([index])).map((edge) => ({ edge, assertion: assertionOf(edge) }));
    for (const rows of groupBy(stated, keyOf).values()) {
      if (rows.length > 1) checkFact(rows, tally, refused);
    }
  }
  return refused;
}

/** What one source says of one fact. */
function keyOf({ assertion: { factKey, sourceId } }: Stated): string {
  return `${factKey} ${sourceId}`;
}

interface Stated {
  readonly edge: SpilledEdge;
  readonly assertion: Assertion;
}

function checkFact(rows: readonly Stated[], tally: Mapped["tally"], refused: Set<number>): void {
  const said = new Map<string, Assertion>();
  for (const { edge, assertion } of rows) {
    const words = JSON.stringify({ ...assertion.columns, locator: null });
    if (said.has(words)) {
      refused.add(edge.number);
      tally.repeatedEdges += 1;
    } else said.set(words, assertion);
  }
  for (const { at, message } of mergeAssertions([...said.values()], [], new Date(0).toISOString()).faults) {
    const row = rows.find(({ assertion }) => assertion.at === at);
    if (row) refused.add(row.edge.number);
    tally.reject(at, new RowFault(null, message));
  }
}

/** What is wrong with the nodes: new ones that lack something, ends of edges that nobody describes. */
export async function checkNodes(database: Database, { nodes, edges }: Mapped): Promise<readonly Fault[]> {
  const references = [...edges.nodeIds].map(([id, at]) => ({ id, at, role: "node" }));
  return database.read((tx) => resolveRows(tx, { nodes: nodes.all, edges: [], references }));
}

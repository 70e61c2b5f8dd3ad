import type { Transaction } from "../db/database.js";
import { inputInvalid } from "../input/problem.js";
import { model } from "../model/registry.js";
import { distinct } from "./content.js";
import { type Assertion, assertionOfEdge, derivedOfNode } from "./derive.js";
import { describedNodes, missingValueProblem } from "./described.js";
import { nodesReportedBy, projectProperties } from "./project.js";
import type { NodeRow, Rows } from "./rows.js";
import { findSources, rerankedSources } from "./sources.js";
import { isStaying, stayingReport } from "./staying.js";
import { withdrawnReports } from "./withdrawn.js";
import { type AssertionOutcome, type NodeOutcomes, writeAssertions, writeNodes } from "./write.js";

/** The outcome of written rows. */
export interface RowsOutcome {
  /** Each node row with the nodes and assertions that it produced. */
  readonly nodes: readonly (ReturnType<typeof derivedOfNode> & { readonly row: NodeRow })[];
  /** The assertion of each edge row, in their order. */
  readonly edges: readonly Assertion[];
  readonly nodeOutcomes: NodeOutcomes;
  readonly assertions: AssertionOutcome;
}

/**
 * Writes checked rows, recorded at an instant, in the caller's transaction. Throws BUNDLE_INVALID.
 * @param recordedBy the name of the key with which they are sent
 */
export async function writeRows(
  tx: Transaction,
  rows: Rows,
  recordedAt: string,
  recordedBy?: string,
): Promise<RowsOutcome> {
  const before = await findSources(tx);
  const sources = rows.nodes.filter(({ label }) => label === model.sourceLabel);
  const sourceOutcomes = await writeNodes(
    tx,
    sources.flatMap((row) => derivedOfNode(row, new Map()).nodes),
    recordedAt,
  );
  const after = await findSources(tx);

  const nodes = rows.nodes.map((row) => ({ row, ...derivedOfNode(row, after.published) }));
  const written = await writeNodes(
    tx,
    nodes.flatMap((part) => part.nodes),
    recordedAt,
  );
  // Sources are written twice; the first write determines their outcome.
  const nodeOutcomes = new Map([...written, ...sourceOutcomes]);
  const edges = rows.edges.map((row) => assertionOfEdge(row, after.published));
  const reranked = rerankedSources(before, after);
  const assertions = await writeAssertions(tx, {
    assertions: distinct([...nodes.flatMap((part) => part.assertions), ...edges]),
    withdrawn: rows.nodes.flatMap(withdrawnReports),
    reranked,
    priorities: after.priorities,
    recordedAt,
    ...(recordedBy === undefined ? {} : { recordedBy }),
  });
  if (assertions.problems.length) throw inputInvalid(assertions.problems);
  const projected = new Map([...(await nodesReportedBy(tx, reranked)), ...describedNodes(rows.nodes)]);
  const staying = new Set(assertions.decisions.flatMap(stayingReport));
  const missingValues = (await projectProperties(tx, projected)).filter((lack) => !isStaying(staying, lack));
  if (missingValues.length)
    throw inputInvalid(
      missingValues.map((lack) =>
        missingValueProblem(lack, rows.nodes, "no other source reports it. Set a value."),
      ),
    );
  return { nodes, edges, nodeOutcomes, assertions };
}

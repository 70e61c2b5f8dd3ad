import { cypherFileForEdge } from "../../db/cypher-files.js";
import type { Transaction } from "../../db/database.js";
import { edgeIdOf } from "../../model/ids.js";
import { model } from "../../model/registry.js";
import { sameContent } from "../content.js";
import type { Assertion } from "../derive.js";
import type { StoredAssertion } from "../merge.js";
import { findAssertions, runBatches, storedAssertion } from "../stored.js";
import { createEdges } from "../write.js";
import { movedAssertion, type Replacement, referencesOf } from "./moved.js";

/**
 * Records at the other node what an editor retracted of a merged one, retracted from the start. So it stays retracted when
 * its source says it again, which is then about the other node. Nobody sees it at any instant of the record.
 */
export async function carryRetractions(
  tx: Transaction,
  request: Replacement,
  recordedAt: string,
): Promise<void> {
  for (const type of model.edges.keys()) {
    const text = cypherFileForEdge("write/hand-retracted.cypher", type);
    const rows = await tx.run(text, { id: request.from, references: [...referencesOf(type)] });
    const moved = rows.flatMap((row) => {
      const old = storedAssertion(type, String(row.from), String(row.to), row.properties);
      const assertion = movedAssertion(old, request);
      return assertion ? [{ assertion, reason: row.properties.retractionReason ?? null }] : [];
    });
    if (!moved.length) continue;
    const facts = await findAssertions(tx, type, [
      ...new Set(moved.map(({ assertion }) => assertion.factKey)),
    ]);
    const made: { readonly edge: StoredAssertion; readonly reason: string | null }[] = [];
    for (const { assertion, reason } of moved) {
      const beside = [
        ...(facts.get(assertion.factKey) ?? []),
        ...made.flatMap(({ edge }) => (edge.factKey === assertion.factKey ? [edge] : [])),
      ];
      // What the source says of the other node, or said, has a record of its own.
      const isKnown = beside.some(
        (old) => old.sourceId === assertion.sourceId && sameContent(old.columns, assertion.columns),
      );
      if (!isKnown) made.push({ edge: retractedCopy(assertion, beside, recordedAt), reason });
    }
    await createEdges(
      tx,
      type,
      made.map(({ edge }) => edge),
    );
    const marks = made.map(({ edge: { id }, reason: retractionReason }) => ({
      id,
      properties: { retractedByHand: true, retractionReason },
    }));
    await runBatches(tx, cypherFileForEdge("write/update-edges.cypher", type), "rows", marks);
  }
}

function retractedCopy(
  { type, from, to, factKey, sourceId, columns }: Assertion,
  beside: readonly StoredAssertion[],
  recordedAt: string,
): StoredAssertion {
  const spell = Math.max(-1, ...beside.map((old) => old.spell)) + 1;
  return {
    ...{ type, id: edgeIdOf(factKey, sourceId, spell, 0), from, to, factKey, sourceId, spell, revision: 0 },
    ...{ standing: 0, primary: false, recordedAt, retractedAt: recordedAt, chosenFrom: [], chosenUntil: [] },
    columns,
  };
}

import type { Transaction } from "../../db/database.js";
import { groupBy } from "../../group-by.js";
import { sameContent } from "../content.js";
import type { Assertion } from "../derive.js";
import { newAssertion, nextSpell, type StoredAssertion } from "../merge.js";
import { findAssertions } from "../stored.js";
import { createEdges, markEdges } from "../write.js";
import { movedAssertion, type Replacement } from "./moved.js";

/** An assertion that an editor retracted, and why. */
export interface RetractedByHand {
  readonly old: StoredAssertion;
  readonly reason: string | null;
}

/**
 * Records at the other node what an editor retracted of a merged one, retracted from the start. So it stays retracted when
 * its source says it again, which is then about the other node. Nobody sees it at any instant of the record.
 */
export async function carryRetractions(
  tx: Transaction,
  retracted: readonly RetractedByHand[],
  request: Replacement,
  recordedAt: string,
): Promise<void> {
  const moved = retracted.flatMap(({ old, reason }) => {
    const assertion = movedAssertion(old, request);
    return assertion ? [{ assertion, reason }] : [];
  });
  for (const [type, ofType] of groupBy(moved, ({ assertion }) => assertion.type)) {
    const factKeys = [...new Set(ofType.map(({ assertion }) => assertion.factKey))];
    const facts = new Map(await findAssertions(tx, type, factKeys));
    const made: (StoredAssertion & { readonly reason: string | null })[] = [];
    for (const { assertion, reason } of ofType) {
      const beside = facts.get(assertion.factKey) ?? [];
      // What the source says of the other node, or said, has a record of its own.
      if (beside.some((old) => isSame(old, assertion))) continue;
      const created = newAssertion(assertion, nextSpell(beside), 0, recordedAt);
      const copy = { ...created, retractedAt: recordedAt };
      facts.set(assertion.factKey, [...beside, copy]);
      made.push({ ...copy, reason });
    }
    await createEdges(tx, type, made);
    await markEdges(tx, made, ({ reason }) => ({ retractedByHand: true, retractionReason: reason }));
  }
}

function isSame({ sourceId, columns }: StoredAssertion, assertion: Assertion): boolean {
  return sourceId === assertion.sourceId && sameContent(columns, assertion.columns);
}

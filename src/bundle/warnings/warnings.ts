import type { Transaction } from "../../db/database.js";
import type { Problem } from "../../input/problem.js";
import type { RowsOutcome } from "../../record/write-rows.js";
import { mixedAlphabets } from "./alphabets.js";
import { circles } from "./circles.js";
import { implausibleDates } from "./implausible.js";
import { namesakes } from "./namesakes.js";

/** What may be a mistake in rows that were written: it is reported and changes nothing. */
export async function warningsOf(tx: Transaction, written: RowsOutcome): Promise<readonly Problem[]> {
  return [
    ...mixedAlphabets(written.nodes.map(({ row }) => row)),
    ...(await namesakes(tx, written)),
    ...(await circles(tx, written)),
    ...(await implausibleDates(tx, written)),
  ];
}

import { PactError } from "../errors.js";
import { HIGHEST_COST } from "../plan/limits.js";
import type { Estimate } from "./estimate.js";

/** Throws QUERY_TOO_LARGE when a root field is likely to visit more rows than one may. */
export function refuseTooDear({ rows, drivers }: Estimate): void {
  if (rows <= HIGHEST_COST) return;
  const most = drivers.map(({ what, rows: part }) => `${what} (${rounded(part)})`).join(", ");
  throw new PactError(
    "QUERY_TOO_LARGE",
    `This would visit about ${rounded(rows)} rows in the database, over the limit of ${rounded(HIGHEST_COST)}. ` +
      `Most of them: ${most}. Ask for fewer nodes at the start, or with conditions nearer to it.`,
    { estimate: rows, limit: HIGHEST_COST, drivers },
  );
}

/** Two digits are all that an estimate is worth. */
function rounded(rows: number): string {
  return Number(rows.toPrecision(2)).toLocaleString("en");
}

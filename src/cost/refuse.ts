import { GraphQLError } from "graphql";
import { PactError } from "../errors.js";
import { HIGHEST_COST, LARGEST_PAGE, MOST_ROWS, USUAL_PAGE } from "../plan/limits.js";
import type { ArgumentSite } from "../plan/plan.js";
import type { Estimate } from "./estimate.js";

/** Throws QUERY_TOO_LARGE when a root field is likely to visit, or to answer with, more rows than one may. */
export function refuseTooDear(
  { rows, drivers, answered, overfull }: Estimate,
  sites: readonly ArgumentSite[],
): void {
  if (overfull !== undefined) throw tooManyRows(answered, sites[overfull]);
  if (rows <= HIGHEST_COST) return;
  const most = drivers.map(({ what, rows: part }) => `${what} (${rounded(part)})`).join(", ");
  throw new PactError(
    "QUERY_TOO_LARGE",
    `This would visit about ${rounded(rows)} rows in the database, over the limit of ${rounded(HIGHEST_COST)}. ` +
      `Most of them: ${most}. Ask for fewer nodes at the start, or with conditions nearer to it.`,
    { estimate: rows, limit: HIGHEST_COST, drivers },
  );
}

function tooManyRows(answered: number, site: ArgumentSite | undefined): GraphQLError {
  const message =
    `The answer may have ${rounded(answered)} rows or more, over the limit of ${rounded(MOST_ROWS)}. ` +
    `Ask for smaller pages with first or last (${USUAL_PAGE} each when not given, ${LARGEST_PAGE} at most).`;
  const place = site ? { nodes: site.node, path: [...site.path] } : {};
  return new GraphQLError(message, { ...place, extensions: { code: "QUERY_TOO_LARGE" } });
}

/** Two digits are all that an estimate is worth. */
function rounded(rows: number): string {
  return Number(rows.toPrecision(2)).toLocaleString("en");
}

import { GraphQLError } from "graphql";
import { PactError } from "../errors.js";
import type { Limits } from "../limits.js";
import { DEFAULT_PAGE } from "../model/bounds.js";
import type { ArgumentSite } from "../plan/kinds/sites.js";
import type { Estimate } from "./estimator.js";

/** Throws QUERY_TOO_LARGE if a root field is likely to take more database hits, or to return more rows, than allowed. */
export function rejectTooExpensive(
  { hits, drivers, answered, overfull }: Estimate,
  sites: readonly ArgumentSite[],
  limits: Limits,
): void {
  if (overfull !== undefined) throw tooManyRows(answered, sites[overfull], limits);
  if (hits <= limits.maxCost) return;
  const most = drivers.map(({ what, hits: part }) => `${what} (${rounded(part)})`).join(", ");
  throw new PactError(
    "QUERY_TOO_LARGE",
    `This request would take about ${rounded(hits)} database hits; the limit is ${rounded(limits.maxCost)}. ` +
      `Main cost drivers: ${most}. Start from fewer nodes, or move conditions closer to the root.`,
    { estimate: hits, limit: limits.maxCost, drivers },
  );
}

function tooManyRows(
  answered: number,
  site: ArgumentSite | undefined,
  { maxRows, maxPage }: Limits,
): GraphQLError {
  const message =
    `The response may have ${rounded(answered)} rows or more; the limit is ${rounded(maxRows)}. ` +
    `Request smaller pages with first or last (default ${DEFAULT_PAGE}, at most ${maxPage}).`;
  const place = site ? { nodes: site.node, path: [...site.path] } : {};
  return new GraphQLError(message, { ...place, extensions: { code: "QUERY_TOO_LARGE" } });
}

/** Rounds an estimate to two significant digits. */
function rounded(rows: number): string {
  return Number(rows.toPrecision(2)).toLocaleString("en");
}

import { type Remarks, remarksOf } from "../answer/remarks.js";
import { type RunTools, runQuery } from "../answer/run.js";
import { type CitedSource, citationOf, sourcesOf } from "../export/citation.js";
import { model, nodeModel } from "../model/registry.js";
import { sourced } from "./sourced.js";

/** What an assistant gets: the data, what the answer says about itself, and the sources of all that is in it. */
export interface AssistantAnswer {
  readonly data: unknown;
  readonly remarks: Remarks;
  readonly sources: readonly CitedSource[];
  readonly cite: string;
}

/** How to quote an answer. */
const QUOTE =
  "Quote only what is here, each statement with its source. holds POSSIBLE means that it may hold; an empty list of a " +
  "relation whose coverage is NOT_RECORDED or PARTIAL does not mean that there are none.";

/** Runs a query that also asks for sources, coverage and certainty. */
export async function answerQuery(
  tools: RunTools,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<AssistantAnswer> {
  const { data, answer } = await runQuery(tools, sourced(tools.schema, query, tools.limits), variables);
  return withSources(tools, data, remarksOf(answer));
}

/** Data with the sources that it names. */
export async function withSources(
  tools: RunTools,
  data: unknown,
  remarks: Remarks,
): Promise<AssistantAnswer> {
  const ids = new Set<string>();
  noteSources(data, ids);
  return { data, remarks, sources: await sourcesOf(tools.database, ids), cite: QUOTE };
}

/** A citation of the whole, and of some sources. */
export async function cited(tools: RunTools, address: string, ids: readonly string[]) {
  return {
    citation: await citationOf(tools.database, address),
    sources: await sourcesOf(tools.database, ids),
  };
}

const SOURCE_ID = new RegExp(`^${nodeModel(model.sourceLabel).prefix}:`);

function noteSources(value: unknown, ids: Set<string>): void {
  if (typeof value === "string") {
    if (SOURCE_ID.test(value)) ids.add(value);
  } else if (Array.isArray(value)) {
    for (const item of value) noteSources(item, ids);
  } else if (typeof value === "object" && value !== null) {
    for (const item of Object.values(value)) noteSources(item, ids);
  }
}

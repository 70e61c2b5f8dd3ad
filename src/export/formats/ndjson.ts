import type { Format } from "./format.js";

/** One JSON object per line: the citation, the nodes of a network if selected, the selected rows, and the sources. */
export const ndjson: Format = {
  extension: "ndjson",
  mediaType: "application/x-ndjson; charset=utf-8",
  about: "one JSON object per line, for programs",
  kind: "values",
  async *write({ rows, parts }, citation, sources) {
    yield `${JSON.stringify({ citation })}\n`;
    for await (const { value, part } of rows) {
      const isNode = parts === "network" && part && "node" in part;
      yield `${JSON.stringify(isNode ? { node: value } : { row: value })}\n`;
    }
    yield `${JSON.stringify({ sources: await sources() })}\n`;
  },
};

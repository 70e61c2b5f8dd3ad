import type { Format } from "./format.js";

/** One JSON object per line: first the citation, then the selected rows, then the sources. */
export const ndjson: Format = {
  extension: "ndjson",
  mediaType: "application/x-ndjson; charset=utf-8",
  about: "one JSON object per line, for programs",
  async *write({ rows }, citation, sourcesOf) {
    yield `${JSON.stringify({ citation })}\n`;
    const used = new Set<string>();
    for await (const row of rows) {
      for (const id of row.sources) used.add(id);
      yield `${JSON.stringify({ row: row.value })}\n`;
    }
    yield `${JSON.stringify({ sources: await sourcesOf(used) })}\n`;
  },
};

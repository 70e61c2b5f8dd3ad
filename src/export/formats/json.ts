import type { Json } from "../../json.js";
import type { Format } from "./format.js";

/** One JSON object: the citation, the nodes of a network if selected, the rows as selected, what is not recorded, and the sources. */
export const json: Format = {
  extension: "json",
  mediaType: "application/json; charset=utf-8",
  about: "one JSON object, for programs",
  kind: "values",
  async *write({ rows, parts, notRecorded }, citation, sources) {
    const nodes: Json[] = [];
    let separator = "";
    yield `{"citation": ${JSON.stringify(citation)}, "rows": [`;
    for await (const { value, part } of rows) {
      // The nodes of a network come before its links, but are a list of their own.
      if (parts === "network" && part && "node" in part) {
        nodes.push(value);
        continue;
      }
      yield `${separator}\n${JSON.stringify(value)}`;
      separator = ",";
    }
    const beside = nodes.length ? `, "nodes": ${JSON.stringify(nodes)}` : "";
    const unknown = notRecorded();
    const remarks = unknown.length ? `, "notRecorded": ${JSON.stringify(unknown)}` : "";
    yield `\n]${beside}${remarks}, "sources": ${JSON.stringify(await sources())}}\n`;
  },
};

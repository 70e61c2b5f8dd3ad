import type { Json } from "../../json.js";
import type { Format } from "./format.js";

/** One JSON object: the citation, the nodes of a network if selected, the rows as selected, and the sources. */
export const json: Format = {
  extension: "json",
  mediaType: "application/json; charset=utf-8",
  about: "one JSON object, for programs",
  kind: "values",
  async *write({ rows, parts }, citation, sources) {
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
    yield `\n]${beside}, "sources": ${JSON.stringify(await sources())}}\n`;
  },
};

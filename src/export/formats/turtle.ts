import { prefixesOf } from "../../linked-data/resource.js";
import { TurtleDocument } from "../../linked-data/turtle.js";
import { spacesOf } from "../../model/spaces.js";
import type { Format } from "./format.js";
import { citationResource, resourcesOf, sourceResource } from "./linked-data.js";

/** Turtle 1.1. */
export const turtle: Format = {
  extension: "ttl",
  mediaType: "text/turtle; charset=utf-8",
  about: "linked data as Turtle",
  kind: "graph",
  async *write(list, citation, sources) {
    const spaces = spacesOf(citation.address);
    const document = new TurtleDocument(prefixesOf(spaces.term));
    yield document.with([citationResource(citation, "ttl")]);
    const known = new Set<string>();
    for await (const row of list.rows) yield document.with(resourcesOf(row, spaces, known));
    yield document.with((await sources()).map((source) => sourceResource(source, spaces)));
    yield document.end();
  },
};

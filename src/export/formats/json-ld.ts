import { jsonLdObject } from "../../linked-data/json-ld.js";
import { prefixesOf, type Resource } from "../../linked-data/resource.js";
import { spacesOf } from "../../model/spaces.js";
import type { Format } from "./format.js";
import { citationResource, resourcesOf, sourceResource } from "./linked-data.js";

/** JSON-LD 1.1: one document with a context and a graph. */
export const jsonLd: Format = {
  extension: "jsonld",
  mediaType: "application/ld+json; charset=utf-8",
  about: "linked data as JSON",
  kind: "graph",
  async *write(list, citation, sources) {
    const spaces = spacesOf(citation.address);
    const context = JSON.stringify(prefixesOf(spaces.term));
    yield `{"@context": ${context}, "@graph": [\n${objectText(citationResource(citation, "jsonld"))}`;
    const known = new Set<string>();
    for await (const row of list.rows) {
      for (const resource of resourcesOf(row, spaces, known)) yield `,\n${objectText(resource)}`;
    }
    for (const source of await sources()) yield `,\n${objectText(sourceResource(source, spaces))}`;
    yield "\n]}\n";
  },
};

function objectText(resource: Resource): string {
  return JSON.stringify(jsonLdObject(resource));
}

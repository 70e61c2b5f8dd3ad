import type { Format } from "./format.js";
import { citationResource, PREFIXES, type Resource, resourcesOf, sourceResource } from "./linked-data.js";

/** JSON-LD 1.1: one document with a context and a graph. */
export const jsonLd: Format = {
  extension: "jsonld",
  mediaType: "application/ld+json; charset=utf-8",
  about: "linked data as JSON",
  kind: "graph",
  async *write(list, citation, sources) {
    yield `{"@context": ${JSON.stringify(PREFIXES)}, "@graph": [\n${nodeToJsonLd(citationResource(citation))}`;
    const known = new Set<string>();
    for await (const row of list.rows) {
      for (const resource of resourcesOf(row, known)) yield `,\n${nodeToJsonLd(resource)}`;
    }
    for (const source of await sources()) yield `,\n${nodeToJsonLd(sourceResource(source))}`;
    yield "\n]}\n";
  },
};

function nodeToJsonLd({ id, type, values }: Resource): string {
  const terms = new Map<string, unknown[]>();
  for (const [term, value] of values) {
    const given = typeof value === "object" ? { "@id": value.id } : value;
    terms.set(term, [...(terms.get(term) ?? []), given]);
  }
  const own = [...terms].map(([term, given]) => [term, given.length === 1 ? given[0] : given]);
  return JSON.stringify({ "@id": id, "@type": type, ...Object.fromEntries(own) });
}

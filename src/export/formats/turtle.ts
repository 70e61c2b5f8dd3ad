import { DataFactory, type Quad, Writer } from "n3";
import type { Format } from "./format.js";
import { citationResource, PREFIXES, type Resource, resourcesOf, sourceResource } from "./linked-data.js";

const { namedNode, literal, quad } = DataFactory;
const RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const XSD_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean";

/** Turtle 1.1. */
export const turtle: Format = {
  extension: "ttl",
  mediaType: "text/turtle; charset=utf-8",
  about: "linked data as Turtle",
  async *write(list, citation, sourcesOf) {
    const head = Object.entries(PREFIXES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}>.\n`);
    yield head.join("");
    yield writeTurtle([citationResource(citation)]);
    const known = new Set<string>();
    const used = new Set<string>();
    for await (const row of list.rows) {
      for (const id of row.sources) used.add(id);
      yield writeTurtle(resourcesOf(row, known));
    }
    yield writeTurtle((await sourcesOf(used)).map(sourceResource));
  },
};

/** Removes the prefixes that each writer adds, because they are already at the top of the document. */
function writeTurtle(resources: readonly Resource[]): string {
  const parts: string[] = [];
  const writer = new Writer(
    {
      write: (text: string, _encoding: string, done?: () => void) => {
        parts.push(text);
        done?.();
      },
      end: (done?: () => void) => done?.(),
    },
    { end: false, prefixes: PREFIXES },
  );
  for (const resource of resources) writer.addQuads([...quadsOf(resource)]);
  writer.end();
  return parts.join("").replace(/^(@prefix [^\n]*\n)+\n?/u, "");
}

function* quadsOf({ id, type, values }: Resource): Generator<Quad> {
  const subject = namedNode(id);
  yield quad(subject, namedNode(RDF_TYPE), namedNode(expanded(type)));
  for (const [term, value] of values) {
    const object = typeof value === "object" ? namedNode(value.id) : literalOf(value);
    yield quad(subject, namedNode(expanded(term)), object);
  }
}

function literalOf(value: string | number | boolean) {
  return typeof value === "boolean" ? literal(String(value), namedNode(XSD_BOOLEAN)) : literal(value);
}

function expanded(term: string): string {
  const [prefix = "", name = ""] = term.split(/:(.*)/su);
  return (prefix in PREFIXES ? PREFIXES[prefix as keyof typeof PREFIXES] : "") + name;
}

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
  kind: "graph",
  async *write(list, citation, sources) {
    const document = new TurtleDocument();
    yield document.with([citationResource(citation)]);
    const known = new Set<string>();
    for await (const row of list.rows) {
      yield document.with(resourcesOf(row, known));
    }
    yield document.with((await sources()).map(sourceResource));
    yield document.end();
  },
};

/** A Turtle document that is written in parts; each part is the text that the writer has finished. */
class TurtleDocument {
  private text = "";
  private readonly writer = new Writer(
    {
      write: (text: string, _encoding: string, done?: () => void) => {
        this.text += text;
        done?.();
      },
      end: (done?: () => void) => done?.(),
    },
    { end: false, prefixes: PREFIXES },
  );

  with(resources: readonly Resource[]): string {
    for (const resource of resources) this.writer.addQuads([...quadsOf(resource)]);
    return this.take();
  }

  end(): string {
    this.writer.end();
    return this.take();
  }

  private take(): string {
    const { text } = this;
    this.text = "";
    return text;
  }
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

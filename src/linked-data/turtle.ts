import { DataFactory, type Quad, Writer } from "n3";
import { expanded, type Prefixes, type Resource, type ResourceValue } from "./resource.js";

const { namedNode, literal, quad } = DataFactory;
const XSD_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean";

/** A document in Turtle 1.1 that is written in parts; each part is the text that the writer has finished. */
export class TurtleDocument {
  private text = "";
  private readonly writer: Writer;

  constructor(private readonly prefixes: Prefixes) {
    const target = {
      write: (text: string, _encoding: string, done?: () => void) => {
        this.text += text;
        done?.();
      },
      end: (done?: () => void) => done?.(),
    };
    this.writer = new Writer(target, { end: false, prefixes: { ...prefixes } });
  }

  with(resources: readonly Resource[]): string {
    for (const resource of resources) this.writer.addQuads([...this.quadsOf(resource)]);
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

  private *quadsOf({ id, types, values }: Resource): Generator<Quad> {
    const subject = namedNode(id);
    for (const type of types) yield quad(subject, this.term("rdf:type"), this.term(type));
    for (const [term, value] of values) yield quad(subject, this.term(term), this.objectOf(value));
  }

  private objectOf(value: ResourceValue) {
    if (typeof value === "boolean") return literal(String(value), namedNode(XSD_BOOLEAN));
    if (typeof value !== "object") return literal(value);
    return "id" in value ? namedNode(value.id) : literal(value.text, value.lang);
  }

  private term(term: string) {
    return namedNode(expanded(term, this.prefixes));
  }
}

/** Resources as one document. */
export function turtleText(resources: readonly Resource[], prefixes: Prefixes): string {
  const document = new TurtleDocument(prefixes);
  return document.with(resources) + document.end();
}

/** A text in a language. */
export interface Worded {
  readonly text: string;
  readonly lang: string;
}

/** A value of a resource; `{id}` refers to another resource. */
export type ResourceValue = string | number | boolean | Worded | { readonly id: string };

/** A resource with its types and values. Types and terms are written with a prefix, ids in full. */
export interface Resource {
  readonly id: string;
  readonly types: readonly string[];
  readonly values: readonly (readonly [term: string, value: ResourceValue])[];
}

/** The prefixes of other vocabularies. */
const FOREIGN = {
  prov: "http://www.w3.org/ns/prov#",
  dcterms: "http://purl.org/dc/terms/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  owl: "http://www.w3.org/2002/07/owl#",
  schema: "https://schema.org/",
} as const;

/** Prefixes, ours first. */
export type Prefixes = Readonly<Record<string, string>>;

/** @param term the address of our own terms */
export function prefixesOf(term: string): Prefixes {
  return { pact: term, ...FOREIGN };
}

/** The address of a term with a prefix. */
export function expanded(term: string, prefixes: Prefixes): string {
  const at = term.indexOf(":");
  return (prefixes[term.slice(0, at)] ?? "") + term.slice(at + 1);
}

import type { Prefixes, Resource, ResourceValue } from "./resource.js";

/** A resource as an object of a JSON-LD 1.1 graph. */
export function jsonLdObject({ id, types, values }: Resource): Readonly<Record<string, unknown>> {
  const terms = new Map<string, unknown[]>();
  for (const [term, value] of values) terms.set(term, [...(terms.get(term) ?? []), jsonLdValue(value)]);
  const own = [...terms].map(([term, given]) => [term, given.length === 1 ? given[0] : given]);
  return { "@id": id, "@type": types.length === 1 ? types[0] : types, ...Object.fromEntries(own) };
}

/** Resources as one document with a context and a graph. */
export function jsonLdDocument(resources: readonly Resource[], prefixes: Prefixes) {
  return { "@context": prefixes, "@graph": resources.map(jsonLdObject) };
}

function jsonLdValue(value: ResourceValue): unknown {
  if (typeof value !== "object") return value;
  return "id" in value ? { "@id": value.id } : { "@value": value.text, "@language": value.lang };
}

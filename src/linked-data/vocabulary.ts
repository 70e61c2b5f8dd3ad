import { type EdgeModel, model, type NodeModel } from "../model/registry.js";
import { expanded, prefixesOf, type Resource, type ResourceValue } from "./resource.js";

type Values = Resource["values"];

/**
 * The vocabulary as resources: a class for each node type and edge type, a property for each of their properties, and
 * how they fit into schema.org, PROV-O and SKOS.
 * @param term the address of our terms
 */
export function vocabulary(term: string): readonly Resource[] {
  const nodes = [...model.nodes.values()];
  const edges = [...model.edges.values()];
  return [
    {
      id: term.replace(/#$/, ""),
      types: ["owl:Ontology"],
      values: [["dcterms:title", "Pactgraph vocabulary of international security agreements"]],
    },
    ...nodes.map((node) => nodeClass(node, term)),
    edgeRoot(term),
    ...edges.map((edge) => edgeClass(edge, term)),
    ...ends(term),
    ...properties([...nodes, ...edges], term),
  ];
}

/** The class of all assertions. */
const ASSERTION = "Assertion";

function nodeClass({ label, description, classes }: NodeModel, term: string): Resource {
  const prefixes = prefixesOf(term);
  return {
    id: term + label,
    types: ["owl:Class"],
    values: [
      ...labelled(label, description),
      ...classes.map((id) => ["rdfs:subClassOf", { id: expanded(id, prefixes) }] as const),
    ],
  };
}

function edgeRoot(term: string): Resource {
  const prefixes = prefixesOf(term);
  const about = "What one source says of two nodes, with its time and evidence.";
  return {
    id: term + ASSERTION,
    types: ["owl:Class"],
    values: [...labelled(ASSERTION, about), ["rdfs:subClassOf", { id: expanded("prov:Entity", prefixes) }]],
  };
}

function edgeClass({ type, description }: EdgeModel, term: string): Resource {
  return {
    id: term + type,
    types: ["owl:Class"],
    values: [...labelled(type, description), ["rdfs:subClassOf", { id: term + ASSERTION }]],
  };
}

function ends(term: string): readonly Resource[] {
  const about = {
    from: "The node at which an assertion starts.",
    to: "The node at which an assertion ends.",
  };
  return Object.entries(about).map(([name, text]) => ({
    id: term + name,
    types: ["owl:ObjectProperty"],
    values: [...labelled(name, text), ["rdfs:domain", { id: term + ASSERTION }]],
  }));
}

/** A name that several types share is one property. */
function properties(types: readonly (NodeModel | EdgeModel)[], term: string): readonly Resource[] {
  const prefixes = prefixesOf(term);
  const found = new Map<string, Resource>();
  for (const { properties: own } of types) {
    for (const { name, description, term: other } of own) {
      const before = found.get(name)?.values ?? labelled(name, description);
      const same =
        other === undefined ? [] : [["rdfs:subPropertyOf", { id: expanded(other, prefixes) }] as const];
      const values = [
        ...before,
        ...same.filter(([, { id }]) => !before.some(([, value]) => isId(value, id))),
      ];
      found.set(name, { id: term + name, types: ["owl:DatatypeProperty"], values });
    }
  }
  return [...found.values()];
}

function labelled(label: string, comment: string): Values {
  return [
    ["rdfs:label", { text: label, lang: "en" }],
    ["rdfs:comment", { text: comment, lang: "en" }],
  ];
}

function isId(value: ResourceValue, id: string): boolean {
  return typeof value === "object" && "id" in value && value.id === id;
}

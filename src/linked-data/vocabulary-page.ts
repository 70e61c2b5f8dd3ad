import { htmlText } from "../html.js";
import { model } from "../model/registry.js";

/** The vocabulary as a page for people; the anchors are the names of the terms. */
export function vocabularyPage(): string {
  const nodes = [...model.nodes.values()].map(({ label, description, classes, properties }) =>
    section(label, description, classes.length ? `Also ${classes.join(", ")}.` : "", properties),
  );
  const edges = [...model.edges.values()].map(({ type, description, ownProperties }) =>
    section(type, description, "An assertion: from, to, its source, and", ownProperties),
  );
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pactgraph vocabulary</title>' +
    `<style>${STYLE}</style></head><body><main><h1>Vocabulary</h1>` +
    "<p>The classes and properties of Pactgraph as linked data. Ask this address for text/turtle or " +
    "application/ld+json to load them. Names of a node are SKOS labels, its codes notations; the Wikidata id is " +
    "owl:sameAs; the sources are prov:wasDerivedFrom.</p>" +
    `<h2>Nodes</h2>${nodes.join("")}<h2>Assertions</h2>${edges.join("")}</main></body></html>`
  );
}

interface Described {
  readonly name: string;
  readonly description: string;
  readonly term?: string;
}

function section(name: string, about: string, more: string, properties: readonly Described[]): string {
  const rows = properties.map(
    ({ name: property, description, term }) =>
      `<dt id="${htmlText(property)}">${htmlText(property)}</dt>` +
      `<dd>${htmlText(description)}${term === undefined ? "" : ` <code>${htmlText(term)}</code>`}</dd>`,
  );
  return (
    `<section><h3 id="${htmlText(name)}">${htmlText(name)}</h3><p>${htmlText(`${about} ${more}`.trim())}</p>` +
    `<dl>${rows.join("")}</dl></section>`
  );
}

const STYLE =
  ":root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;margin:0}main{max-width:46rem;margin:0 auto;padding:1rem}" +
  "h3{margin-bottom:0}p{margin:.25rem 0}dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.15rem .75rem;margin:.25rem 0}" +
  "dt{font-family:monospace}dd{margin:0}";

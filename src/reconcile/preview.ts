import { PactError } from "../errors.js";
import { htmlText } from "../html.js";
import { asMap, asMaps } from "../json.js";
import type { Graph } from "./graph.js";
import { ownProperties, valuesOf } from "./properties.js";

const NODE = `query ($id: ID!) { node(id: $id) { __typename id name ru: name(lang: "ru") } }`;
const NAMES = (label: string) =>
  `query ($id: ID!) { node(id: $id) { ... on ${label} { names(first: 20, where: { node: { kind: { in: [NAME, ABBR] } } }) { nodes { text } } } } }`;

/** A small page about a node: its names and properties. Throws NOT_FOUND. */
export async function previewPage(graph: Graph, id: string): Promise<string> {
  const node = asMap((await graph(NODE, { id })).node);
  if (node.id === undefined) {
    throw new PactError("NOT_FOUND", `There is no node ${id}. Ids look like state:kaz.`);
  }
  const label = String(node.__typename);
  const named = asMap((await graph(NAMES(label), { id })).node);
  const names = asMaps(asMap(named.names).nodes).map(({ text }) => String(text));
  const properties = ownProperties(label).map(({ name }) => ({ id: name, name }));
  const values = (await valuesOf(graph, [id], properties)).get(id) ?? new Map();
  const lines = properties.flatMap(({ id: property }) => {
    const known: readonly unknown[] = values.get(property) ?? [];
    return known.length ? [`<dt>${htmlText(property)}</dt><dd>${htmlText(known.join(", "))}</dd>`] : [];
  });
  const title = [...new Set([String(node.name), String(node.ru)])].join(" · ");
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${htmlText(title)}</title>` +
    `<style>${STYLE}</style></head><body><h1>${htmlText(title)}</h1>` +
    `<p>${htmlText(label)} <code>${htmlText(id)}</code></p>` +
    `<dl>${lines.join("")}</dl><p>${htmlText([...new Set(names)].join("; "))}</p></body></html>`
  );
}

const STYLE =
  "body{font:13px/1.4 sans-serif;margin:8px}h1{font-size:15px;margin:0}p{margin:4px 0}" +
  "dl{display:grid;grid-template-columns:auto 1fr;gap:0 8px;margin:4px 0}dt{color:#666}dd{margin:0}";

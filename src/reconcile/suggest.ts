import { asMap, asMaps } from "../json.js";
import { normalizeName } from "../model/normalize.js";
import type { Graph } from "./graph.js";
import { allProperties } from "./properties.js";
import { TYPES, typeNamed } from "./types.js";

const SUGGEST = `query ($text: String!) {
  suggest(text: $text, first: 20) { name node { __typename id name } } }`;
const MAX_PREFIX = 100;

/** Nodes with a name that begins with a text. */
export async function suggestEntities(graph: Graph, prefix: string) {
  const text = prefix.trim().slice(0, MAX_PREFIX);
  const { suggest } = text === "" ? { suggest: [] } : await graph(SUGGEST, { text });
  const result = asMaps(suggest).map(({ name, node }) => {
    const { __typename, id, name: shown } = asMap(node);
    const type = typeNamed(String(__typename));
    const also = name === shown ? "" : `: ${name}`;
    return {
      id: String(id),
      name: String(shown),
      description: `${type.name}${also}`,
      notable: [{ id: type.id, name: type.name }],
    };
  });
  return { result };
}

/** Types with a name that begins with a text. */
export function suggestTypes(prefix: string) {
  return { result: TYPES.filter(({ name }) => begins(name, prefix)) };
}

/** Properties with an id or name that begins with a text. */
export async function suggestProperties(graph: Graph, prefix: string) {
  const all = await allProperties(graph);
  const result = all.filter(({ id, name }) => begins(id, prefix) || begins(name, prefix));
  return { result: result.map(({ id, name }) => ({ id, name })) };
}

function begins(name: string, prefix: string): boolean {
  return normalizeName(name).startsWith(normalizeName(prefix));
}

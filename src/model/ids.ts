import { createHash } from "node:crypto";
import { MAX_ID } from "./bounds.js";
import { type EdgeModel, model, type NodeModel } from "./registry.js";

const ID = /^([a-z]+):[a-z0-9][a-z0-9._-]*$/;

/** The node type of an id; undefined unless the id has the form `type:slug`, a known type and at most MAX_ID characters. */
export function nodeModelOfId(id: string): NodeModel | undefined {
  if (id.length > MAX_ID) return undefined;
  const prefix = ID.exec(id)?.[1];
  return [...model.nodes.values()].find((node) => node.prefix === prefix);
}

/** What makes two edges the same fact: type, ends, and the properties that the edge type names. */
export function factKeyOf(
  edge: EdgeModel,
  from: string,
  to: string,
  properties: Readonly<Record<string, unknown>>,
): string {
  return digest([edge.type, from, to, ...edge.fact.map((name) => properties[name] ?? null)]);
}

/** The id of one assertion: its fact, its source, which spell, and which version of that spell. */
export function edgeIdOf(factKey: string, sourceId: string, spell: number, revision: number): string {
  return digest([factKey, sourceId, spell, revision]);
}

/** The id of a name: one node for one text of one language, kind and scheme. */
export function nameIdOf(text: string, lang: string | null, kind: string, scheme: string | null): string {
  return `name:${digest([text, lang, kind, scheme])}`;
}

function digest(parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

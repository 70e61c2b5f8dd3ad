import { createHash } from "node:crypto";
import { MAX_ID } from "./bounds.js";
import { type EdgeModel, model, type NodeModel } from "./registry.js";

const ID = /^([a-z]+):[a-z0-9][a-z0-9._-]*$/;

/** The node type of an id; undefined if the id is not a `type:slug`, has an unknown type or is too long. */
export function nodeModelOfId(id: string): NodeModel | undefined {
  if (id.length > MAX_ID) return undefined;
  const prefix = ID.exec(id)?.[1];
  return [...model.nodes.values()].find((node) => node.prefix === prefix);
}

/** The property that tells several acts of one fact apart: the key that the source, or who enters it, gives to an act. */
export const ACT_KEY = "key";

/**
 * The key of a fact: a hash of the edge type, its ends and its identifying properties, and of the key of the act if it has
 * one. What sources report about a node is one fact, whichever source reports it.
 */
export function factKeyOf(
  edge: EdgeModel,
  from: string,
  to: string,
  properties: Readonly<Record<string, unknown>>,
): string {
  const ends = edge.role === "reports" ? [to] : [from, to];
  const act = properties[ACT_KEY] ?? null;
  const identity = edge.fact.map((name) => properties[name] ?? null);
  return digest([edge.type, ...ends, ...identity, ...(act === null ? [] : [act])]);
}

/** The id of an assertion: a hash of its fact, its source, the number of the spell and its revision. */
export function edgeIdOf(factKey: string, sourceId: string, spell: number, revision: number): string {
  return digest([factKey, sourceId, spell, revision]);
}

/** The id of a name. Each combination of text, language, kind and scheme is one node. */
export function nameIdOf(text: string, lang: string | null, kind: string, scheme: string | null): string {
  return `name:${digest([text, lang, kind, scheme])}`;
}

function digest(parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

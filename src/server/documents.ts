import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

/** Most parsed documents that are kept; each takes about 20 KB. */
const MAX_DOCUMENTS = 500;

/**
 * Parsed documents by their text, for Apollo. Its own store takes 30 MB of JSON, which is 150 MB of parsed documents when a
 * script writes other values into the text of each request.
 */
export function keptDocuments() {
  const kept = new LRUCache<string, DocumentNode>({ max: MAX_DOCUMENTS });
  return {
    get: async (key: string) => kept.get(key),
    set: async (key: string, document: DocumentNode) => void kept.set(key, document),
    delete: async (key: string) => kept.delete(key),
  };
}

import type { Backing } from "./storage.js";

/** The browser's storage, or an in-memory storage if the browser denies access. */
export function browserStorage(): Backing {
  try {
    return window.localStorage;
  } catch {
    return memoryStorage();
  }
}

/** An empty in-memory storage. */
export function memoryStorage(): Backing {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

import type { Backing } from "./storage.js";

/** The browser's storage, or one that lasts as long as the page where the browser refuses its own. */
export function browserStorage(): Backing {
  try {
    return window.localStorage;
  } catch {
    return memoryStorage();
  }
}

/** An empty storage that lasts as long as it is referred to. */
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

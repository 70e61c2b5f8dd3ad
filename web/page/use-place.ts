import { useSyncExternalStore } from "react";
import { type Place, placeOf } from "./place.js";

/** The present address; the component renders again when it changes. */
export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return placeOf(hash);
}

/** Goes to an address. */
export function go(hash: string): void {
  window.location.hash = hash;
}

function subscribe(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

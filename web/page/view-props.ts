import type { Place } from "./place.js";
import type { Scope } from "./scope.js";

/** What every view gets. */
export interface ViewProps {
  readonly place: Place;
  readonly scope: Scope;
}

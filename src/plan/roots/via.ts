import { model } from "../../model/registry.js";
import type { ViaPlan } from "../plan.js";

/** Names and what sources report are about the record; they join everything with everything. */
const NEVER_BY_ITSELF: readonly string[] = ["HAS_NAME", "REPORTS"];

/** The edge types that may be followed, and in which direction; of all types those that join subjects when none is named. */
export function viaOf(via: unknown): readonly ViaPlan[] {
  if (Array.isArray(via) && via.length) {
    return via.map(
      ({ type, direction }: { readonly type: string; readonly direction?: ViaPlan["direction"] }) => ({
        type,
        direction: direction ?? "BOTH",
      }),
    );
  }
  return subjectTypes().map((type) => ({ type, direction: "BOTH" }));
}

/** The edge types between subjects: all but those about names and about what sources report. */
export function subjectTypes(): readonly string[] {
  return [...model.edges.keys()].filter((type) => !NEVER_BY_ITSELF.includes(type));
}

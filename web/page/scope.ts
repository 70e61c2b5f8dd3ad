import type { Lang } from "./i18n/text.js";
import type { Place } from "./place.js";

/** What holds for all views: the day, the sources and the language, as variables of operations. */
export interface Scope {
  readonly asOf: string | null;
  readonly sources: readonly string[] | null;
  readonly lang: Lang;
}

export function scopeOf({ params }: Place): Scope {
  const sources = (params.sources ?? "").split(",").map((id) => id.trim());
  const given = sources.filter((id) => id !== "");
  return {
    asOf: params.asOf || null,
    sources: given.length ? given : null,
    lang: params.lang === "ru" || (!params.lang && navigator.language.startsWith("ru")) ? "ru" : "en",
  };
}

/** The day of a view that shows one day: today, if none is picked. */
export function dayOf({ asOf }: Scope): string {
  return asOf ?? new Date().toISOString().slice(0, 10);
}

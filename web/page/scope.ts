import type { Lang } from "./i18n/text.js";
import type { Place } from "./place.js";

/** What holds for all views: the day, the sources and the language, as variables of operations. */
export interface Scope {
  readonly asOf: string | null;
  readonly sources: readonly string[] | null;
  readonly lang: Lang;
}

export function scopeOf({ params }: Place): Scope {
  return {
    asOf: params.asOf || null,
    sources: idsOf(params.sources),
    lang: params.lang === "ru" || (!params.lang && navigator.language.startsWith("ru")) ? "ru" : "en",
  };
}

/** Ids with commas between them, as a person types them; null if there are none. */
export function idsOf(text = ""): readonly string[] | null {
  const ids = text.split(",").map((id) => id.trim());
  const given = ids.filter((id) => id !== "");
  return given.length ? given : null;
}

/** The day of a view that shows one day: today, if none is picked. */
export function dayOf({ asOf }: Scope): string {
  return asOf ?? new Date().toISOString().slice(0, 10);
}

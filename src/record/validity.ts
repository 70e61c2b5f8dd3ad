import { FIRST_DAY, LAST_DAY, OPEN, parseEdtf } from "../model/edtf.js";

/** When an edge holds, as a bundle says it. */
export interface StatedValidity {
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** The day for which there is evidence; EDTF that is less exact: some day of that time. */
  readonly on: string | null;
  /** The last day on which it was seen to hold. */
  readonly observedUntil: string | null;
  /** When the source was published. */
  readonly publishedAt: string | null;
}

/** First and last possible day of the start and of the end, `YYYY-MM-DD`. */
export interface ValidityBounds {
  readonly validFromMin: string;
  readonly validFromMax: string;
  readonly validToMin: string;
  readonly validToMax: string;
}

/**
 * The bounds of a spell. On day D it holds for certain if fromMax ≤ D ≤ toMin, possibly if fromMin ≤ D ≤ toMax.
 * - open end (".."): it lasts;
 * - end not given: it was last seen on `observedUntil`, else when the source was published, else at its start;
 * - start not given: it held, if at all for certain, on the day it was last seen.
 */
export function validityBounds(stated: StatedValidity): ValidityBounds {
  if (stated.on !== null) {
    const { min, max } = parseEdtf(stated.on);
    return { validFromMin: FIRST_DAY, validFromMax: max, validToMin: min, validToMax: LAST_DAY };
  }
  const from = stated.validFrom === null ? null : parseEdtf(stated.validFrom);
  const to = endBounds(stated, from?.max ?? null);
  return {
    validFromMin: from?.min ?? FIRST_DAY,
    validFromMax: from?.max ?? (to.min > FIRST_DAY && to.min < LAST_DAY ? to.min : LAST_DAY),
    validToMin: to.min,
    validToMax: to.max,
  };
}

function endBounds(stated: StatedValidity, start: string | null): { min: string; max: string } {
  if (stated.validTo === OPEN) return { min: LAST_DAY, max: LAST_DAY };
  if (stated.validTo !== null) return parseEdtf(stated.validTo);
  return { min: stated.observedUntil ?? stated.publishedAt ?? start ?? FIRST_DAY, max: LAST_DAY };
}

import { FIRST_DAY, LAST_DAY, OPEN, parseEdtf } from "../model/edtf.js";

/** The validity of an edge as stated in a bundle. */
export interface StatedValidity {
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** The day for which there is evidence; a less exact EDTF value means some day in that time. */
  readonly on: string | null;
  /** The last day on which the edge was observed to be valid, or that the source covers. */
  readonly observedUntil: string | null;
  /** The publication date of the source. */
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
 * The bounds of a spell. On day D it is certainly valid if fromMax ≤ D ≤ toMin, possibly if fromMin ≤ D ≤ toMax.
 * - open end ("..") or no end: it was last observed on `observedUntil`, else on the publication date of the source,
 *   else at its start. It is possible after that, for as long as both nodes live; readers apply this limit.
 * - no start: it is certain only for the day on which it was last observed, if at all.
 * - evidence (`on`): it is possible within that day or period only, and certain if that is one day.
 */
export function validityBounds(stated: StatedValidity): ValidityBounds {
  if (stated.on !== null) {
    const { min, max } = parseEdtf(stated.on);
    return { validFromMin: min, validFromMax: max, validToMin: min, validToMax: max };
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
  if (stated.validTo !== null && stated.validTo !== OPEN) return parseEdtf(stated.validTo);
  return { min: stated.observedUntil ?? stated.publishedAt ?? start ?? FIRST_DAY, max: LAST_DAY };
}

/** A number at a place of the axis, of one part. */
export interface Mark {
  readonly x: string;
  /** For a place in time: the year in which it begins. */
  readonly year: number;
  /** The part that it belongs to; the same text for all if nothing is divided. */
  readonly part: string;
  readonly count: number;
}

import { describeEnum } from "./describe-enum.js";

/** Periods of time; a period is named by its EDTF text. */
export const BucketCodes = describeEnum("Bucket", "A length of time.", {
  DAY: "A day: 1987-12-08.",
  MONTH: "A month: 1987-12.",
  YEAR: "A year: 1987.",
  DECADE: "Ten years: 198X.",
  CENTURY: "A hundred years: 19XX.",
});
export type Bucket = keyof typeof BucketCodes.codes;

export const GroupOrderCodes = describeEnum("GroupOrder", "An order of groups; ties go by their keys.", {
  COUNT: "Most rows first.",
  NODES: "Most nodes first.",
  KEY: "By their keys, upwards; unset keys last.",
  KEY_DESC: "By their keys, downwards; unset keys last.",
});
export type GroupOrder = keyof typeof GroupOrderCodes.codes;

export const SeriesPointCodes = describeEnum("SeriesPoint", "When in a period something must hold.", {
  ANY: "Some time in it.",
  START: "On its first day.",
  END: "On its last day.",
});
export type SeriesPoint = keyof typeof SeriesPointCodes.codes;

export const DirectionCodes = describeEnum("Direction", "A direction of an order; unset values come last.", {
  ASC: "Upwards.",
  DESC: "Downwards.",
});

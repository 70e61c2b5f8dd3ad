import { describeEnum } from "./describe-enum.js";

/** Lengths of periods. A single period is named by its EDTF text. */
export const BucketCodes = describeEnum("Bucket", "A length of time.", {
  DAY: "A day: 1987-12-08.",
  MONTH: "A month: 1987-12.",
  YEAR: "A year: 1987.",
  DECADE: "A decade: 198X.",
  CENTURY: "A century: 19XX.",
});
export type Bucket = keyof typeof BucketCodes.codes;

export const GroupOrderCodes = describeEnum("GroupOrder", "The order of groups. Ties are ordered by key.", {
  COUNT: "By the number of rows, largest first.",
  NODES: "By the number of distinct nodes, largest first.",
  KEY: "By key, ascending. Unset keys come last.",
  KEY_DESC: "By key, descending. Unset keys come last.",
});
export type GroupOrder = keyof typeof GroupOrderCodes.codes;

export const SeriesPointCodes = describeEnum("SeriesPoint", "When in a period a row must match.", {
  ANY: "On some day of the period.",
  START: "On the first day of the period.",
  END: "On the last day of the period.",
});
export type SeriesPoint = keyof typeof SeriesPointCodes.codes;

export const DirectionCodes = describeEnum("Direction", "The sort direction. Unset values come last.", {
  ASC: "Ascending.",
  DESC: "Descending.",
});

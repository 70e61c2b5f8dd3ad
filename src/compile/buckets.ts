import type { Bucket } from "../model/aggregation.js";
import { LAST_DAY } from "../model/edtf.js";
import type { GroupKeyPlan } from "../plan/kinds/pages.js";
import type { ValuePlan } from "../plan/kinds/values.js";
import type { Environment } from "../statement/environment.js";
import { columnText, latestDay } from "./columns.js";
import { relationMatch, valueExpression } from "./condition.js";

/** Matches the hops of the keys. Rows without a match are kept, in the group whose key is unset. */
export function optionalHops(environment: Environment, keys: readonly GroupKeyPlan[]): string {
  return [...new Set(keys.flatMap(({ hops }) => hops))]
    .map((hop) => `OPTIONAL ${relationMatch(environment, hop)} `)
    .join("");
}

/**
 * The value of a key. It keeps its type, so that numbers sort as numbers. If a relation on the way to it is missing,
 * the value is unset.
 */
export function keyExpression(environment: Environment, key: GroupKeyPlan): string {
  const expression = ownExpression(environment, key);
  const last = key.hops.at(-1);
  return last ? `CASE WHEN ${last.r} IS NOT NULL THEN ${expression} END` : expression;
}

/** The value to aggregate. For a date, the first possible day for `min` and the last possible day for `max`. */
export function boundExpression(environment: Environment, value: ValuePlan, kind: "min" | "max"): string {
  if (kind === "min" || value.kind !== "column" || value.property.kind !== "edtf")
    return valueExpression(environment, value);
  return latestDay(value);
}

function ownExpression(environment: Environment, { value, bucket }: GroupKeyPlan): string {
  if (bucket) return bucketExpression(environment, value, bucket);
  const isText = value.kind === "column" && value.property.kind === "edtf";
  return isText ? columnText({ ...value, column: value.property.name }) : valueExpression(environment, value);
}

const BUCKETS: Readonly<Record<Bucket, { readonly length: number; readonly masked: string }>> = {
  DAY: { length: 10, masked: "" },
  MONTH: { length: 7, masked: "" },
  YEAR: { length: 4, masked: "" },
  DECADE: { length: 3, masked: "X" },
  CENTURY: { length: 2, masked: "XX" },
};

function bucketExpression(environment: Environment, value: ValuePlan, bucket: Bucket): string {
  return periodOf(
    boundExpression(environment, value, "min"),
    boundExpression(environment, value, "max"),
    bucket,
  );
}

/**
 * The period that contains a date, as EDTF. Unset if the date is not precise enough to tell the period.
 * @param min the first possible day of the date
 * @param max the last possible day of the date
 */
export function periodOf(min: string, max: string, bucket: Bucket): string {
  const { length, masked } = BUCKETS[bucket];
  const [first, last] = [`left(toString(${min}), ${length})`, `left(toString(${max}), ${length})`];
  const open = `${max} = date('${LAST_DAY}')`;
  return `CASE WHEN ${open} THEN null WHEN ${first} = ${last} THEN ${first} + '${masked}' END`;
}

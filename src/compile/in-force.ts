import { NONE } from "../model/edtf.js";
import { maxColumn, minColumn } from "../model/property.js";
import type { InForcePlan } from "../plan/kinds/values.js";
import { columnText } from "./columns.js";

/**
 * Whether a treaty was in force on a day. An unknown date of entry into force is not known; an unknown end leaves it
 * possible, because a treaty may have ended without a record.
 */
export function inForceExpression({ start, end, signed, day }: InForcePlan): string {
  const [entered, ended] = [
    columnText({ ...start, column: start.property.name }),
    columnText({ ...end, column: end.property.name }),
  ];
  const bound = (value: typeof start, of: (name: string) => string) =>
    columnText({ ...value, column: of(value.property.name) });
  const notBefore = `coalesce(${bound(signed, minColumn)} > ${day}, false)`;
  const isOver = `coalesce(${bound(end, maxColumn)} <= ${day}, false)`;
  const begun = `${bound(start, maxColumn)} <= ${day}`;
  const lasts = `coalesce(${ended} = '${NONE}' OR ${bound(end, minColumn)} > ${day}, false)`;
  return (
    `CASE WHEN ${entered} = '${NONE}' OR ${isOver} OR ${notBefore} THEN 'NO' ` +
    `WHEN ${entered} IS NULL THEN 'NOT_KNOWN' ` +
    `WHEN ${bound(start, minColumn)} > ${day} THEN 'NO' ` +
    `WHEN ${begun} AND ${lasts} THEN 'CERTAIN' ELSE 'POSSIBLE' END`
  );
}

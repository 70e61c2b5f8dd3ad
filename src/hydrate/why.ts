import type { ClaimRow, LivingEnd, WhyStep } from "../choice/why.js";
import { whyBounds, whyChosen, whyInherited } from "../choice/why.js";
import { textOrNull } from "../json.js";
import type { Value } from "../model/value.js";
import { isRow, type Row, rowsOf } from "./row.js";

/** The steps that explain an edge or a property, from what the database found. */
export function whyOf(found: unknown): readonly WhyStep[] {
  if (!isRow(found)) return [];
  const [heir, predecessor] = Array.isArray(found.inherited) ? found.inherited.map(String) : [];
  const inherited = heir && predecessor ? [whyInherited(predecessor, heir)] : [];
  const bounds =
    found.ends === undefined ? [] : whyBounds(columnsOf(found.columns), rowsOf(found.ends).map(endOf));
  return [...whyChosen(rowsOf(found.claims).map(claimOf)), ...bounds, ...inherited];
}

function claimOf({ id, sourceId, priority, recordedAt, columns }: Row): ClaimRow {
  return {
    id: String(id),
    sourceId: String(sourceId),
    priority: Number(priority),
    recordedAt: String(recordedAt),
    columns: columnsOf(columns),
  };
}

function columnsOf(value: unknown): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(isRow(value) ? value : {}).map(([name, text]) => [
      name,
      text == null ? null : String(text),
    ]),
  );
}

function endOf({ id, start, endMin, endMax }: Row): LivingEnd {
  return { id: String(id), start: textOrNull(start), endMin: textOrNull(endMin), endMax: textOrNull(endMax) };
}

import type { Step } from "../mapping/step-definition.js";
import { type ItemOfList, itemsOf } from "../read/list-text.js";
import { withColumns } from "../read/record.js";
import { RowError } from "../values/row-error.js";
import { readColumn } from "../values/template.js";
import { eachRow, type Stage, type StepEvents } from "./stage.js";

type ListSpec = Extract<Extract<Step, { unpivot: unknown }>["unpivot"], { list: unknown }>;

/** Turns the items of a list into rows: a text becomes one column, an object one column for each key. */
export function listStage({ list, as, optional }: ListSpec, next: Stage, events: StepEvents): Stage {
  const read = readColumn(list);
  return eachRow(next, events, (row, hand) => {
    const text = read(row.columns);
    if (text === null) return;
    const items = itemsOf(text);
    if (!items) throw new RowError(list, `"${text.slice(0, MAX_SHOWN)}" is not a list.`);
    for (const item of items) {
      const made: Record<string, string | null> = { ...row.columns };
      for (const [name, value] of columnsOf(item, as, optional)) made[name] = value;
      hand(withColumns(row, made));
    }
  });
}

const MAX_SHOWN = 80;

function columnsOf(item: ItemOfList, as: string, optional: readonly string[]) {
  if (item === null || typeof item === "string") return [[as, item] as const];
  const missing = optional.filter((key) => !item.has(key)).map((key) => [`${as}.${key}`, null] as const);
  return [...missing, ...[...item].map(([key, value]) => [`${as}.${key}`, value] as const)];
}

import type { Step } from "../mapping/step-definition.js";
import { withColumns } from "../read/record.js";
import { readColumn } from "../values/template.js";
import { eachRow, type Stage, type StepEvents } from "./stage.js";

type NumberSpec = Extract<Step, { number: unknown }>["number"];

/** Numbers the rows of each group from 1, in the order of the files. */
export function numberStage({ key, into }: NumberSpec, next: Stage, events: StepEvents): Stage {
  const keyColumns = key.map(readColumn);
  const counts = new Map<string, number>();
  return eachRow(next, events, (row, hand) => {
    const group = JSON.stringify(keyColumns.map((read) => read(row.columns)));
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    hand(withColumns(row, { ...row.columns, [into]: String(count) }));
  });
}

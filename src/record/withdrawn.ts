import { factKeyOf } from "../model/ids.js";
import { model } from "../model/registry.js";
import type { NodeRow } from "./rows.js";

/** A fact that a source has withdrawn. */
export interface Withdrawn {
  readonly type: string;
  readonly sourceId: string;
  readonly factKey: string;
}

/** The reports that a row withdraws by setting properties to null. */
export function withdrawnReports(row: NodeRow): readonly Withdrawn[] {
  if (row.label === model.sourceLabel) return [];
  const edge = model.reports;
  return Object.entries(row.properties).flatMap(([property, value]) =>
    value === null
      ? [
          {
            type: edge.type,
            sourceId: row.sourceId,
            factKey: factKeyOf(edge, row.sourceId, row.id, { property }),
          },
        ]
      : [],
  );
}

import type { DataRow } from "../read/record.js";

/** A pipeline stage: receives rows and passes on rows. */
export interface Stage {
  push(row: DataRow): void;
  /** Signals that there are no more rows. */
  end(): void;
}

/** Events for rows that are not passed on. */
export interface StepEvents {
  /** A row that a condition filters out. */
  leftOut(row: DataRow): void;
  /** A rejected row. */
  rejected(row: DataRow, error: unknown): void;
}

/** A stateless stage that turns each row into zero or more rows. */
export function eachRow(
  next: Stage,
  events: StepEvents,
  work: (row: DataRow, hand: (row: DataRow) => void) => void,
): Stage {
  const hand = (row: DataRow) => next.push(row);
  return {
    push: (row) => {
      try {
        work(row, hand);
      } catch (error) {
        events.rejected(row, error);
      }
    },
    end: () => next.end(),
  };
}

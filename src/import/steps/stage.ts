import type { DataRow } from "../read/record.js";

/** One step of the way of a row: gets rows and hands on others. */
export interface Stage {
  push(row: DataRow): void;
  /** No more rows come. */
  end(): void;
}

/** What becomes of rows that do not go on. */
export interface StepEvents {
  /** A row that a condition leaves out. */
  leftOut(row: DataRow): void;
  /** A row that cannot be used. */
  rejected(row: DataRow, error: unknown): void;
}

/** A stage that makes of each row none, one or more, and keeps nothing. */
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

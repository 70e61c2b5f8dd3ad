import type { DataRow } from "../read/record.js";
import type { Rejection, UnresolvedName } from "../report.js";
import { RowError } from "../values/row-error.js";
import { Unresolved } from "./ends.js";

/** How many refused rows are kept with their reasons; all are counted. */
const MOST_TOLD = 10_000;

/** Counts what becomes of rows, and keeps why some were refused. */
export class Tally {
  leftOut = 0;
  private readonly rejectedPlaces = new Set<string>();
  private readonly unresolvedPlaces = new Set<string>();
  /** Edges that say what an earlier row said in the same words. */
  repeatedEdges = 0;
  readonly rejected: Rejection[] = [];
  private readonly names = new Map<string, UnresolvedName>();
  private readonly lastAsked = new Map<string, string>();

  /** A row that cannot be used. Errors of ours are not errors of the row and go on. */
  reject(row: Pick<DataRow, "file" | "line">, error: unknown): void {
    if (!(error instanceof Error)) throw error;
    if (!(error instanceof RowError) && error.name !== "PactError") throw error;
    if (error instanceof Unresolved) this.noteName(row, error);
    if (error instanceof Unresolved && error.isLeftOut) {
      this.unresolvedPlaces.add(placeOf(row));
      return;
    }
    this.rejectedPlaces.add(placeOf(row));
    const column = error instanceof RowError ? error.column : null;
    if (this.rejected.length < MOST_TOLD)
      this.rejected.push({ at: placeOf(row), column, reason: error.message });
  }

  /** Rows that were refused, or of which something was. */
  get rejectedRows(): number {
    return this.rejectedPlaces.size;
  }

  /** Rows of which something was left out for want of its node. */
  get unresolvedRows(): number {
    return this.unresolvedPlaces.size;
  }

  get unresolved(): readonly UnresolvedName[] {
    return [...this.names.values()].sort((a, b) => b.rows - a.rows);
  }

  private noteName(row: Pick<DataRow, "file" | "line">, { lookup, asked, candidates }: Unresolved): void {
    const { types } = lookup.spec;
    const key = `${types} ${asked}`;
    const place = placeOf(row);
    const known = this.names.get(key) ?? { asked, types, candidates, rows: 0, first: place };
    // Several edges of one row can ask for the same node.
    if (this.lastAsked.get(key) !== place) this.names.set(key, { ...known, rows: known.rows + 1 });
    this.lastAsked.set(key, place);
  }
}

/** `file:line`. */
export function placeOf({ file, line }: Pick<DataRow, "file" | "line">): string {
  return `${file}:${line}`;
}

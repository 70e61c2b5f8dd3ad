import type { Duplicate } from "../../record/staging/repeated.js";
import type { DataRow } from "../read/record.js";
import type { DuplicateRow, Rejection, UnresolvedName } from "../report.js";
import { RowError } from "../values/row-error.js";
import { Unresolved } from "./ends.js";

/** Counts the outcomes of rows, and keeps the reasons for rejections. */
export class Tally {
  leftOut = 0;
  private readonly rejectedPlaces = new Set<string>();
  private readonly unresolvedPlaces = new Set<string>();
  /** Exact duplicates of earlier edges. */
  readonly duplicateRows: DuplicateRow[] = [];
  readonly rejected: Rejection[] = [];
  readonly edgesLeftOut = new Map<string, number>();
  private readonly names = new Map<string, UnresolvedName>();
  private readonly lastAsked = new Map<string, string>();

  /** Records a rejected row. Rethrows errors that are not caused by the row. */
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
    this.rejected.push({ at: placeOf(row), column, reason: error.message });
  }

  /** Counts an edge that is left out with its row, or because a node was not found. */
  leaveOut(type: string): void {
    this.edgesLeftOut.set(type, (this.edgesLeftOut.get(type) ?? 0) + 1);
  }

  /** Records an edge that an earlier row had already given. */
  repeat({ edge: { type, from, to }, at, first }: Duplicate): void {
    this.duplicateRows.push({ at: placeOf(at), first: placeOf(first), type, from, to });
  }

  /** Number of rows that were rejected, fully or in part. */
  get rejectedRows(): number {
    return this.rejectedPlaces.size;
  }

  /** Number of rows with parts that were skipped because a node was not found. */
  get unresolvedRows(): number {
    return this.unresolvedPlaces.size;
  }

  get unresolved(): readonly UnresolvedName[] {
    return [...this.names.values()].sort((a, b) => b.rows - a.rows);
  }

  private noteName(row: Pick<DataRow, "file" | "line">, error: Unresolved): void {
    const { lookup, asked, candidates, request } = error;
    const { types } = lookup.spec;
    const { code, name, on } = request;
    const key = `${types} ${asked}`;
    const place = placeOf(row);
    const known = this.names.get(key) ?? { ...NEVER, asked, code, name, types, first: place };
    // Several edges of one row may refer to the same node.
    const rows = this.lastAsked.get(key) === place ? known.rows : known.rows + 1;
    this.lastAsked.set(key, place);
    const days = [known.from, known.to, on].filter((day) => day !== null).sort();
    const [from = null, to = null] = [days[0], days.at(-1)];
    const all = [...new Set([...known.candidates, ...candidates])];
    this.names.set(key, { ...known, rows, from, to, candidates: all });
  }
}

const NEVER = { from: null, to: null, candidates: [], rows: 0 };

/** `file:line`. */
function placeOf({ file, line }: Pick<DataRow, "file" | "line">): string {
  return `${file}:${line}`;
}

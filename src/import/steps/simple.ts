import type { Step } from "../mapping/step-definition.js";
import { type DataRow, withColumns } from "../read/record.js";
import { compileCondition } from "../values/condition.js";
import { RowError } from "../values/row-error.js";
import { readColumn } from "../values/template.js";
import { compileValue } from "../values/value.js";
import { eachRow, type Stage, type StepEvents } from "./stage.js";

type Of<Key extends string> = Extract<Step, Record<Key, unknown>>[Key &
  keyof Extract<Step, Record<Key, unknown>>];

type UnpivotColumns = Extract<Of<"unpivot">, { columns: unknown }>;

/** Passes on rows that meet a condition. */
export function whereStage(condition: Of<"where">, next: Stage, events: StepEvents): Stage {
  const test = compileCondition(condition);
  return eachRow(next, events, (row, hand) => (test(row.columns) ? hand(row) : events.leftOut(row)));
}

/** Adds columns, each computed from earlier ones. */
export function letStage(columns: Of<"let">, next: Stage, events: StepEvents): Stage {
  const makers = Object.entries(columns).map(([name, value]) => ({ name, make: compileValue(value) }));
  return eachRow(next, events, (row, hand) => {
    const made: Record<string, string | null> = { ...row.columns };
    for (const { name, make } of makers) made[name] = make(made);
    hand(withColumns(row, made));
  });
}

/** Adds the named groups of a regular expression as columns. */
export function extractStage(
  { column, match, optional }: Of<"extract">,
  next: Stage,
  events: StepEvents,
): Stage {
  const read = readColumn(column);
  const pattern = new RegExp(match, "u");
  const names = [...match.matchAll(/\(\?<([\p{L}_][\p{L}\d_]*)>/gu)].map((found) => found[1] ?? "");
  return eachRow(next, events, (row, hand) => {
    const text = read(row.columns);
    const groups = text === null ? undefined : pattern.exec(text)?.groups;
    if (text !== null && !groups && !optional) throw new RowError(column, `"${text}" must match ${match}.`);
    const made: Record<string, string | null> = { ...row.columns };
    for (const name of names) made[name] = groups?.[name] || null;
    hand(withColumns(row, made));
  });
}

/** Turns columns into rows. */
export function unpivotStage(
  { columns, name, value, keep, skip }: UnpivotColumns,
  next: Stage,
  events: StepEvents,
): Stage {
  const skipped = new Set<string | null>(skip);
  const chosen = chooser(columns, keep);
  return eachRow(next, events, (row, hand) => {
    const { wide, rest } = chosen(row);
    for (const column of wide) {
      const text = row.columns[column] ?? null;
      if (skipped.has(text)) continue;
      const made: Record<string, string | null> = {};
      for (const other of rest) made[other] = row.columns[other] ?? null;
      made[name] = column;
      made[value] = text;
      hand(withColumns(row, made));
    }
  });
}

/** Chooses the columns to unpivot, once per header. */
function chooser(columns: UnpivotColumns["columns"], keep: UnpivotColumns["keep"]) {
  const pattern = Array.isArray(columns) ? undefined : new RegExp(columns.matches, "u");
  const excluded = new Set(Array.isArray(columns) ? [] : columns.not);
  const listed = new Set(Array.isArray(columns) ? columns : []);
  const isWide = (name: string) =>
    pattern ? name !== "$line" && pattern.test(name) && !excluded.has(name) : listed.has(name);
  let key = "";
  let parts: { readonly wide: readonly string[]; readonly rest: readonly string[] } = { wide: [], rest: [] };
  return (row: DataRow) => {
    const names = Object.keys(row.columns);
    const head = names.join("\u0000");
    if (head !== key) {
      const rest = keep ? [...keep, "$line"] : names.filter((name) => !isWide(name));
      for (const name of [...listed, ...rest]) readColumn(name)(row.columns);
      parts = { wide: names.filter(isWide), rest };
      key = head;
    }
    return parts;
  };
}

/** Splits a cell and passes on one row for each part. */
export function splitStage({ column, by, into }: Of<"split">, next: Stage, events: StepEvents): Stage {
  const read = readColumn(column);
  const pattern = new RegExp(by, "u");
  return eachRow(next, events, (row, hand) => {
    const parts = (read(row.columns) ?? "").split(pattern).map((part) => part.trim());
    for (const part of parts.filter((one) => one !== ""))
      hand(withColumns(row, { ...row.columns, [into ?? column]: part }));
  });
}

/** The rows of a joined table, by key. */
export type JoinTable = ReadonlyMap<string, DataRow>;

/** Adds the columns of the row with the same key in another file. */
export function joinStage(
  { on, as, required, file }: Of<"join">,
  table: JoinTable,
  next: Stage,
  events: StepEvents,
): Stage {
  const read = readColumn(on);
  const names = [...new Set([...table.values()].flatMap((row) => Object.keys(row.columns)))];
  return eachRow(next, events, (row, hand) => {
    const key = read(row.columns);
    const partner = key === null ? undefined : table.get(key);
    if (!partner && required) throw new RowError(on, `${file} has no row for "${key ?? ""}".`);
    const made: Record<string, string | null> = { ...row.columns };
    for (const name of names) made[`${as}.${name}`] = partner?.columns[name] ?? null;
    hand(withColumns(row, made));
  });
}

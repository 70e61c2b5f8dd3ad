import { PactError } from "../../errors.js";

/** The column names of a header row; columns without a name get their number. */
export function headOf(record: readonly string[]): readonly string[] {
  const names = record.map((name, index) => name.trim() || `column${index + 1}`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return names;
  throw new PactError("IMPORT_FAILED", `Duplicate column "${twice}" in the header row. Rename one of them.`);
}

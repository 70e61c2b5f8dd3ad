import type { DataRow } from "../read/record.js";

/** Where a row stands, as a locator; the file is named where the data set has several. */
export function locatorOf({ file, line, lastLine }: Omit<DataRow, "columns">, severalFiles: boolean): string {
  const place = lastLine !== undefined && lastLine !== line ? `lines ${line} to ${lastLine}` : `line ${line}`;
  return severalFiles ? `${file} ${place}` : place;
}

import type { DataRow } from "../read/record.js";

/** The position of a row as a locator, with the file name if the data set has several files. */
export function locatorOf({ file, line, lastLine }: Omit<DataRow, "columns">, severalFiles: boolean): string {
  const place = lastLine !== undefined && lastLine !== line ? `lines ${line} to ${lastLine}` : `line ${line}`;
  return severalFiles ? `${file} ${place}` : place;
}

import type { SelectedField } from "../selection.js";

/** The selected fields that are columns of a statement, with their slots. */
export function columnsAmong<Column extends string>(
  fields: readonly SelectedField[],
  columns: readonly Column[],
): readonly { readonly slot: string; readonly column: Column }[] {
  return fields.flatMap(({ name, slot }) => {
    const column = columns.find((each) => each === name);
    return column ? [{ slot, column }] : [];
  });
}

import { type ReactNode, useState } from "react";

/** A column: its head, what a cell shows, and by what it is sorted. */
export interface Column<Row> {
  readonly head: string;
  cell(row: Row): ReactNode;
  key?(row: Row): string;
}

/** A table that is sorted by a click on the head of a column. */
export function Table<Row>({
  caption,
  rows,
  columns,
  idOf,
}: {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  idOf(row: Row): string;
}) {
  const [order, setOrder] = useState<{ readonly at: number; readonly down: boolean }>();
  const by = order && columns[order.at]?.key;
  const sorted = by ? [...rows].sort((a, b) => by(a).localeCompare(by(b)) * (order.down ? -1 : 1)) : rows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard, too.
    <section className="scroll" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, key }, at) => (
              <th key={head} scope="col" aria-sort={sortOf(order, at)}>
                {key ? (
                  <button
                    type="button"
                    onClick={() => setOrder({ at, down: order?.at === at && !order.down })}
                  >
                    {head}
                  </button>
                ) : (
                  head
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={idOf(row)}>
              {columns.map(({ head, cell }, at) =>
                at === 0 ? (
                  <th key={head} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={head}>{cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function sortOf(order: { readonly at: number; readonly down: boolean } | undefined, at: number) {
  if (order?.at !== at) return undefined;
  return order.down ? ("descending" as const) : ("ascending" as const);
}

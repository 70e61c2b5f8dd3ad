import { stringify } from "csv-stringify/sync";
import { UNDECIDED } from "../import/look-up/aliases.js";
import type { UnresolvedName } from "../import/report.js";

/**
 * A table of names that were not found, in the form of an alias file. Its id column has to be filled in: with the id of
 * a node, or with nothing if the name stands for no node.
 */
export function aliasTable(names: readonly UnresolvedName[]): string {
  const rows = names.map(({ code, name, rows: count, candidates }) => ({
    name: name ?? code,
    from: "",
    to: "",
    id: UNDECIDED,
    rows: count,
    candidates: candidates.join(" | "),
  }));
  return stringify(rows, { header: true, columns: ["name", "from", "to", "id", "rows", "candidates"] });
}

import { dirname, resolve } from "node:path";
import { PactError } from "../../errors.js";
import { FIRST_DAY, isCalendarDay, LAST_DAY } from "../../model/edtf.js";
import { nodeModelOfId } from "../../model/ids.js";
import { normalizeName } from "../../model/normalize.js";
import type { FileSpec } from "../mapping/file-definition.js";
import { readRows } from "../read/read.js";
import type { Candidate } from "./directory.js";

/** The id of an alias that deliberately refers to no node. */
export const NOBODY = "";
/** The id of an alias that an editor has not decided on yet. */
export const UNDECIDED = "?";

/** By normalized name or code. */
export type Aliases = ReadonlyMap<string, readonly Candidate[]>;

const FORM: Omit<FileSpec, "name"> = {
  match: [],
  optional: false,
  many: false,
  format: "csv",
  nulls: [""],
  columns: {},
  rename: {},
};

const COLUMNS = ["name", "from", "to", "id"] as const;

/**
 * Reads alias files: CSV with the columns name, from, to, id. Several rows for the same name and day mean that the name
 * is ambiguous; a row without an id means that it refers to no node. Other columns are ignored. Throws IMPORT_FAILED with file and line.
 */
export async function readAliases(mappingFile: string, files: readonly string[]): Promise<Aliases> {
  const aliases = new Map<string, Candidate[]>();
  for (const file of files) {
    const path = resolve(dirname(mappingFile), file);
    const fail = (line: number, message: string): never => {
      throw new PactError("IMPORT_FAILED", `${path}:${line}: ${message}`);
    };
    await readRows(
      path,
      { ...FORM, name: "aliases" },
      {
        broken: (_, line, message) => fail(line, message),
        row: ({ columns, line }) => {
          for (const column of COLUMNS)
            if (!Object.hasOwn(columns, column)) fail(1, `Missing column "${column}".`);
          const { name, from, to, id } = columns;
          if (id === UNDECIDED)
            fail(line, `Decide on "${name}": enter the id of its node, or empty the field if it has none.`);
          if (!name || (id && !nodeModelOfId(id))) {
            return fail(line, "An alias requires a name, and an id such as state:kaz.");
          }
          for (const day of [from, to]) {
            if (day && !isCalendarDay(day)) fail(line, `"${day}" is not a date such as 1991-12-26.`);
          }
          if (from && to && from > to) fail(line, `${from} is after ${to}. Swap the two dates.`);
          const key = normalizeName(name);
          aliases.set(key, [
            ...(aliases.get(key) ?? []),
            { id: id ?? NOBODY, from: from ?? FIRST_DAY, to: to ?? LAST_DAY },
          ]);
        },
      },
    );
  }
  return aliases;
}

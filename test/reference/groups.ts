import { isPeriodOf, periodAt } from "./bucket.js";
import { fits } from "./filter.js";
import type { Args } from "./item.js";
import { compareKey } from "./order.js";
import { type PathContext, valuesAt } from "./path.js";
import type { Seen } from "./seen.js";
import { numberValue, type Value } from "./value.js";

type Key = string | null;

/** Rows with the same keys. */
export interface Group {
  readonly keys: readonly Key[];
  readonly rows: readonly Seen[];
}

interface By {
  readonly path: string;
  readonly bucket?: string;
  readonly lang?: string;
}

const MOST = 100;

/** The groups of rows that are wanted, in order; a row with several values is in several groups, once in each. */
export function groupsOf(
  context: PathContext,
  rows: readonly Seen[],
  { by, having, orderBy, first }: Args,
): readonly Group[] {
  const keysBy = by as readonly By[];
  const groups = new Map<string, { keys: readonly Key[]; rows: Seen[] }>();
  for (const row of rows) {
    for (const keys of combined(keysBy.map((each) => keysOf(context, row, each)))) {
      const name = JSON.stringify(keys);
      const group = groups.get(name) ?? { keys, rows: [] };
      group.rows.push(row);
      groups.set(name, group);
    }
  }
  const wanted = [...groups.values()].filter((group) => isWanted(group, having));
  const order = String(orderBy ?? "COUNT");
  wanted.sort((one, other) => compareGroups(one, other, order));
  return wanted.slice(0, typeof first === "number" ? first : MOST);
}

/** The different keys that a row has by a path; unset where the path leads nowhere. */
function keysOf({ reader, scope }: PathContext, row: Seen, { path, bucket, lang }: By): readonly Key[] {
  const values = valuesAt({ reader, scope, lang }, row, path);
  const keys = values.map((value) => keyOf(value, bucket));
  return keys.length ? [...new Set(keys)] : [null];
}

function keyOf({ shown, days }: Value, bucket: string | undefined): Key {
  if (shown === undefined || shown === null) return null;
  if (bucket === undefined || !isPeriodOf(bucket)) return String(shown);
  if (!days) throw new Error("Only dates lie in periods.");
  const period = periodAt(days.min, bucket);
  return period === periodAt(days.max, bucket) ? period : null;
}

function combined(lists: readonly (readonly Key[])[]): readonly (readonly Key[])[] {
  return lists.reduce<readonly (readonly Key[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((key) => [...row, key])),
    [[]],
  );
}

function isWanted({ rows }: Group, having: unknown): boolean {
  const { count = {}, nodes = {} } = (having ?? {}) as { readonly count?: object; readonly nodes?: object };
  return fits(count, numberValue(rows.length), false) && fits(nodes, numberValue(nodesOf({ rows })), false);
}

function nodesOf({ rows }: Pick<Group, "rows">): number {
  return new Set(rows.map(({ node }) => node.id)).size;
}

function compareGroups(one: Group, other: Group, order: string): number {
  const most =
    order === "COUNT"
      ? other.rows.length - one.rows.length
      : order === "NODES"
        ? nodesOf(other) - nodesOf(one)
        : 0;
  return most || compareAll(one.keys, other.keys, order === "KEY_DESC");
}

function compareAll(one: readonly Key[], other: readonly Key[], descending: boolean): number {
  const differing = one.findIndex((key, index) => key !== other[index]);
  if (differing < 0) return 0;
  return compareKey(one[differing] ?? null, other[differing] ?? null, descending);
}

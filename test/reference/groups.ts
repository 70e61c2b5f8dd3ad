import { isPeriodOf, periodAt } from "./bucket.js";
import { fits } from "./filter.js";
import type { Args } from "./item.js";
import { compareKey } from "./order.js";
import { isValue, type PathContext, stepFrom, valueAt } from "./path.js";
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
    for (const [name, keys] of keysOf(context, row, keysBy)) {
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

/** Keys of a row, and the edges and nodes that their relations were followed to; null for one that leads nowhere. */
interface Way {
  readonly reached: ReadonlyMap<string, Seen | null>;
  readonly keys: readonly Key[];
}

/** The different keys of a row, by their text. Keys that follow the same relation are about the same edge. */
function keysOf(context: PathContext, row: Seen, by: readonly By[]): ReadonlyMap<string, readonly Key[]> {
  const start: readonly Way[] = [{ reached: new Map([["", row]]), keys: [] }];
  const ways = by.reduce(
    (found, each) => found.flatMap((way) => followed(context, way, each, "", each.path.split("."))),
    start,
  );
  return new Map(ways.map(({ keys }) => [JSON.stringify(keys), keys]));
}

function followed(
  context: PathContext,
  way: Way,
  by: By,
  done: string,
  steps: readonly string[],
): readonly Way[] {
  const seen = way.reached.get(done);
  if (!seen) return [{ ...way, keys: [...way.keys, null] }];
  const [step = "", ...rest] = steps;
  if (isValue(seen, steps)) {
    const value = valueAt({ ...context, lang: by.lang }, seen, steps.join("."));
    return [{ ...way, keys: [...way.keys, keyOf(value, by.bucket)] }];
  }
  const next = `${done}.${step}`;
  if (way.reached.has(next)) return followed(context, way, by, next, rest);
  const ends = stepFrom(context, seen, step);
  return (ends.length ? ends : [null]).flatMap((end) =>
    followed(context, { ...way, reached: new Map([...way.reached, [next, end]]) }, by, next, rest),
  );
}

function keyOf({ shown, days }: Value, bucket: string | undefined): Key {
  if (shown === undefined || shown === null) return null;
  if (bucket === undefined || !isPeriodOf(bucket)) return String(shown);
  if (!days) throw new Error("Only dates lie in periods.");
  const period = periodAt(days.min, bucket);
  return period === periodAt(days.max, bucket) ? period : null;
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

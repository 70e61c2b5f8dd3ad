/** A value of a GraphQL answer. */
type Json = string | number | boolean | null | readonly Json[] | JsonMap;

interface JsonMap {
  readonly [key: string]: Json;
}

/**
 * The data of an answer of either API in one form, so that equal answers are equal values:
 * a list is its rows whether it came as a list or as a connection, an edge is one map of its own properties and its
 * node, `xConnection` is `x`, a source is its id, a single node is a list of one, and nothing found is an empty list.
 */
export function normalised(data: unknown): unknown {
  if (!isMap(data)) return null;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [bare(key), rooted(normalisedValue(value))]),
  );
}

function rooted(value: unknown): unknown {
  if (value === null) return [];
  const isPage = typeof value === "object" && !Array.isArray(value) && isPageKey(Object.keys(value));
  return Array.isArray(value) || isPage ? value : [value];
}

function isPageKey(keys: readonly string[]): boolean {
  return keys.includes("rows") || keys.includes("totalCount");
}

function normalisedValue(value: Json): unknown {
  if (Array.isArray(value)) return value.map(normalisedValue);
  return isMap(value) ? normalisedMap(value) : value;
}

function normalisedMap(map: JsonMap): unknown {
  const { edges, nodes, totalCount, pageInfo, properties, source, ...others } = map;
  const rows = edges ?? nodes;
  const rest = Object.entries(others).map(([key, value]) => [bare(key), normalisedValue(value)] as const);
  const found = {
    ...Object.fromEntries(rest),
    ...(isMap(properties) ? properties : {}),
    ...(isMap(source) ? { sourceId: source.id } : {}),
    ...(totalCount === undefined ? {} : { totalCount }),
    ...(isMap(pageInfo) ? { hasNextPage: pageInfo.hasNextPage } : {}),
    ...(rows === undefined ? {} : { rows: normalisedValue(rows) }),
  };
  const [first = "", ...more] = Object.keys(found);
  // A list of which nothing but the rows was asked is those rows; an edge of which only the node was, that node.
  return !more.length && ["rows", "node"].includes(first) ? Object.values(found)[0] : found;
}

function bare(key: string): string {
  return key.replace(/Connection$/, "");
}

function isMap(value: unknown): value is JsonMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

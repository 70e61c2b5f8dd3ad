import type { PagePlan, SortKeyPlan } from "../plan/kinds/pages.js";
import type { Environment, Parameter, Variable } from "../statement/environment.js";
import { identifier, mapOf, whereClause } from "../statement/text.js";
import { aggregateExpression } from "./aggregate.js";
import { valueExpression } from "./condition.js";
import { listOfRows, type Prelude } from "./prelude.js";
import { matched, type RowSource } from "./rows.js";

/** One sort key as an expression. */
export interface SortKey {
  readonly expression: string;
  readonly descending: boolean;
  /** True if the key can be unset. Rows with an unset key come last in both directions. */
  readonly nullable: boolean;
  /** True for days and instants, which are text in a cursor. */
  readonly temporal: boolean;
}

/** All sort keys of a list. The last one is unique, so that the order is total. */
export type SortKeys = readonly SortKey[];

/** An ascending key that is never unset. */
export function plainKey(expression: string): SortKey {
  return { expression, descending: false, nullable: false, temporal: false };
}

/** Like plainKey, but for a day or an instant. */
export function dayKey(expression: string): SortKey {
  return { ...plainKey(expression), temporal: true };
}

/** How to write each row of a page. */
export interface RowWriter {
  /** Unique keys that make the order total. */
  readonly ids: readonly string[];
  /** A condition that allows an index to return the rows in the order of their ids. */
  readonly seek?: string;
  readonly entries: (prelude: Prelude) => readonly string[];
  /** True if a page with a total reads its rows only once. They are few enough to be kept until they are counted. */
  readonly isShort?: boolean;
  /** The rows that certainly hold, if a time is requested. */
  readonly certain?: (() => RowSource) | undefined;
  /** Further entries of the map of the page. */
  readonly more?: readonly string[];
}

/** The map of a page. It contains only the selected entries. */
export function pageExpression(
  page: PagePlan,
  source: RowSource,
  prelude: Prelude,
  { ids, seek, entries, isShort, certain, more = [] }: RowWriter,
): string {
  const { environment } = prelude;
  const asked = page.keys.map((key) => ({ key, variable: environment.variable("k") }));
  const keys = [...asked.map(({ key, variable }) => askedKey(key, variable)), ...ids.map(plainKey)];
  const computed = asked.map(({ key, variable }) => `${sortExpression(environment, key)} AS ${variable}`);
  const names = [...source.carried, ...asked.map(({ variable }) => `${variable}`)];
  const carried = names.join(", ");
  // Requested keys are computed once, before the conditions on them. Ids need no computation.
  const rows = (extra: readonly string[]) =>
    computed.length
      ? `${matched(source)} WITH ${[...source.carried, ...computed].join(", ")}${whereClause(extra)}`
      : matched(source, extra);
  const write = rowWriter(page, keys, entries, prelude);
  const first = firstRows(page, keys, carried);
  const all = isReadOnce(page, isShort)
    ? prelude.add("all", (name) => `${rows([])} RETURN collect([${carried}]) AS ${name}`)
    : undefined;
  return pageMap(page, keys, {
    items: () => {
      if (all) return write(`${keptRows(environment, all, names)} ${first}`);
      const wanted = rows([...(seek && !computed.length ? [seek] : []), ...cursorConditions(page, keys)]);
      return write(`${wanted} ${first}`);
    },
    total: () => (all ? `size(${all})` : `COUNT { ${matched(source)} }`),
    certain: () => `COUNT { ${matched(certain ? certain() : source)} }`,
    exists: (extra) => `EXISTS { ${rows([extra])}${computed.length ? " RETURN 1" : ""} }`,
    more: [
      ...more,
      ...page.aggregates.map(
        (aggregate) => `${identifier(aggregate.slot)}: ${aggregateExpression(aggregate, source, prelude)}`,
      ),
    ],
  });
}

/** Writes the rows of a page as a list of maps, each with its cursor if that is selected. */
function rowWriter(page: PagePlan, keys: SortKeys, entries: RowWriter["entries"], prelude: Prelude) {
  return (limited: string) =>
    listOfRows(prelude, limited, (inner) => mapOf([...cursorEntry(page, keys), ...entries(inner)]));
}

/** True for a page with a total whose rows are read once and kept until they are counted. */
function isReadOnce(page: PagePlan, isShort = false): boolean {
  return isShort && page.wantsItems && page.wantsTotal && !page.after && !page.before;
}

/** Rows found by a subquery, with their own sort keys. */
export interface FoundRows {
  /** A `CALL … { … }` that returns the variables in `carried`. */
  readonly found: string;
  /** The same without its variables, to be counted. */
  readonly counted?: string;
  /** The same, but without rows that cannot be on the page. */
  readonly near?: string;
  /** True if a page with a total reads its rows only once. They are few enough to be kept until they are counted. */
  readonly isShort?: boolean;
  readonly carried: readonly Variable[];
  readonly keys: SortKeys;
  readonly entries: (inner: Prelude) => readonly string[];
  /** Further entries of the map of the page. */
  readonly more?: readonly string[];
}

/** A page of found rows. */
export function foundPage(
  page: PagePlan,
  { found, counted, near, isShort, carried: variables, keys, entries, more = [] }: FoundRows,
  prelude: Prelude,
): string {
  const names = variables.map(String);
  const carried = names.join(", ");
  const first = firstRows(page, keys, carried);
  const write = rowWriter(page, keys, entries, prelude);
  const all = isReadOnce(page, isShort)
    ? prelude.add("all", (name) => `${found} RETURN collect([${carried}]) AS ${name}`)
    : undefined;
  return pageMap(page, keys, {
    items: () => {
      if (all) return write(`${keptRows(prelude.environment, all, names)} ${first}`);
      const where = whereClause(cursorConditions(page, keys));
      return write(`${near ?? found} WITH ${carried}${where} ${first}`);
    },
    total: () => (all ? `size(${all})` : `COUNT { ${counted ?? found} RETURN 1 }`),
    exists: (extra) => `EXISTS { ${found} WITH ${carried} WHERE ${extra} RETURN 1 }`,
    more,
  });
}

/** The parts of a page for one kind of list. */
interface PageParts {
  readonly items: () => string;
  readonly total: () => string;
  readonly certain?: () => string;
  readonly exists: (extra: string) => string;
  readonly more: readonly string[];
}

function pageMap(page: PagePlan, keys: SortKeys, { items, total, certain, exists, more }: PageParts): string {
  const outside = page.wantsPageInfo ? outsideConditions(page, keys) : {};
  return mapOf([
    ...(page.wantsItems ? [`items: ${items()}`] : []),
    ...(page.wantsTotal ? [`total: ${total()}`] : []),
    ...(page.wantsCertain && certain ? [`certain: ${certain()}`] : []),
    ...(outside.before ? [`before: ${exists(outside.before)}`] : []),
    ...(outside.behind ? [`behind: ${exists(outside.behind)}`] : []),
    ...more,
  ]);
}

function askedKey({ kind, value, descending }: SortKeyPlan, variable: Variable): SortKey {
  return {
    expression: `${variable}`,
    descending,
    nullable: value.kind !== "count" && value.kind !== "name" && value.kind !== "type",
    temporal: kind === "date" || kind === "datetime",
  };
}

/** A sort key as an expression. Names are in alphabetical order, regardless of case, and ё sorts like е. */
function sortExpression(environment: Environment, { value }: SortKeyPlan): string {
  const expression = valueExpression(environment, value);
  return value.kind === "name" ? `replace(toLower(${expression}), 'ё', 'е')` : expression;
}

/** The sort keys of a row, from which its cursor is made. */
function cursorEntry({ wantsCursors }: PagePlan, keys: SortKeys): readonly string[] {
  return wantsCursors ? [`c: ${keyList(keys)}`] : [];
}

/** The key values of a row, in the form used in cursors. */
function keyList(keys: SortKeys): string {
  const texts = keys.map(({ expression, temporal }) => (temporal ? `toString(${expression})` : expression));
  return `[${texts.join(", ")}]`;
}

/** Conditions that keep only the rows between the cursors. */
function cursorConditions({ after, before }: PagePlan, keys: SortKeys): readonly string[] {
  return [
    ...(after ? [pastCursor(keys, "after", after)] : []),
    ...(before ? [pastCursor(keys, "before", before)] : []),
  ];
}

/** Conditions for the rows outside a cursor, including the row of the cursor itself. */
function outsideConditions(page: PagePlan, keys: SortKeys): { before?: string; behind?: string } {
  const outside = (side: Side, values: readonly Parameter[]) => {
    const inside = pastCursor(keys, side, values);
    return keys.some(({ nullable }) => nullable) ? `NOT coalesce(${inside}, false)` : `NOT ${inside}`;
  };
  return {
    ...(page.after ? { before: outside("after", page.after) } : {}),
    ...(page.before ? { behind: outside("before", page.before) } : {}),
  };
}

/** The rows of a list in which each row is a list of the values of some variables. */
function keptRows(environment: Environment, all: Variable, names: readonly string[]): string {
  const row = environment.variable("row");
  const values = names.map((name, index) => `${row}[${index}] AS ${name}`);
  return `UNWIND ${all} AS ${row} WITH ${values.join(", ")}`;
}

/**
 * The first rows in the order of a page. They are first ordered by all keys but the last: the database then reads the last
 * key only of the rows that are on the page, or that do not differ from these in the other keys.
 * https://neo4j.com/docs/cypher-manual/5/planning-and-tuning/operators/operators-detail/#query-plan-partial-top
 */
function firstRows(page: PagePlan, keys: SortKeys, carried: string): string {
  const steps = keys.length > 1 ? [keys.slice(0, -1), keys] : [keys];
  return `${steps.map((each) => `WITH ${carried} ${orderBy(page, each)}`).join(" ")} LIMIT ${page.limit}`;
}

/** The order of one page. A page from the end of the list is read in reverse order. */
function orderBy(page: PagePlan, keys: SortKeys): string {
  const reverse = page.backward ? " DESC" : "";
  const terms = keys.flatMap(({ expression, descending, nullable }) => [
    ...(nullable ? [`${expression} IS NULL${reverse}`] : []),
    expression + (descending === page.backward ? "" : " DESC"),
  ]);
  return `ORDER BY ${terms.join(", ")}`;
}

type Side = "after" | "before";

function pastCursor(keys: SortKeys, side: Side, values: readonly Parameter[]): string {
  const level = (index: number): string => {
    const [key, value] = [keys[index], `${values[index]}`];
    if (!key) return "false";
    const here = isStrictlyPast(key, side, value);
    return index === keys.length - 1 ? here : `(${here} OR ${same(key, value)} AND ${level(index + 1)})`;
  };
  const [first, ...rest] = keys;
  // The leading key is also compared separately, so that the database can use an index on it.
  return rest.length && first && !first.nullable
    ? `(${first.expression} ${signOf(first, side)}= ${values[0]} AND ${level(0)})`
    : `(${level(0)})`;
}

function signOf({ descending }: SortKey, side: Side): "<" | ">" {
  return (side === "after") === descending ? "<" : ">";
}

function isStrictlyPast(key: SortKey, side: Side, value: string): string {
  const { expression, nullable } = key;
  const compared = `${expression} ${signOf(key, side)} ${value}`;
  if (!nullable) return compared;
  const [fails, holds] = side === "after" ? [value, expression] : [expression, value];
  return `CASE WHEN ${fails} IS NULL THEN false WHEN ${holds} IS NULL THEN true ELSE ${compared} END`;
}

function same({ expression, nullable }: SortKey, value: string): string {
  return nullable
    ? `(${expression} = ${value} OR (${expression} IS NULL AND ${value} IS NULL))`
    : `${expression} = ${value}`;
}

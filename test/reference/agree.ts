import type { Answer } from "../support/ask.js";
import { isCursor } from "./cursor.js";
import { compareText } from "./days.js";
import { evaluate } from "./evaluate.js";
import type { Operation, Walk } from "./generate/operation.js";
import type { Reader } from "./reader.js";

/** Sends an operation to the service. */
export type Ask = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<Answer>;

/** How the service and the reference answer one operation; cursors are levelled, texts of errors left out. */
export interface Comparison {
  readonly service: string;
  readonly reference: string;
  /** The variables that the service was asked with. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** True if the service rejects an argument because it has no effect; the reference does not look for such. */
  readonly hasNoEffect: boolean;
}

const PAGES = 3;

/** Asks both for the first page of every list that is walked, then for further ones, until they differ. */
export async function* comparisons(
  ask: Ask,
  reader: Reader,
  operation: Operation,
): AsyncGenerator<Comparison> {
  let own: Readonly<Record<string, unknown>> = operation.variables;
  let others = own;
  for (let page = 0; page < PAGES; page += 1) {
    const [service, reference] = await Promise.all([
      ask(operation.query, own),
      evaluate(reader, operation.query, others),
    ]);
    const errors = (service.errors ?? []).map(({ path = [], extensions }) => {
      return { path: path.join("."), code: extensions?.code };
    });
    const served = { data: service.data ?? null, errors };
    const hasNoEffect = (service.errors ?? []).some(({ message }) => message.includes("has no effect"));
    yield {
      service: written(served, reference),
      reference: written(reference, reference),
      variables: own,
      hasNoEffect,
    };
    if (!operation.walks.length) return;
    own = { ...own, ...cursorsIn(service.data, operation.walks) };
    others = { ...others, ...cursorsIn(reference.data, operation.walks) };
  }
}

/** The cursor of each walked list from which it goes on; a page without elements has none. */
function cursorsIn(data: unknown, walks: readonly Walk[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    walks.flatMap(({ path, variable, pick }) => {
      const edges = path.reduce<unknown>((value, key) => property(value, key), data);
      const cursors = Array.isArray(edges) ? edges : [];
      return cursors.length ? [[variable, property(cursors[pick % cursors.length], "cursor")]] : [];
    }),
  );
}

/** As text, with what may differ between the two levelled by what the reference has in the same place. */
function written(answer: object, reference: object): string {
  return JSON.stringify(levelled(answer, reference), null, 2);
}

function levelled(value: unknown, reference: unknown, key = ""): unknown {
  if (isCursor(reference)) return typeof value === "string" && value !== "" ? "a cursor" : value;
  if (Array.isArray(value)) {
    const items = value.map((item, index) => levelled(item, property(reference, String(index))));
    // No order is promised for the assertions of a fact.
    return /^assertions\d+$/.test(key)
      ? items.sort((one, other) => compareText(JSON.stringify(one), JSON.stringify(other)))
      : items;
  }
  // The last digits of an average depend on the order of adding.
  if (typeof value === "number") return Number(value.toPrecision(10));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, levelled(item, property(reference, name), name)]),
  );
}

function property(value: unknown, key: string): unknown {
  return value instanceof Object ? Reflect.get(value, key) : undefined;
}

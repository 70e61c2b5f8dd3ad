import { cypherFile } from "../db/cypher-files.js";
import type { Transaction } from "../db/database.js";
import { fromDriver } from "../db/values.js";
import { NONE, OPEN } from "../model/edtf.js";
import { nodeModelOfId } from "../model/ids.js";
import { maxColumn, minColumn } from "../model/property.js";
import { edgeModel, model } from "../model/registry.js";
import { type Assertion, columnsOfProperties } from "./derive.js";
import type { NodeRow } from "./rows.js";
import { runBatches } from "./stored.js";

/** The first and last day on which a node can have existed; undefined if not recorded. */
export interface Lifetime {
  readonly first: string | undefined;
  readonly last: string | undefined;
}

export type Lifetimes = ReadonlyMap<string, Lifetime>;

/** A succession is at the end of one life and the start of another, and a source can cover more than a life. */
const APART: readonly string[] = [model.relations.type, model.coverage.type];

/** The lifetimes of nodes in the graph. */
export async function lifetimesOf(tx: Transaction, ids: Iterable<string>): Promise<Lifetimes> {
  const found = await runBatches(tx, cypherFile("write/properties-of.cypher"), "ids", [...ids]);
  return new Map(found.map(({ id, properties }) => [String(id), lifetimeOf(String(id), properties)]));
}

/** The lifetimes of the nodes in rows, by what the rows say. */
export function lifetimesOfRows(rows: readonly NodeRow[]): Lifetimes {
  return new Map(
    rows.map(({ id, properties }) => {
      const { properties: declared = [] } = nodeModelOfId(id) ?? {};
      return [id, lifetimeOf(id, columnsOfProperties(declared, properties))];
    }),
  );
}

function lifetimeOf(id: string, columns: Readonly<Record<string, unknown>>): Lifetime {
  const node = nodeModelOfId(id);
  const day = (column: string) => {
    const value = fromDriver(columns[column]);
    return typeof value === "string" ? [value] : [];
  };
  const starts = node?.lifeStarts.flatMap(({ name }) => day(minColumn(name))) ?? [];
  const ends = node?.lifeEnd ? day(maxColumn(node.lifeEnd.name)) : [];
  return { first: starts.sort()[0], last: ends[0] };
}

/** A sentence for each date of an edge before or after the life of one of its ends. */
export function outsideLife(edge: Assertion, lifetimes: Lifetimes): readonly string[] {
  if (APART.includes(edge.type)) return [];
  return datesOf(edge).flatMap(({ name, text, min, max }) =>
    [edge.from, edge.to].flatMap((id) => {
      const { first, last } = lifetimes.get(id) ?? { first: undefined, last: undefined };
      const said = `${edge.type} ${edge.from} → ${edge.to}: ${name} ${text} is`;
      if (first !== undefined && max < first) return [`${said} before ${id} begins on ${first}.`];
      return last !== undefined && min > last ? [`${said} after ${id} ends on ${last}.`] : [];
    }),
  );
}

/** The dates that an edge states: that of an act, or the first and last day of a period. */
function datesOf({ type, columns }: Assertion) {
  const { event, timed } = edgeModel(type);
  const names = [...(event ? [event.name] : []), ...(timed ? ["validFrom", "validTo"] : [])];
  return names.flatMap((name) => {
    const text = columns[name];
    if (typeof text !== "string" || text === OPEN || text === NONE) return [];
    const [min, max] = [columns[minColumn(name)] ?? text, columns[maxColumn(name)] ?? text];
    return [{ name, text, min: String(min), max: String(max) }];
  });
}

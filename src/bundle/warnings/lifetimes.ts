import { cypherFile } from "../../db/cypher-files.js";
import type { Transaction } from "../../db/database.js";
import { fromDriver } from "../../db/values.js";
import type { Problem } from "../../input/problem.js";
import { NONE, OPEN, parseEdtf } from "../../model/edtf.js";
import { nodeModelOfId } from "../../model/ids.js";
import { maxColumn, minColumn } from "../../model/property.js";
import { edgeModel, model } from "../../model/registry.js";
import type { Assertion } from "../../record/derive.js";
import { runBatches } from "../../record/stored.js";
import type { RowsOutcome } from "../../record/write-rows.js";

/** The first and last day on which a node can have existed; undefined if not recorded. */
interface Life {
  readonly first: string | undefined;
  readonly last: string | undefined;
}

/** A succession is at the end of one life and the start of another, and a source can cover more than a life. */
const APART: readonly string[] = [model.relations.type, model.coverage.type];

/** Dates of edges before or after the life of one of their ends, and lives that end before they begin. */
export async function implausibleDates(
  tx: Transaction,
  { nodes, edges }: Pick<RowsOutcome, "nodes" | "edges">,
): Promise<readonly Problem[]> {
  const dated = edges.filter(({ type }) => !APART.includes(type));
  const ids = new Set([...nodes.map(({ row }) => row.id), ...dated.flatMap(({ from, to }) => [from, to])]);
  const found = await runBatches(tx, cypherFile("write/properties-of.cypher"), "ids", [...ids]);
  const lives = new Map(found.map(({ id, properties }) => [String(id), lifeOf(String(id), properties)]));
  return [
    ...nodes.flatMap(({ row: { id, at } }) => {
      const { first, last } = lives.get(id) ?? NO_LIFE;
      if (first === undefined || last === undefined || first <= last) return [];
      return [{ at, message: `${id} ends on ${last}, before it begins on ${first}.` }];
    }),
    ...dated.flatMap((edge) => outsideOf(edge, lives)),
  ];
}

const NO_LIFE: Life = { first: undefined, last: undefined };

function lifeOf(id: string, properties: Readonly<Record<string, unknown>>): Life {
  const node = nodeModelOfId(id);
  const day = (column: string) => {
    const value = fromDriver(properties[column]);
    return typeof value === "string" ? [value] : [];
  };
  const starts = node?.lifeStarts.flatMap(({ name }) => day(minColumn(name))) ?? [];
  const ends = node?.lifeEnd ? day(maxColumn(node.lifeEnd.name)) : [];
  return { first: starts.sort()[0], last: ends[0] };
}

function outsideOf(edge: Assertion, lives: ReadonlyMap<string, Life>): readonly Problem[] {
  return datesOf(edge).flatMap(({ name, text, min, max }) =>
    [edge.from, edge.to].flatMap((id) => {
      const { first, last } = lives.get(id) ?? NO_LIFE;
      const said = `${edge.type} ${edge.from} → ${edge.to}: ${name} ${text} is`;
      if (first !== undefined && max < first)
        return [{ at: edge.at, message: `${said} before ${id} begins on ${first}.` }];
      if (last !== undefined && min > last)
        return [{ at: edge.at, message: `${said} after ${id} ends on ${last}.` }];
      return [];
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
    return [{ name, text, ...parseEdtf(text) }];
  });
}

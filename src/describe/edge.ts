import { cypherFileForEdge } from "../db/cypher-files.js";
import type { Database } from "../db/database.js";
import { fromDriver } from "../db/values.js";
import { PactError } from "../errors.js";
import type { Json } from "../json.js";
import { model } from "../model/registry.js";
import type { StoredEdge } from "./resources.js";

/** Reads one assertion by its id, retracted or not. Throws NOT_FOUND. */
export async function readEdge(database: Database, id: string): Promise<StoredEdge> {
  const found = await database.read(async (tx) => {
    const types = [...model.edges.keys()];
    const rows = await Promise.all(
      types.map((type) => tx.run(cypherFileForEdge("read/edge-by-id.cypher", type), { id })),
    );
    return types.flatMap((type, index) => (rows[index] ?? []).map((row) => ({ type, row })));
  });
  const [one] = found;
  if (!one) throw new PactError("NOT_FOUND", `There is no assertion with the id ${id}.`);
  const { type, row } = one;
  const properties = Object.fromEntries(
    Object.entries(row.properties as Readonly<Record<string, unknown>>).map(
      ([name, value]) => [name, fromDriver(value) as Json] as const,
    ),
  );
  return { id, type, from: String(row.from), to: String(row.to), properties };
}

import type { Graph } from "./graph.js";
import type { ExtensionQuery } from "./input.js";
import { allProperties, propertiesWith, valuesOf } from "./properties.js";
import { checkType } from "./types.js";

/** The values of properties of nodes, to fill columns of a table. A node without a value has an empty list. */
export async function extend(graph: Graph, { ids, properties: wanted }: ExtensionQuery) {
  const properties = await propertiesWith(
    graph,
    wanted.map(({ id }) => id),
  );
  const values = await valuesOf(graph, ids, properties);
  const rows = ids.map((id) => {
    const cells = properties.map((property) => {
      const known = values.get(id)?.get(property.id) ?? [];
      return [property.id, known.map(cellOf)] as const;
    });
    return [id, Object.fromEntries(cells)] as const;
  });
  return { meta: properties.map(({ id, name }) => ({ id, name })), rows: Object.fromEntries(rows) };
}

/** Dates are text: the specification has only instants. */
function cellOf(value: unknown): { readonly str: string } | { readonly float: number } {
  return typeof value === "number" ? { float: value } : { str: String(value) };
}

/** The properties that a table of nodes of a type can be extended by. */
export async function proposeProperties(graph: Graph, type: string, limit: number | undefined) {
  const all = await allProperties(graph, checkType(type));
  const properties = all.slice(0, limit).map(({ id, name }) => ({ id, name }));
  return { type, properties, ...(limit === undefined ? {} : { limit }) };
}

import { PactError } from "../errors.js";
import { asMap, asMaps } from "../json.js";
import type { PropertyModel } from "../model/property.js";
import { nodeModel } from "../model/registry.js";
import { SUBJECTS } from "../model/subjects.js";
import type { Graph } from "./graph.js";
import type { Named } from "./types.js";

/** A property of nodes that a table can have as a column: one of the model, or the codes of a scheme. */
export interface Property extends Named {
  /** The codes of this scheme; undefined for a property of the model. */
  readonly scheme?: string;
}

const CODE = "code:";
const UNSEEN = ["id", "name", "recordedAt"];

const SCHEMES = `{ nameEntries(where: { kind: { eq: CODE } }) {
  aggregate { groups(by: [{ path: "scheme" }], orderBy: KEY) { keys } } } }`;

/** The properties of a type, or of all types, and the schemes of codes in the graph. */
export async function allProperties(graph: Graph, label?: string): Promise<readonly Property[]> {
  const own = (label === undefined ? SUBJECTS : [label]).flatMap((each) => ownProperties(each));
  const distinct = [...new Map(own.map(({ name }) => [name, { id: name, name }])).values()];
  return [...distinct, ...(await schemes(graph))];
}

/** The properties of the model that a type shows. */
export function ownProperties(label: string): readonly PropertyModel[] {
  return nodeModel(label).properties.filter(({ name, managed }) => !managed && !UNSEEN.includes(name));
}

async function schemes(graph: Graph): Promise<readonly Property[]> {
  const { nameEntries } = await graph(SCHEMES, {});
  return asMaps(asMap(asMap(nameEntries).aggregate).groups).flatMap(({ keys }) => {
    const scheme = Array.isArray(keys) ? keys[0] : undefined;
    return typeof scheme === "string" ? [{ id: `${CODE}${scheme}`, name: `${scheme} code`, scheme }] : [];
  });
}

/** The properties with these ids. Throws BAD_INPUT if there is no such property. */
export async function propertiesWith(graph: Graph, ids: readonly string[]): Promise<readonly Property[]> {
  if (!ids.length) return [];
  const known = await allProperties(graph);
  return ids.map((id) => {
    const found = known.find((each) => each.id === id);
    if (found) return found;
    const all = known.map((each) => each.id).join(", ");
    throw new PactError("BAD_INPUT", `There is no property "${id}". Use one of: ${all}.`);
  });
}

/** The values of properties of nodes: by id of the node, then by id of the property. */
export type Values = ReadonlyMap<string, ReadonlyMap<string, readonly unknown[]>>;

const MAX_CODES = 100;

/** Reads the values of properties of nodes. A node that does not exist has none. */
export async function valuesOf(
  graph: Graph,
  ids: readonly string[],
  properties: readonly Property[],
): Promise<Values> {
  if (!ids.length || !properties.length) return new Map();
  const { nodes } = await graph(valuesQuery(properties), { ids });
  return new Map(
    asMaps(nodes).map((node) => {
      const codes = asMaps(asMap(node.names).nodes);
      const values = properties.map(({ id, scheme }): [string, readonly unknown[]] => {
        if (scheme !== undefined)
          return [id, codes.filter((code) => code.scheme === scheme).map(({ text }) => text)];
        const value = node[`${String(node.__typename)}_${id}`];
        return [id, value === undefined || value === null ? [] : [value].flat()];
      });
      return [String(node.id), new Map(values)];
    }),
  );
}

/** Types have properties of the same name with different kinds of values, so each gets an alias of its own. */
function valuesQuery(properties: readonly Property[]): string {
  const wanted = new Set(properties.map(({ id }) => id));
  const parts = SUBJECTS.flatMap((label) => {
    const fields = ownProperties(label).filter(({ name }) => wanted.has(name));
    const own = fields.map(({ name }) => `${label}_${name}: ${name}`);
    const names = properties.some(({ scheme }) => scheme !== undefined)
      ? [`names(first: ${MAX_CODES}, where: { node: { kind: { eq: CODE } } }) { nodes { text scheme } }`]
      : [];
    return own.length + names.length ? [`... on ${label} { ${[...own, ...names].join(" ")} }`] : [];
  });
  return `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ${parts.join(" ")} } }`;
}

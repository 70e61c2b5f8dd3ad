import { type RunTools, runQuery } from "../answer/run.js";
import { PactError } from "../errors.js";
import { asList, asMap, isMap, type Json, type JsonMap, textOrNull } from "../json.js";
import { nodeModelOfId } from "../model/ids.js";
import { model, nodeModel } from "../model/registry.js";
import type { DescribedEdge, DescribedName, DescribedRelation, Description } from "./description.js";
import { describingOperation, THING } from "./operation.js";

/**
 * Reads what is recorded of a node, with the source of each statement. An id that was merged away gives the node that it
 * stands for. Throws NOT_FOUND.
 */
export async function describe(tools: RunTools, id: string): Promise<Description> {
  const label = nodeModelOfId(id)?.label;
  const thing = label === undefined ? undefined : await read(tools, label, id);
  if (!thing)
    throw new PactError(
      "NOT_FOUND",
      `There is no node "${id}". Ids look like state:kaz; use search to find them.`,
    );
  return descriptionOf(thing);
}

async function read(tools: RunTools, label: string, id: string): Promise<JsonMap | undefined> {
  const { data } = await runQuery(tools, describingOperation(label), { id });
  const thing = data[THING];
  return isMap(thing) ? thing : undefined;
}

function descriptionOf(thing: JsonMap): Description {
  const type = String(thing.__typename);
  const fields = nodeModel(type).edgeFields;
  const relations = new Map(fields.map(({ name }) => [name, asMap(thing[name])]));
  const known = fields
    .filter(({ edge }) => edge !== model.names)
    .map(({ name }) => relationOf(name, relations));
  const nameField = fields.find(({ edge }) => edge === model.names)?.name ?? "";
  return {
    id: String(thing.id),
    type,
    name: String(thing.name),
    recordedAt: String(thing.recordedAt),
    properties: valuesOf(
      thing,
      nodeModel(type)
        .properties.map(({ name }) => name)
        .filter((name) => !KEYS.has(name)),
    ),
    names: asList(relations.get(nameField)?.edges).map(nameOf),
    namesTotal: Number(relations.get(nameField)?.totalCount ?? 0),
    relations: known.filter(({ total, completeness }) => total > 0 || completeness !== NOT_RECORDED),
  };
}

const KEYS: ReadonlySet<string> = new Set(["id", "name", "recordedAt"]);
const NOT_RECORDED = "NOT_RECORDED";

function relationOf(field: string, relations: ReadonlyMap<string, JsonMap>): DescribedRelation {
  const given = relations.get(field) ?? {};
  return {
    field,
    total: Number(given.totalCount ?? 0),
    completeness: String(asMap(given.coverage).completeness ?? NOT_RECORDED),
    edges: asList(given.edges).map(edgeOf),
  };
}

function edgeOf(value: Json): DescribedEdge {
  const { id, source, node, ...properties } = asMap(value);
  const other = asMap(node);
  return {
    id: String(id),
    properties: valuesOf(properties, Object.keys(properties)),
    source: { id: String(asMap(source).id), name: String(asMap(source).name) },
    node: { id: String(other.id), type: String(other.__typename), name: String(other.name) },
  };
}

function nameOf(value: Json): DescribedName {
  const { source, node } = asMap(value);
  const { text, lang, kind, scheme } = asMap(node);
  return {
    text: String(text),
    kind: String(kind),
    source: String(asMap(source).id),
    lang: textOrNull(lang),
    scheme: textOrNull(scheme),
  };
}

function valuesOf(map: JsonMap, names: readonly string[]): JsonMap {
  return Object.fromEntries(names.flatMap((name) => (map[name] == null ? [] : [[name, map[name]]])));
}

import { propertiesOf } from "../model/decorators.js";
import { Assertion } from "../model/edges/assertion.js";
import type { PropertyModel } from "../model/property.js";
import { type EdgeField, type EdgeModel, model, nodeModel } from "../model/registry.js";

const ofEveryNode = (
  name: string,
  kind: PropertyModel["kind"],
  description: string,
  reference = false,
): PropertyModel =>
  Object.freeze({
    name,
    kind,
    description,
    reference,
    required: true,
    event: false,
    force: false,
    managed: false,
  });

/** Properties for filtering and ordering that all nodes have. */
export const IDENTITY: readonly PropertyModel[] = Object.freeze([
  ofEveryNode("id", "text", "Unique id.", true),
  ofEveryNode("name", "text", "Display name. For other names, use names."),
  ofEveryNode("recordedAt", "datetime", "When the node was first recorded."),
]);

/** Path name of the number of spells of the fact of an edge. */
export const SPELLS = "spells";
/** The API name for the source id of an edge. */
export const SOURCE = { stored: "sourceId", shown: "source" };

const IDENTITY_NAMES: ReadonlySet<string> = new Set(IDENTITY.map(({ name }) => name));

/** The properties of a node type besides those that every node has. */
export function ownNodeProperties(label: string): readonly PropertyModel[] {
  return nodeModel(label).properties.filter(({ name }) => !IDENTITY_NAMES.has(name));
}

/** The property with this name of nodes of these types; if the types differ, that of the first. */
export function nodePropertyOf(labels: readonly string[], name: string): PropertyModel | undefined {
  const all = [...IDENTITY, ...labels.flatMap((label) => nodeModel(label).properties)];
  return all.find((property) => property.name === name);
}

/** The properties of an edge type by their names in filters and paths. */
export function edgeProperties({ properties }: EdgeModel): ReadonlyMap<string, PropertyModel> {
  return new Map(
    properties.map((property) => [property.name === SOURCE.stored ? SOURCE.shown : property.name, property]),
  );
}

/** The properties for filtering the assertions of one source, of any edge type. */
export function assertionProperties(): ReadonlyMap<string, PropertyModel> {
  const shared = propertiesOf(Assertion).filter(({ name }) => name !== SOURCE.stored);
  return new Map(shared.map((property) => [property.name, property]));
}

/** The types that conditions on mixed nodes can distinguish; use `names` for names. */
export function variantLabels(labels: readonly string[]): readonly string[] {
  return labels.length > 1 ? labels.filter((label) => label !== model.nameLabel) : labels;
}

/** The edge fields that all these node types share. */
export function commonFields(labels: readonly string[]): readonly EdgeField[] {
  const [first, ...others] = variantLabels(labels).map((label) => nodeModel(label).edgeFields);
  return (first ?? []).filter((field) => others.every((fields) => fields.includes(field)));
}

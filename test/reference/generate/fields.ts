import type { PropertyModel } from "../../../src/model/property.js";
import { type EdgeField, type EdgeModel, model, nodeModel } from "../../../src/model/registry.js";
import { edgeFieldNamed } from "../path.js";

/** A property that a condition or a path can name, of a node type (label) or of an edge type. */
export interface Named extends Pick<PropertyModel, "name" | "kind" | "codes"> {
  readonly of: string;
  readonly reference?: boolean;
}

/** What a list has: nodes of some types, or edges of a field. */
export type Listed =
  | { readonly kind: "node"; readonly labels: readonly string[] }
  | { readonly kind: "edge"; readonly field: EdgeField };

/** The properties that nodes of all of some types have, whatever those are. */
export function identityOf(label: string): readonly Named[] {
  return [
    { name: "id", kind: "text", of: label },
    { name: "name", kind: "text", of: label },
    { name: "recordedAt", kind: "datetime", of: label },
  ];
}

/** The properties of a node type. */
export function nodeProperties(label: string): readonly Named[] {
  const identity = identityOf(label);
  const own = nodeModel(label).properties.filter(({ name }) => identity.every((each) => each.name !== name));
  return [...identity, ...own.map((property) => ({ ...property, of: label }))];
}

/** The properties of an edge type; its source is named by its id. */
export function edgeProperties({ type, properties }: EdgeModel): readonly Named[] {
  return properties.map((property) => {
    return { ...property, of: type, name: property.name === "sourceId" ? "source" : property.name };
  });
}

/** The node types that a condition on the node at the other end speaks of; for most types it is that on any node. */
export function endLabels({ targets, targetType }: EdgeField): readonly string[] {
  return targetType === "Entity" ? [...model.nodes.keys()] : targets;
}

/** The edge fields that nodes of all of some types have. */
export function commonFields(labels: readonly string[]): readonly EdgeField[] {
  const [first = [], ...others] = labels.map((label) => nodeModel(label).edgeFields);
  return first.filter((field) => others.every((fields) => fields.includes(field)));
}

/** What a list has, by the name of its connection or condition: PartiesConnection, TreatyConnection, StateWhere. */
export function listedAs(typeName: string): Listed | undefined {
  const name = typeName.replace(/(Connection|Where)$/, "");
  if (model.nodes.has(name)) return { kind: "node", labels: [name] };
  const field = edgeFieldNamed(name.charAt(0).toLowerCase() + name.slice(1));
  return field && { kind: "edge", field };
}

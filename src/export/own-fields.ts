import {
  type GraphQLFieldMap,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
} from "graphql";

/** Aliases that an export adds to a request; they do not appear in the output. */
export const OWN = {
  first: "exportFirst",
  after: "exportAfter",
  edges: "export_edges",
  edge: "export_edge",
  id: "export_id",
  type: "export_type",
  from: "export_from",
  to: "export_to",
  source: "export_source",
  claims: "export_claims",
  node: "export_node",
  reported: "export_reported",
  validFrom: "export_validFrom",
  validTo: "export_validTo",
  parent: "export_parent",
  parentName: "export_parentName",
  name: "export_name",
  nodes: "export_nodes",
  links: "export_links",
  coverage: "export_coverage",
} as const;

/** Columns of the export itself. No key of a response has a colon, so they never meet a selected one. */
export const OWN_COLUMNS = {
  edge: "pact:edge",
  source: "pact:source",
  sources: "pact:sources",
  from: "pact:from",
  to: "pact:to",
  notRecorded: "pact:notRecorded",
} as const;

/**
 * What a row is as a part of a graph.
 * - edgeOfNode: an edge between the node above the list and another one
 * - edge: an edge with both of its ends; aboutEdge: something about such an edge
 * - claims: what several sources claim about one fact of a node
 * - link: a link of a network
 * - node: something about a node; self: a node
 * - value: no part of a graph
 */
export interface RowShape {
  readonly kind: "edgeOfNode" | "edge" | "aboutEdge" | "claims" | "link" | "node" | "self" | "value";
  /** True for an edge of a node that has a validity. */
  readonly isTimed: boolean;
  /** The types of node whose sources can be listed. */
  readonly reported: readonly string[];
}

export const LINK: RowShape = { kind: "link", isTimed: false, reported: [] };

/** The shape of the rows of a connection, by the type of its edges. */
export function shapeOfEdges(
  schema: GraphQLSchema,
  edgeType: GraphQLOutputType | undefined,
  hasOwner: boolean,
): RowShape {
  const has = fieldNames(edgeType);
  const reported = reportedTypes(schema, typeOf(edgeType, "node"));
  const isTimed = has.has("validFromMin");
  const all = (...names: readonly string[]) => names.every((name) => has.has(name));
  const kindOf = (): RowShape["kind"] => {
    if (all("id", "from", "to", "source")) return "edge";
    if (all("edge")) return "aboutEdge";
    if (all("claims")) return "claims";
    if (hasOwner && all("id", "source", "node")) return "edgeOfNode";
    return all("node") ? "node" : "value";
  };
  return { kind: kindOf(), isTimed, reported };
}

/** The shape of the items of a plain list, by their type. */
export function shapeOfItems(schema: GraphQLSchema, type: GraphQLOutputType | undefined): RowShape {
  const has = fieldNames(type);
  const isEdge = ["id", "from", "to", "source"].every((name) => has.has(name));
  const isNode = ["id", "name", "recordedAt"].every((name) => has.has(name));
  const kind = isEdge ? "edge" : isNode ? "self" : "value";
  return { kind, isTimed: false, reported: isNode ? reportedTypes(schema, type) : [] };
}

const END = "{ id __typename name }";
const EDGE =
  `${OWN.id}: id ${OWN.type}: type ${OWN.source}: source { id } ` +
  `${OWN.from}: from ${END} ${OWN.to}: to ${END}`;
const REPORTED = `${OWN.reported}: reportedBy(first: 100) { nodes { id } totalCount }`;

function reportedFields(types: readonly string[]): string {
  return types.map((type) => `... on ${type} { ${REPORTED} }`).join(" ");
}

/** The types of node that a type can be, and whose sources can be listed. */
function reportedTypes(schema: GraphQLSchema, type: GraphQLOutputType | undefined): readonly string[] {
  const named = getNamedType(type);
  const possible = isAbstractType(named)
    ? schema.getPossibleTypes(named)
    : isObjectType(named)
      ? [named]
      : [];
  return possible.filter((each) => "reportedBy" in each.getFields()).map(({ name }) => name);
}

/** The fields that the formats need of a row. */
export function ownFields({ kind, isTimed, reported: types }: RowShape): string {
  const reported = reportedFields(types);
  switch (kind) {
    case "edge":
      return EDGE;
    case "aboutEdge":
      return `${OWN.edge}: edge { ${EDGE} } ${OWN.node}: node ${END}`;
    case "claims":
      return `${OWN.claims}: claims { source { id } } ${OWN.node}: node ${END}`;
    case "edgeOfNode": {
      const validity = isTimed ? `${OWN.validFrom}: validFromMin ${OWN.validTo}: validToMax` : "";
      return `${OWN.id}: id ${OWN.source}: source { id } ${validity} ${OWN.node}: node ${END}`;
    }
    case "node":
      return `${OWN.node}: node { id __typename name ${reported} }`;
    case "self":
      return `${OWN.id}: id ${OWN.type}: __typename ${OWN.name}: name ${reported}`;
    default:
      return "";
  }
}

function fieldNames(type: GraphQLOutputType | undefined): ReadonlySet<string> {
  return new Set(Object.keys(fieldsOf(type)));
}

function typeOf(type: GraphQLOutputType | undefined, name: string): GraphQLOutputType | undefined {
  return fieldsOf(type)[name]?.type;
}

function fieldsOf(type: GraphQLOutputType | undefined): GraphQLFieldMap<unknown, unknown> {
  const named: GraphQLNamedType | undefined = getNamedType(type);
  return isObjectType(named) || isInterfaceType(named) ? named.getFields() : {};
}

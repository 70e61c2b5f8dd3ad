import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  parseType,
  print,
  type SelectionNode,
  type SelectionSetNode,
  validate,
} from "graphql";
import { PactError } from "../errors.js";
import type { Limits } from "../limits.js";
import { MAX_LINKS } from "../model/bounds.js";
import { CodesScalar } from "../model/scalars.js";

/** Aliases that an export adds to a request; they do not appear in the output. */
export const OWN = {
  first: "exportFirst",
  after: "exportAfter",
  edges: "export_edges",
  id: "export_id",
  source: "export_source",
  node: "export_node",
  reported: "export_reported",
  parent: "export_parent",
  parentName: "export_parentName",
  nodes: "export_nodes",
  links: "export_links",
} as const;

/** A request with the list to export, page by page. */
export interface ExportOperation {
  /** The request, extended with the fields that the export needs. */
  readonly text: string;
  /** Response keys that lead to the list. */
  readonly path: readonly string[];
  readonly kind: "connection" | "network";
  /** For a connection of a node: its field, and the type of the node. */
  readonly field: { readonly name: string; readonly owner: string } | undefined;
  /** Response key of the rows: `edges` or `nodes` of the list, as selected. */
  readonly rowsKey: string;
  readonly columns: readonly string[];
}

/**
 * Finds the list of a request to export: a list of nodes, a connection of one node, or a network.
 * Throws BAD_INPUT with an explanation.
 */
export function exportOperation(
  schema: GraphQLSchema,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  limits: Limits,
): ExportOperation {
  const document = parsed(query, limits);
  const problems = validate(schema, document);
  if (problems.length) {
    throw new PactError("GRAPHQL_VALIDATION_FAILED", problems.map(({ message }) => message).join(" "));
  }
  const operation = onlyOperation(document);
  const root = onlyField(operation.selectionSet);
  const queryType = schema.getQueryType();
  const rootType = queryType ? typeOf(queryType, root) : undefined;
  if (!rootType) throw notExportable();
  const work = new Rewriter(schema, document, variables);
  return work.rewrite(operation, root, rootType);
}

function parsed(query: string, { maxTokens }: Limits): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PactError("GRAPHQL_PARSE_FAILED", reason, {}, { cause: error });
  }
}

function onlyOperation(document: DocumentNode): OperationDefinitionNode {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operations.length === 1 && operation?.operation === "query") return operation;
  throw new PactError("BAD_INPUT", "An export must be one query: a single operation, not a mutation.");
}

function onlyField({ selections }: SelectionSetNode): FieldNode {
  const [field] = selections;
  if (selections.length === 1 && field?.kind === Kind.FIELD) return field;
  throw new PactError(
    "BAD_INPUT",
    "An export must have one root field, for example { treaties { nodes { id name } } }.",
  );
}

function notExportable(): PactError {
  return new PactError(
    "BAD_INPUT",
    "Only lists can be exported: a root list such as treaties, one connection of one node such as " +
      "treaty(id: …) { parties { … } }, or network.",
  );
}

function typeOf(parent: GraphQLObjectType, field: FieldNode): GraphQLObjectType | undefined {
  const type = getNamedType(parent.getFields()[field.name.value]?.type);
  return isObjectType(type) ? type : undefined;
}

const isConnection = (type: GraphQLObjectType) => type.name.endsWith("Connection");

class Rewriter {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {}

  rewrite(operation: OperationDefinitionNode, root: FieldNode, type: GraphQLObjectType): ExportOperation {
    if (type.name === "Network") return this.network(operation, root, type);
    if (isConnection(type)) {
      const list = this.list(root, type, true);
      return {
        ...this.whole(operation, list.node, true),
        ...list.parts,
        path: [keyOf(root)],
        field: undefined,
      };
    }
    const lists = (root.selectionSet?.selections ?? []).flatMap((selection) => {
      const below = selection.kind === Kind.FIELD ? typeOf(type, selection) : undefined;
      return selection.kind === Kind.FIELD && below && isConnection(below) ? [{ selection, below }] : [];
    });
    const [only] = lists;
    if (!only || lists.length > 1) throw notExportable();
    const list = this.list(only.selection, only.below, false);
    const selections = (root.selectionSet?.selections ?? []).map((one) =>
      one === only.selection ? list.node : one,
    );
    const parent = fieldsOf(`{ ${OWN.parent}: id ${OWN.parentName}: name }`);
    const node: FieldNode = {
      ...root,
      selectionSet: { kind: Kind.SELECTION_SET, selections: [...selections, ...parent] },
    };
    const field = { name: only.selection.name.value, owner: type.name };
    return {
      ...this.whole(operation, node, true),
      ...list.parts,
      path: [keyOf(root), keyOf(only.selection)],
      field,
    };
  }

  /** Extends a connection with its pages, and its rows with what the graph formats need. */
  private list(node: FieldNode, type: GraphQLObjectType, isRoot: boolean) {
    const paged = (node.arguments ?? []).filter(({ name }) => name.value !== "first");
    const wrong = paged.find(({ name }) => ["last", "before", "after"].includes(name.value));
    if (wrong)
      throw new PactError("BAD_INPUT", `An export always reads the whole list: omit ${wrong.name.value}.`);
    const rows = (node.selectionSet?.selections ?? []).filter(
      (one): one is FieldNode => one.kind === Kind.FIELD && ["edges", "nodes"].includes(one.name.value),
    );
    const [row] = rows;
    if (!row || rows.length > 1) {
      throw new PactError(
        "BAD_INPUT",
        "Select either edges { … } or nodes { … } of the list; they are the exported rows.",
      );
    }
    const edgeType = typeOf(type, { ...row, name: { kind: Kind.NAME, value: "edges" } });
    const hasSource = edgeType?.getFields().source !== undefined;
    const reported = isRoot ? `${OWN.reported}: reportedBy(first: 100) { nodes { id } totalCount }` : "";
    const ofEdge = hasSource ? `${OWN.id}: id ${OWN.source}: source { id }` : "";
    const own = fieldsOf(
      `{ ${OWN.edges}: edges { ${ofEdge} ${OWN.node}: node { id __typename name ${reported} } } ` +
        "pageInfo { hasNextPage endCursor } }",
    );
    const args: ArgumentNode[] = [
      ...paged,
      variableArgument("first", OWN.first),
      variableArgument("after", OWN.after),
    ];
    const rowType = typeOf(type, row);
    return {
      node: {
        ...node,
        arguments: args,
        selectionSet: { kind: Kind.SELECTION_SET, selections: [row, ...own] },
      } as FieldNode,
      parts: {
        kind: "connection" as const,
        rowsKey: keyOf(row),
        columns: rowType && row.selectionSet ? this.columns(rowType, row.selectionSet, "") : [],
      },
    };
  }

  private network(
    operation: OperationDefinitionNode,
    root: FieldNode,
    type: GraphQLObjectType,
  ): ExportOperation {
    const links = (root.selectionSet?.selections ?? []).find(
      (one): one is FieldNode => one.kind === Kind.FIELD && one.name.value === "links",
    );
    const linkType = links ? typeOf(type, links) : undefined;
    const own = fieldsOf(
      `{ ${OWN.links}: links { from to sources } ${OWN.nodes}: nodes { node { ... on Entity { id __typename name } } } }`,
    );
    const selections = [...(root.selectionSet?.selections ?? []), ...own];
    const most = { kind: Kind.INT, value: String(MAX_LINKS) } as const;
    const args: ArgumentNode[] = [
      ...(root.arguments ?? []).filter(({ name }) => name.value !== "first"),
      { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: "first" }, value: most },
    ];
    const node: FieldNode = {
      ...root,
      arguments: args,
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    };
    return {
      ...this.whole(operation, node, false),
      kind: "network",
      path: [keyOf(root)],
      field: undefined,
      rowsKey: links ? keyOf(links) : "",
      columns: linkType && links?.selectionSet ? this.columns(linkType, links.selectionSet, "") : [],
    };
  }

  private whole(operation: OperationDefinitionNode, root: FieldNode, isPaged: boolean) {
    const pages = isPaged
      ? [variableDefinition(OWN.first, "Int"), variableDefinition(OWN.after, "String")]
      : [];
    const rewritten: OperationDefinitionNode = {
      ...operation,
      variableDefinitions: [...(operation.variableDefinitions ?? []), ...pages],
      selectionSet: { kind: Kind.SELECTION_SET, selections: [root] },
    };
    const definitions = this.document.definitions.map((one) => (one === operation ? rewritten : one));
    // Print the new document, so that it is planned and cached under its own text.
    return { text: print({ ...this.document, definitions }) };
  }

  /** The columns of a row: its leaf fields, by response key; a list of objects is one column. */
  private columns(
    type: GraphQLOutputType,
    { selections }: SelectionSetNode,
    prefix: string,
  ): readonly string[] {
    const found = selections.flatMap((selection) => this.columnsOf(type, selection, prefix));
    return [...new Set(found)];
  }

  private columnsOf(type: GraphQLOutputType, selection: SelectionNode, prefix: string): readonly string[] {
    if (selection.kind !== Kind.FIELD) {
      const { condition, selectionSet } = this.fragmentOf(selection);
      const below = condition ? this.schema.getType(condition) : type;
      return below && isCompositeType(below) ? this.columns(below, selectionSet, prefix) : [];
    }
    const key = prefix + keyOf(selection);
    const named = getNamedType(type);
    const field = named && "getFields" in named ? named.getFields()[selection.name.value] : undefined;
    const fieldType = field && "args" in field ? (field.type as GraphQLOutputType) : undefined;
    if (field && "args" in field && fieldType && getNamedType(fieldType).name === CodesScalar.name)
      return this.schemesOf(field as GraphQLField<unknown, unknown>, selection).map(
        (scheme) => `${key}.${scheme}`,
      );
    if (!fieldType || !selection.selectionSet || isLeafType(getNamedType(fieldType))) return [key];
    const bare = isNonNullType(fieldType) ? fieldType.ofType : fieldType;
    return isListType(bare) ? [key] : this.columns(fieldType, selection.selectionSet, `${key}.`);
  }

  /** The schemes of codes, each of which is a column. */
  private schemesOf(field: GraphQLField<unknown, unknown>, selection: FieldNode): readonly string[] {
    const { schemes } = getArgumentValues(field, selection, this.variables);
    return Array.isArray(schemes) ? schemes.map(String) : [];
  }

  private fragmentOf(selection: Exclude<SelectionNode, FieldNode>) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return { condition: selection.typeCondition?.name.value, selectionSet: selection.selectionSet };
    }
    const definition = this.document.definitions.find(
      (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
    );
    if (definition?.kind !== Kind.FRAGMENT_DEFINITION) throw notExportable();
    return { condition: definition.typeCondition.name.value, selectionSet: definition.selectionSet };
  }
}

function keyOf({ alias, name }: FieldNode): string {
  return alias?.value ?? name.value;
}

/** Parses a selection set. */
function fieldsOf(text: string): readonly SelectionNode[] {
  const [definition] = parse(text, { noLocation: true }).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
}

function variableArgument(name: string, variable: string): ArgumentNode {
  return {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: name },
    value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
  };
}

function variableDefinition(name: string, type: string) {
  const variable = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } } as const;
  return { kind: Kind.VARIABLE_DEFINITION, variable, type: parseType(type) } as const;
}

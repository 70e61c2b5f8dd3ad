import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  parse,
  parseType,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { checkedDocument } from "../answer/checked.js";
import { PactError } from "../errors.js";
import type { Limits } from "../limits.js";
import { MAX_LINKS } from "../model/bounds.js";
import { type Column, Columns, fieldOf, keyOf } from "./columns.js";
import { type FoundList, type Selected, selectionOf } from "./find-list.js";
import { COVERAGE, CoverageAdder } from "./not-recorded.js";
import { LINK, OWN, ownFields, type RowShape, shapeOfEdges, shapeOfItems } from "./own-fields.js";

/** A value that is selected around the list: the same in each row. */
export interface AroundValue {
  readonly path: readonly string[];
  readonly column: Column;
}

/** A request with the list to export. */
export interface ExportOperation {
  /** The request, extended with the fields that the export needs. */
  readonly text: string;
  /** A connection is read page by page. */
  readonly kind: FoundList["kind"];
  /** Response keys that lead to the list. */
  readonly path: readonly string[];
  /** For a connection of one node: its field, and the type of the node. */
  readonly field: { readonly name: string; readonly owner: string } | undefined;
  readonly shape: RowShape;
  /** Response key of the rows of a connection or network, as selected; undefined for a plain list. */
  readonly rowsKey: string | undefined;
  readonly columns: readonly Column[];
  /** Of a network: the response key of its nodes, and their columns. */
  readonly nodesKey: string | undefined;
  readonly nodeColumns: readonly Column[];
  readonly around: readonly AroundValue[];
  /** The number of rows that the request wants; undefined for all. */
  readonly most: number | undefined;
  /** True if the rows have connections, whose coverage is requested, too. */
  readonly asksCoverage: boolean;
  /** The fields on the way to the list that say themselves how long they are, each as the keys that lead to it. */
  readonly limited: readonly (readonly string[])[];
}

/**
 * Finds the one list of a request: a list of nodes, a connection of one node, a network, or a list of values such as
 * groups, series, paths. Throws BAD_INPUT with an explanation.
 */
export function exportOperation(
  schema: GraphQLSchema,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  limits: Limits,
): ExportOperation {
  const document = checkedDocument(schema, query, limits);
  const operation = onlyOperation(document);
  const node = onlyField(operation.selectionSet);
  const owner = schema.getQueryType();
  const field = owner ? fieldOf(owner, node) : undefined;
  if (!owner || !field) throw noList();
  const root: Selected = { node, owner, type: field.type };
  const { lists, values } = selectionOf(root);
  const [list, second] = lists;
  if (!list) throw noList();
  if (second) throw twoLists(list, second);
  return new Rewriter(schema, document, variables).rewrite(operation, list, values);
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

function noList(): PactError {
  return new PactError(
    "BAD_INPUT",
    "Only lists can be exported: select edges { … } or nodes { … } of a list such as treaties or " +
      "treaty(id: …) { parties { … } }, the links of a network, or groups, series, paths and the like.",
  );
}

function twoLists(...lists: readonly FoundList[]): PactError {
  const paths = lists.map(({ chain }) => pathOf(chain).join("."));
  return new PactError(
    "BAD_INPUT",
    `An export has one list, but this query has ${paths.join(" and ")}. Export each separately.`,
  );
}

/** The fields of a chain that have the argument `first`. */
function limitedOf(chain: readonly Selected[]): readonly (readonly string[])[] {
  return chain.flatMap(({ node }, index) =>
    node.arguments?.some(({ name }) => name.value === "first") ? [pathOf(chain.slice(0, index + 1))] : [],
  );
}

const pathOf = (chain: readonly Selected[]) => chain.map(({ node }) => keyOf(node));

/** What depends on the kind of the list; `node` is its field as it is sent. */
type ListParts = Omit<ExportOperation, "text" | "kind" | "path" | "around" | "limited" | "asksCoverage"> & {
  readonly node: FieldNode;
};

/** Writes the request with the fields and arguments that the export needs. */
class Rewriter {
  private readonly finder: Columns;
  private readonly coverage: CoverageAdder;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {
    this.finder = new Columns(schema, document, variables);
    this.coverage = new CoverageAdder(schema, fieldsOf(`{ ${COVERAGE} }`));
  }

  rewrite(
    operation: OperationDefinitionNode,
    { kind, chain }: FoundList,
    values: readonly (readonly Selected[])[],
  ): ExportOperation {
    const list = chain.at(-1);
    if (!list) throw noList();
    const above = chain.at(-2);
    const { node, ...rest } = this.parts(kind, list, above);
    const around = values.map((path) => this.around(path));
    return {
      ...rest,
      kind,
      around,
      path: pathOf(chain),
      limited: limitedOf(chain),
      asksCoverage: this.coverage.hasConnections,
      text: this.text(operation, nested(chain, node, rest.field), kind === "connection"),
    };
  }

  private parts(kind: FoundList["kind"], list: Selected, above: Selected | undefined): ListParts {
    if (kind === "network") return this.network(list);
    return kind === "connection" ? this.connection(list, above) : this.plain(list);
  }

  /** A connection with its pages, and its rows with what the formats need. */
  private connection(list: Selected, above: Selected | undefined): ListParts {
    const { node } = list;
    const wrong = (node.arguments ?? []).find(({ name }) => PAGE_ARGUMENTS.includes(name.value));
    if (wrong)
      throw new PactError(
        "BAD_INPUT",
        `An export reads a list from its start: omit ${wrong.name.value}. With first: n it has n rows.`,
      );
    const rows = rowsOf(node);
    const [row] = rows;
    if (!row || rows.length > 1) {
      throw new PactError(
        "BAD_INPUT",
        "Select either edges { … } or nodes { … } of the list; they are the exported rows.",
      );
    }
    const edges = { ...row, name: { kind: Kind.NAME, value: "edges" } } as FieldNode;
    const edgeType = typeOf(list.type, edges);
    const shape = shapeOfEdges(this.schema, edgeType, above !== undefined);
    const own = fieldsOf(
      `{ ${OWN.edges}: edges { ${ownFields(shape)} } pageInfo { hasNextPage endCursor } }`,
    );
    const kept = (node.selectionSet?.selections ?? [])
      .filter((one) => !isNamed(one, "pageInfo"))
      .map((one) => (one === row ? this.covered(list.type, row) : one));
    const args = (node.arguments ?? []).filter(({ name }) => name.value !== "first");
    const owner = above ? getNamedType(above.type).name : "";
    return {
      node: {
        ...node,
        arguments: [...args, variableArgument("first", OWN.first), variableArgument("after", OWN.after)],
        selectionSet: { kind: Kind.SELECTION_SET, selections: [...kept, ...own] },
      } as FieldNode,
      shape,
      rowsKey: keyOf(row),
      columns: this.columns(list.type, row),
      nodesKey: undefined,
      nodeColumns: [],
      most: this.most(list),
      field: shape.kind === "edgeOfNode" ? { name: node.name.value, owner } : undefined,
    };
  }

  private network(list: Selected): ListParts {
    const { node } = list;
    const selections = node.selectionSet?.selections ?? [];
    const [links, nodes] = ["links", "nodes"].map((name) =>
      selections.find((one): one is FieldNode => isNamed(one, name)),
    );
    if (!links && !nodes)
      throw new PactError(
        "BAD_INPUT",
        "Select links { … } or nodes { … } of the network; they are the rows.",
      );
    const own = fieldsOf(
      `{ ${OWN.links}: links { from to sources } ${OWN.nodes}: nodes { node { ... on Entity { id __typename name } } } }`,
    );
    const most = { kind: Kind.INT, value: String(MAX_LINKS) } as const;
    const all: ArgumentNode = { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: "first" }, value: most };
    const args = node.arguments ?? [];
    return {
      node: {
        ...node,
        arguments: args.some(({ name }) => name.value === "first") ? args : [...args, all],
        selectionSet: {
          kind: Kind.SELECTION_SET,
          selections: [
            ...selections.map((one) => (one === nodes ? this.covered(list.type, nodes) : one)),
            ...own,
          ],
        },
      } as FieldNode,
      shape: LINK,
      field: undefined,
      most: undefined,
      rowsKey: links && keyOf(links),
      columns: links ? this.columns(list.type, links) : [],
      nodesKey: nodes && keyOf(nodes),
      nodeColumns: nodes ? this.columns(list.type, nodes) : [],
    };
  }

  /** A list of values, for example groups. Its items may be edges. */
  private plain(list: Selected): ListParts {
    const { node } = list;
    const shape = shapeOfItems(this.schema, list.type);
    const own = shape.kind === "value" ? [] : fieldsOf(`{ ${ownFields(shape)} }`);
    const asked = this.coverage.in(list.type, node.selectionSet ?? NOTHING);
    const selections = [...asked.selections, ...own];
    return {
      node: { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } } as FieldNode,
      shape,
      field: undefined,
      rowsKey: undefined,
      most: undefined,
      ...{
        columns: this.finder.of(list.type, node.selectionSet ?? NOTHING),
        nodesKey: undefined,
        nodeColumns: [],
      },
    };
  }

  /** The rows of a list, with what is known of the connections in them. */
  private covered(type: GraphQLOutputType, row: FieldNode): FieldNode {
    const rowType = typeOf(type, row);
    return rowType && row.selectionSet
      ? { ...row, selectionSet: this.coverage.in(rowType, row.selectionSet) }
      : row;
  }

  private columns(type: GraphQLOutputType, row: FieldNode): readonly Column[] {
    const rowType = typeOf(type, row);
    return rowType && row.selectionSet ? this.finder.of(rowType, row.selectionSet) : [];
  }

  private around(chain: readonly Selected[]): AroundValue {
    const path = pathOf(chain);
    const last = chain.at(-1);
    const [column] = last
      ? this.finder.of(last.owner, { kind: Kind.SELECTION_SET, selections: [last.node] })
      : [];
    return { path, column: { name: path.join("."), kind: column?.kind ?? "text" } };
  }

  private most({ owner, node }: Selected): number | undefined {
    const field = fieldOf(owner, node);
    const given = field && node.arguments?.some(({ name }) => name.value === "first");
    if (!given) return undefined;
    const { first } = getArgumentValues(field, node, this.variables);
    return typeof first === "number" ? first : undefined;
  }

  private text(operation: OperationDefinitionNode, root: FieldNode, isPaged: boolean): string {
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
    return print({ ...this.document, definitions });
  }
}

const PAGE_ARGUMENTS = ["last", "before", "after"];
const NOTHING: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [] };

/** The root field, with the last field of the chain replaced, and with the id of the node above a connection. */
function nested(chain: readonly Selected[], list: FieldNode, field: ExportOperation["field"]): FieldNode {
  return chain.slice(0, -1).reduceRight<FieldNode>((inner, { node }, index) => {
    const replaced = chain[index + 1]?.node;
    const selections = (node.selectionSet?.selections ?? []).map((one) => (one === replaced ? inner : one));
    const isOwner = field !== undefined && index === chain.length - 2;
    const parent = isOwner ? fieldsOf(`{ ${OWN.parent}: id ${OWN.parentName}: name }`) : [];
    return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections: [...selections, ...parent] } };
  }, list);
}

function rowsOf({ selectionSet }: FieldNode): readonly FieldNode[] {
  return (selectionSet?.selections ?? []).filter(
    (one): one is FieldNode => isNamed(one, "edges") || isNamed(one, "nodes"),
  );
}

function isNamed(selection: SelectionNode, name: string): boolean {
  return selection.kind === Kind.FIELD && selection.name.value === name;
}

function typeOf(type: GraphQLOutputType, field: FieldNode): GraphQLOutputType | undefined {
  return fieldOf(type, field)?.type;
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

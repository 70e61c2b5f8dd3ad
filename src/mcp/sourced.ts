import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { checkedDocument } from "../answer/checked.js";
import { PactError } from "../errors.js";
import type { Limits } from "../limits.js";

/**
 * A query that also selects, wherever it selects edges, their source and whether they hold for certain, and wherever it
 * selects a relation, how completely it is recorded. So an assistant always sees who says what. Throws BAD_INPUT for
 * what is no query, and what `checkedDocument` throws.
 */
export function sourced(schema: GraphQLSchema, query: string, limits: Limits): string {
  const document = checkedDocument(schema, query, limits);
  requireQuery(document);
  const types = new TypeInfo(schema);
  return print(
    visit(
      document,
      visitWithTypeInfo(types, {
        SelectionSet: {
          leave: (node, _key, parent) => {
            // A fragment belongs to the selection around it.
            if (!isField(parent)) return undefined;
            const type = types.getParentType();
            if (!isObjectType(type)) return undefined;
            const fields = type.getFields();
            if (fields.source && fields.holds) return withFields(node, EDGE_FIELDS);
            if (!fields.coverage || !fields.edges) return undefined;
            const isBare = node.selections.some(
              (one) => one.kind === Kind.FIELD && one.name.value === "nodes",
            );
            return withFields(node, isBare ? [...CONNECTION_FIELDS, ...BARE_FIELDS] : CONNECTION_FIELDS);
          },
        },
      }),
    ),
  );
}

function requireQuery({ definitions }: DocumentNode): void {
  const operations = definitions.filter(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  );
  if (operations.length === 1 && operations[0]?.operation === "query") return;
  throw new PactError("BAD_INPUT", "Send one query. Mutations are not available here.");
}

function isField(parent: unknown): parent is FieldNode {
  return typeof parent === "object" && parent !== null && "kind" in parent && parent.kind === Kind.FIELD;
}

const EDGE_FIELDS = fieldsOf("pactSource: source { id } pactHolds: holds pactBasis: basis");
const CONNECTION_FIELDS = fieldsOf("pactCoverage: coverage { completeness from until sources }");
/** Where only nodes are selected, the edges that lead to them. */
const BARE_FIELDS = fieldsOf("pactEdges: edges { node { id } source { id } holds basis }");

function fieldsOf(text: string): readonly FieldNode[] {
  const [operation] = parse(`{ ${text} }`).definitions;
  const selections = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  return selections.filter((one): one is FieldNode => one.kind === Kind.FIELD);
}

function withFields(node: SelectionSetNode, fields: readonly FieldNode[]): SelectionSetNode {
  return { ...node, selections: [...node.selections, ...fields] };
}

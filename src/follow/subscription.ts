import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
} from "graphql";
import { checkedDocument } from "../answer/checked.js";
import { type RunTools, runQuery } from "../answer/run.js";
import { PactError } from "../errors.js";
import { asList, asMap, textOrNull } from "../json.js";

/** A subscription as a client sends it. */
export interface Subscribed {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/** A subscription to changes, as the query that reads what is new. */
export interface ChangesQuery {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The name of the field in the answer. */
  readonly key: string;
  /** The revision after which the changes begin; undefined for what is written from now on. */
  readonly since: string | undefined;
}

/** Variables of our own; a client that uses the same names is told so by the check of the document. */
const OURS = { since: "pactgraphSince", until: "pactgraphUntil", after: "pactgraphAfter" } as const;
const PAGE = 200;

/**
 * Reads a subscription. Throws what a document that is wrong throws, and BAD_INPUT for an operation other than a
 * subscription to changes, and for one that does not name its field directly.
 */
export function changesQueryOf(
  tools: RunTools,
  { query, variables, operationName }: Subscribed,
): ChangesQuery {
  const document = checkedDocument(tools.schema, query, tools.limits);
  const operation = operationOf(document, operationName);
  const [field] = operation.selectionSet.selections;
  if (field?.kind !== Kind.FIELD || !field.selectionSet)
    throw new PactError("BAD_INPUT", "Name the field of the subscription directly, without a fragment.");
  return {
    text: queryText(document, operation, field),
    variables,
    key: field.alias?.value ?? field.name.value,
    since: sinceOf(tools.schema, operation, field, variables),
  };
}

/** The changes after a revision and up to another, each as the client has selected it. */
export async function* selectedChanges(
  tools: RunTools,
  { text, variables }: ChangesQuery,
  since: string,
  until: string,
): AsyncGenerator<unknown> {
  for (let after: string | null = null; ; ) {
    const own = { [OURS.since]: since, [OURS.until]: until, [OURS.after]: after };
    const { data } = await runQuery(tools, text, { ...variables, ...own });
    const { edges, pageInfo } = asMap(data.changes);
    const { hasNextPage, endCursor } = asMap(pageInfo);
    yield* asList(edges);
    if (hasNextPage !== true) return;
    after = textOrNull(endCursor);
  }
}

function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const fitting = name === undefined ? operations : operations.filter((each) => each.name?.value === name);
  const [operation] = fitting;
  if (!operation || fitting.length > 1)
    throw new PactError("BAD_INPUT", "Name one of the operations of the document as operationName.");
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
    throw new PactError(
      "BAD_INPUT",
      `Send a ${operation.operation} to /graphql; this address is for subscriptions.`,
    );
  return operation;
}

/** The query for a page of changes, with the selection and the other arguments of the subscription. */
function queryText(document: DocumentNode, operation: OperationDefinitionNode, field: FieldNode): string {
  const definitions = (operation.variableDefinitions ?? []).map(print);
  const given = (field.arguments ?? []).filter(({ name }) => name.value !== "since").map(print);
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map(print);
  const own = [`$${OURS.since}: DateTime!`, `$${OURS.until}: DateTime`, `$${OURS.after}: String`];
  const page = [`since: $${OURS.since}`, `until: $${OURS.until}`, `after: $${OURS.after}`, `first: ${PAGE}`];
  const selection = field.selectionSet ? print(field.selectionSet) : "";
  const text =
    `query (${[...definitions, ...own].join(", ")}) { changes(${[...given, ...page].join(", ")}) ` +
    `{ pageInfo { hasNextPage endCursor } edges ${selection} } } ${fragments.join("\n")}`;
  // Printed from its own tree, so that a text of the client cannot add anything to it.
  return print(parse(text));
}

function sinceOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  field: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): string | undefined {
  const declared = schema.getSubscriptionType()?.getFields()[field.name.value];
  if (!declared) throw new PactError("BAD_INPUT", `There is no subscription ${field.name.value}.`);
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (errors) throw new PactError("BAD_INPUT", errors.map(({ message }) => message).join(" "));
  try {
    const { since } = getArgumentValues(declared, field, coerced);
    return typeof since === "string" ? since : undefined;
  } catch (error) {
    if (error instanceof GraphQLError) throw new PactError("BAD_INPUT", error.message, {}, { cause: error });
    throw error;
  }
}

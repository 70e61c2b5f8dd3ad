import {
  type ASTNode,
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  validate,
  visit,
} from "graphql";
import { schema } from "../evaluate.js";
import type { Operation } from "./operation.js";

const REMOVABLE: readonly Kind[] = [
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.ARGUMENT,
  Kind.DIRECTIVE,
  Kind.OBJECT_FIELD,
  Kind.OBJECT,
];
/** What a condition cannot consist of alone. */
const SAYS_NOTHING = ["asOf", "during", "certainty", "of"];

/** Arguments without which others would be refused. */
const NEEDED = ["over", "since", "of"];

/** The operation with one part left out, the largest parts first. */
export function* smallerOnes(operation: Operation): IterableIterator<Operation> {
  const document = parse(operation.query, { noLocation: true });
  const parts: ASTNode[] = [];
  const only = new Set<ASTNode>();
  visit(document, {
    enter(node) {
      const isNeeded = node.kind === Kind.ARGUMENT && NEEDED.includes(node.name.value);
      if (REMOVABLE.includes(node.kind) && !only.has(node) && !isNeeded) parts.push(node);
      if (node.kind === Kind.SELECTION_SET && node.selections.length === 1) addAll(only, node.selections);
      if (node.kind === Kind.LIST && node.values.length === 1) addAll(only, node.values);
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) only.add(node.value);
    },
  });
  for (const part of parts) {
    const smaller = pruned(visit(document, { enter: (node) => (node === part ? null : undefined) }));
    if (!validate(schema, smaller).length && !isRefused(smaller)) yield withDocument(operation, smaller);
  }
}

function addAll(set: Set<ASTNode>, nodes: readonly ASTNode[]): void {
  for (const node of nodes) set.add(node);
}

/** True when leaving out has left a condition that says nothing. */
function isRefused(document: DocumentNode): boolean {
  let refused = false;
  visit(document, {
    ObjectValue({ fields }, _key, parent) {
      const names = fields.map(({ name }) => name.value);
      // `some: {}` and `all: {}` may stand; `eq` and the like have nothing below them.
      const mayBeEmpty =
        !!parent &&
        "kind" in parent &&
        parent.kind === Kind.OBJECT_FIELD &&
        MAY_BE_EMPTY.includes(parent.name.value);
      const saysNothing = names.every((name) => SAYS_NOTHING.includes(name));
      const countsNothing = names.includes("of") && !names.includes("count");
      if ((saysNothing && !(mayBeEmpty && !names.length)) || countsNothing) refused = true;
    },
  });
  return refused;
}

const MAY_BE_EMPTY = ["some", "none", "all", "of"];

/** Without the fragments and variables that nothing uses any more. */
function pruned(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    enter(node, _key, parent) {
      if (node.kind === Kind.FRAGMENT_SPREAD) used.add(node.name.value);
      const isDefined = parent && "kind" in parent && parent.kind === Kind.VARIABLE_DEFINITION;
      if (node.kind === Kind.VARIABLE && !isDefined) used.add(`$${node.name.value}`);
    },
  });
  return visit(document, {
    enter(node) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) return used.has(node.name.value) ? undefined : null;
      if (node.kind !== Kind.VARIABLE_DEFINITION) return undefined;
      return used.has(`$${node.variable.name.value}`) ? undefined : null;
    },
  });
}

function withDocument({ variables, walks }: Operation, document: DocumentNode): Operation {
  const names = document.definitions
    .filter((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION)
    .flatMap(({ variableDefinitions = [] }) =>
      variableDefinitions.map(({ variable }) => variable.name.value),
    );
  return {
    query: print(document),
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => names.includes(name))),
    walks: walks.filter(({ variable }) => names.includes(variable)),
  };
}

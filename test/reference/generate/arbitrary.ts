import { Arbitrary, type Random, Stream, Value } from "fast-check";
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
import { type Operation, someOperation } from "./operation.js";
import type { World } from "./world.js";

const REMOVABLE: readonly Kind[] = [
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.ARGUMENT,
  Kind.DIRECTIVE,
];

/** Operations on a graph, for fast-check: one that fails is made smaller by leaving parts of it out. */
export class OperationArbitrary extends Arbitrary<Operation> {
  constructor(private readonly world: World) {
    super();
  }

  generate(random: Random): Value<Operation> {
    return new Value(someOperation(random.nextInt(0, 0x7fffffff), this.world), undefined);
  }

  canShrinkWithoutContext(value: unknown): value is Operation {
    return value instanceof Object && "query" in value;
  }

  shrink(operation: Operation): Stream<Value<Operation>> {
    return Stream.of(operation)
      .flatMap((whole) => new Stream(smallerOnes(whole)))
      .map((smaller) => new Value(smaller, undefined));
  }
}

/** The operation with one part left out, the largest parts first. */
function* smallerOnes(operation: Operation): IterableIterator<Operation> {
  const document = parse(operation.query, { noLocation: true });
  const parts: ASTNode[] = [];
  const only = new Set<ASTNode>();
  visit(document, {
    enter(node) {
      const isOnly = node.kind === Kind.SELECTION_SET && node.selections.length === 1;
      if (REMOVABLE.includes(node.kind) && !only.has(node)) parts.push(node);
      if (isOnly) for (const selection of node.selections) only.add(selection);
    },
  });
  for (const part of parts) {
    const smaller = pruned(visit(document, { enter: (node) => (node === part ? null : undefined) }));
    if (!validate(schema, smaller).length) yield withDocument(operation, smaller);
  }
}

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

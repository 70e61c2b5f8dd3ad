import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  type SelectionSetNode,
  typeFromAST,
} from "graphql";
import type { Limits } from "../limits.js";
import type { RecordFacts } from "./kinds/scope.js";
import type { Slots } from "./slots.js";

/** The parts of a request that determine which fields are selected. */
export interface Request {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly slots: Slots;
  readonly facts: RecordFacts;
  readonly limits: Limits;
  /** An argument to plan with another value, to see whether it has an effect. */
  readonly changed?: ChangedArgument;
}

/** An argument of a field, by the number of its site. */
export interface ChangedArgument {
  readonly site: number;
  readonly name: string;
  readonly value: unknown;
}

/** One selected field of one type, with the selection sets from all places where it is selected. */
export interface SelectedField {
  readonly name: string;
  readonly slot: string;
  readonly node: FieldNode;
  readonly selections: readonly SelectionSetNode[];
}

/** The fields of a type that the selection sets select. Expands fragments and applies directives. */
export function selectFields(
  request: Request,
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
): readonly SelectedField[] {
  const collected: Collected = { found: new Map(), visited: new Set() };
  for (const selection of selections) collect(request, type, selection, collected);
  return [...collected.found].map(([slot, field]) => ({ name: field.node.name.value, slot, ...field }));
}

interface Collected {
  readonly found: Map<string, { node: FieldNode; selections: SelectionSetNode[] }>;
  /** Fragments that were followed. Each is followed once, or doubled spreads would double the work at every level. */
  readonly visited: Set<string>;
}

function collect(
  request: Request,
  type: GraphQLObjectType,
  set: SelectionSetNode,
  collected: Collected,
): void {
  const { found, visited } = collected;
  for (const selection of set.selections) {
    if (!isIncluded(request, selection)) continue;
    if (selection.kind === "Field") {
      if (selection.name.value === "__typename") continue;
      const slot = request.slots.of(selection);
      const field = found.get(slot) ?? { node: selection, selections: [] };
      if (selection.selectionSet) field.selections.push(selection.selectionSet);
      found.set(slot, field);
      continue;
    }
    if (selection.kind === "FragmentSpread") {
      if (visited.has(selection.name.value)) continue;
      visited.add(selection.name.value);
    }
    const fragment =
      selection.kind === "FragmentSpread" ? request.fragments[selection.name.value] : selection;
    if (fragment && appliesTo(request, fragment.typeCondition, type)) {
      collect(request, type, fragment.selectionSet, collected);
    }
  }
}

/** The selection sets of the fields with a name. */
export function selectionsBelow(fields: readonly SelectedField[], name: string): readonly SelectionSetNode[] {
  return fields.filter((field) => field.name === name).flatMap((field) => field.selections);
}

/** The slot of the field with a name; undefined if it is not selected. */
export function slotOf(fields: readonly SelectedField[], name: string): string | undefined {
  return fields.find((field) => field.name === name)?.slot;
}

/** The selected fields that are columns of a statement, with their slots. */
export function columnsAmong<Column extends string>(
  fields: readonly SelectedField[],
  columns: readonly Column[],
): readonly { readonly slot: string; readonly column: Column }[] {
  return fields.flatMap(({ name, slot }) => {
    const column = columns.find((each) => each === name);
    return column ? [{ slot, column }] : [];
  });
}

type Selection = SelectionSetNode["selections"][number];

function isIncluded({ variables }: Request, selection: Selection): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
  if (skip?.if === true) return false;
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
  return include?.if !== false;
}

function appliesTo(
  { schema }: Request,
  condition: FragmentDefinitionNode["typeCondition"] | undefined,
  type: GraphQLObjectType,
): boolean {
  if (!condition) return true;
  const conditional = typeFromAST(schema, condition);
  if (conditional === type) return true;
  return isAbstractType(conditional) && schema.isSubType(conditional, type);
}

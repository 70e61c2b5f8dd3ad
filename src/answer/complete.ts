import {
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import type { Slots } from "../plan/slots.js";

/** What graphql-js must do: an error, a directive, introspection, or anything else that is not a plain value. */
export class NotPlain extends Error {}

type Row = Readonly<Record<string, unknown>>;

/** A selected field: its key in the response, the slot of its value, its type and what is selected below it. */
interface Entry {
  readonly key: string;
  readonly slot: string;
  /** Undefined for `__typename`. */
  readonly type: GraphQLOutputType | undefined;
  readonly selections: SelectionSetNode[];
}

/**
 * Gives rows from the database the form of a response: what graphql-js does for values that are there already, without its
 * calls of resolvers. Throws NotPlain for everything that is not a plain value; graphql-js then answers instead.
 * https://spec.graphql.org/October2021/#sec-Executing-Selection-Sets
 */
export class Completer {
  private readonly known = new WeakMap<SelectionSetNode, Map<string, readonly Entry[]>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>,
    private readonly slots: Slots,
  ) {}

  /** The response of an object, with the value of each slot. */
  object(
    type: GraphQLObjectType,
    selections: readonly SelectionSetNode[],
    at: (slot: string) => unknown,
  ): Row {
    const response: Record<string, unknown> = Object.create(null);
    for (const entry of this.entriesOf(type, selections)) {
      response[entry.key] = entry.type ? this.value(entry.type, entry.selections, at(entry.slot)) : type.name;
    }
    return response;
  }

  private value(type: GraphQLOutputType, selections: readonly SelectionSetNode[], value: unknown): unknown {
    if (isNonNullType(type)) {
      const there = this.value(type.ofType, selections, value);
      if (there === null) throw new NotPlain();
      return there;
    }
    if (value === null || value === undefined) return null;
    if (isListType(type)) {
      if (!Array.isArray(value)) throw new NotPlain();
      return value.map((item) => this.value(type.ofType, selections, item));
    }
    if (isLeafType(type))
      return typeof value === "string" && !isEnumType(type) ? textOf(type, value) : type.serialize(value);
    if (typeof value !== "object") throw new NotPlain();
    const row = value as Row;
    return this.object(this.objectTypeOf(type, row), selections, (slot) => row[slot]);
  }

  private objectTypeOf(type: GraphQLOutputType, { __typename }: Row): GraphQLObjectType {
    if (isObjectType(type)) return type;
    const named =
      isAbstractType(type) && typeof __typename === "string" ? this.schema.getType(__typename) : undefined;
    if (!isObjectType(named)) throw new NotPlain();
    return named;
  }

  /** The fields of a type that are selected. They are the same for all its rows. */
  private entriesOf(type: GraphQLObjectType, selections: readonly SelectionSetNode[]): readonly Entry[] {
    const [only, ...others] = selections;
    if (!only || others.length) return this.collected(type, selections);
    const byType = this.known.get(only) ?? new Map<string, readonly Entry[]>();
    this.known.set(only, byType);
    const known = byType.get(type.name);
    if (known) return known;
    const made = this.collected(type, selections);
    byType.set(type.name, made);
    return made;
  }

  private collected(type: GraphQLObjectType, selections: readonly SelectionSetNode[]): readonly Entry[] {
    const entries = new Map<string, Entry>();
    const visited = new Set<string>();
    for (const set of selections) this.collect(type, set, entries, visited);
    return [...entries.values()];
  }

  private collect(
    type: GraphQLObjectType,
    { selections }: SelectionSetNode,
    entries: Map<string, Entry>,
    visited: Set<string>,
  ): void {
    for (const selection of selections) {
      if (selection.directives?.length) throw new NotPlain();
      if (selection.kind !== Kind.FIELD) {
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments[selection.name.value] : selection;
        if (!fragment || fragment.directives?.length) throw new NotPlain();
        if (selection.kind === Kind.FRAGMENT_SPREAD) {
          if (visited.has(selection.name.value)) continue;
          visited.add(selection.name.value);
        }
        if (this.applies(fragment.typeCondition?.name.value, type))
          this.collect(type, fragment.selectionSet, entries, visited);
        continue;
      }
      const { name, alias, selectionSet } = selection;
      const key = alias?.value ?? name.value;
      const known = entries.get(key);
      if (known) {
        if (selectionSet) known.selections.push(selectionSet);
        continue;
      }
      const field = type.getFields()[name.value];
      if (!field && name.value !== "__typename") throw new NotPlain();
      const below = selectionSet ? [selectionSet] : [];
      entries.set(key, { key, slot: this.slots.of(selection), type: field?.type, selections: below });
    }
  }

  private applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const named = this.schema.getType(condition);
    return isAbstractType(named) && this.schema.isSubType(named, type);
  }
}

/** Texts are most of an answer. Those of the database need no other form. */
function textOf(type: { readonly name: string; serialize(value: unknown): unknown }, value: string): unknown {
  return TEXTS.has(type.name) ? value : type.serialize(value);
}

const TEXTS: ReadonlySet<string> = new Set(["String", "ID", "Date", "DateTime", "EDTF"]);

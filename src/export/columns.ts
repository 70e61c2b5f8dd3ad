import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { CodesScalar } from "../model/scalars.js";

/**
 * What the cells of a column hold. `integer` and `number` differ in whether there are fractions; `date` is a calendar
 * day, `instant` a point in time. `nested` is what has no place in a table: a list of objects, or an object of any keys.
 */
export type ColumnKind = "text" | "integer" | "number" | "flag" | "date" | "instant" | "nested";

/** A column of an export. */
export interface Column {
  /** The response keys that lead to the value, with dots between them. */
  readonly name: string;
  readonly kind: ColumnKind;
  /** The columns of the items of a list of objects. */
  readonly items?: readonly Column[];
}

const KINDS: Readonly<Record<string, ColumnKind>> = {
  Int: "integer",
  Float: "number",
  Boolean: "flag",
  Date: "date",
  DateTime: "instant",
};

/** Finds the columns of selections of one document. */
export class Columns {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {}

  /** The columns of an object: its values by their response keys, at any depth. */
  of(type: GraphQLOutputType, { selections }: SelectionSetNode, prefix = ""): readonly Column[] {
    const byName = new Map<string, Column>();
    for (const column of selections.flatMap((selection) => this.ofSelection(type, selection, prefix))) {
      const known = byName.get(column.name);
      // Two types of node may give one key values of different kinds.
      const kind = known && known.kind !== column.kind ? "text" : column.kind;
      byName.set(column.name, { ...column, kind });
    }
    return [...byName.values()];
  }

  private ofSelection(type: GraphQLOutputType, selection: SelectionNode, prefix: string): readonly Column[] {
    if (selection.kind !== Kind.FIELD) {
      const { condition, selectionSet } = this.fragmentOf(selection);
      const below = condition ? this.schema.getType(condition) : type;
      return below && isCompositeType(below) && selectionSet ? this.of(below, selectionSet, prefix) : [];
    }
    const name = prefix + keyOf(selection);
    const field = fieldOf(type, selection);
    if (!field) return [{ name, kind: "text" }];
    const named = getNamedType(field.type);
    if (named.name === CodesScalar.name) return this.codes(field, selection, name);
    const bare = isNonNullType(field.type) ? field.type.ofType : field.type;
    if (isLeafType(named)) return [{ name, kind: isListType(bare) ? "text" : (KINDS[named.name] ?? "text") }];
    const inner = selection.selectionSet ? this.of(field.type, selection.selectionSet, `${name}.`) : [];
    return isListType(bare) ? [{ name, kind: "nested", items: inner }] : inner;
  }

  /** Each scheme of codes that is named is a column. */
  private codes(
    field: GraphQLField<unknown, unknown>,
    selection: FieldNode,
    name: string,
  ): readonly Column[] {
    const { schemes } = getArgumentValues(field, selection, this.variables);
    if (!Array.isArray(schemes) || !schemes.length) return [{ name, kind: "nested" }];
    return schemes.map((scheme) => ({ name: `${name}.${String(scheme)}`, kind: "text" }));
  }

  private fragmentOf(selection: Exclude<SelectionNode, FieldNode>) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return { condition: selection.typeCondition?.name.value, selectionSet: selection.selectionSet };
    }
    const definition = this.document.definitions.find(
      (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
    );
    return definition?.kind === Kind.FRAGMENT_DEFINITION
      ? { condition: definition.typeCondition.name.value, selectionSet: definition.selectionSet }
      : { condition: undefined, selectionSet: undefined };
  }
}

/** The key of a field in the response. */
export function keyOf({ alias, name }: FieldNode): string {
  return alias?.value ?? name.value;
}

/** The field of an object or interface that a selection names; undefined for `__typename`. */
export function fieldOf(
  type: GraphQLOutputType,
  { name }: FieldNode,
): GraphQLField<unknown, unknown> | undefined {
  const named: GraphQLNamedType = getNamedType(type);
  return isObjectType(named) || isInterfaceType(named) ? named.getFields()[name.value] : undefined;
}

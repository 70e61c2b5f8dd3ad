import {
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { asMap, isMap, type Json, type JsonMap } from "../json.js";
import { fieldOf } from "./columns.js";
import { OWN } from "./own-fields.js";

/** Asks each connection in a selection what is known of it, because an empty list does not mean that there is nothing. */
export class CoverageAdder {
  /** True if a connection was found. */
  hasConnections = false;

  constructor(
    private readonly schema: GraphQLSchema,
    /** The fields `coverage { completeness }`, under a name of the export's own. */
    private readonly coverage: readonly SelectionNode[],
  ) {}

  in(type: GraphQLOutputType, { selections, ...rest }: SelectionSetNode): SelectionSetNode {
    return { ...rest, selections: selections.map((selection) => this.inSelection(type, selection)) };
  }

  private inSelection(type: GraphQLOutputType, selection: SelectionNode): SelectionNode {
    if (selection.kind === Kind.FIELD) return this.inField(type, selection);
    if (selection.kind !== Kind.INLINE_FRAGMENT) return selection;
    const condition = selection.typeCondition?.name.value;
    const below = condition ? this.schema.getType(condition) : getNamedType(type);
    return below && isCompositeType(below)
      ? { ...selection, selectionSet: this.in(below, selection.selectionSet) }
      : selection;
  }

  private inField(type: GraphQLOutputType, selection: FieldNode): FieldNode {
    const field = fieldOf(type, selection);
    if (!field || !selection.selectionSet) return selection;
    const inside = this.in(field.type, selection.selectionSet);
    const named = getNamedType(field.type);
    const isConnection = named.name.endsWith("Connection") && isCompositeType(named) && hasCoverage(named);
    if (!isConnection) return { ...selection, selectionSet: inside };
    this.hasConnections = true;
    return {
      ...selection,
      selectionSet: { ...inside, selections: [...inside.selections, ...this.coverage] },
    };
  }
}

/** The fields that `CoverageAdder` adds. */
export const COVERAGE = `${OWN.coverage}: coverage { completeness }`;

function hasCoverage(type: GraphQLOutputType): boolean {
  return fieldOf(type, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "coverage" } }) !== undefined;
}

/** The connections of a row of which nothing is recorded, as response keys with dots. */
export function notRecordedIn(row: Json | undefined, prefix = ""): readonly string[] {
  if (Array.isArray(row)) return [...new Set(row.flatMap((item) => notRecordedIn(item, prefix)))];
  if (!isMap(row)) return [];
  const isBlank = asMap(row[OWN.coverage]).completeness === "NOT_RECORDED";
  const own = isBlank ? [prefix] : [];
  const inside = Object.entries(row).flatMap(([key, value]) =>
    notRecordedIn(value, prefix ? `${prefix}.${key}` : key),
  );
  return [...own, ...inside];
}

/** A row without the fields that the export has added, at any depth. */
export function withoutOwn(row: JsonMap): JsonMap {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([key]) => !OWN_KEYS.has(key))
      .map(([key, value]) => [key, inside(value)]),
  );
}

function inside(value: Json): Json {
  if (Array.isArray(value)) return value.map(inside);
  return isMap(value) ? withoutOwn(value) : value;
}

const OWN_KEYS: ReadonlySet<string> = new Set(Object.values(OWN));

import {
  type FieldNode,
  type GraphQLOutputType,
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
} from "graphql";
import { PactError } from "../errors.js";
import { fieldOf, keyOf } from "./columns.js";

/** A selected field with the type that declares it, and its own type. */
export interface Selected {
  readonly node: FieldNode;
  readonly owner: GraphQLOutputType;
  readonly type: GraphQLOutputType;
}

/** The one list of a query. */
export interface FoundList {
  readonly kind: "connection" | "network" | "list";
  /** The fields that lead to it, from the root field to itself. */
  readonly chain: readonly Selected[];
}

/** What a query selects: its lists, and the single values around them. */
export interface Selection {
  readonly lists: readonly FoundList[];
  /** Fields with one value, each with the fields that lead to it. */
  readonly values: readonly (readonly Selected[])[];
}

/** Fields that say nothing about the data: the export reads all pages by itself. */
const NO_VALUES: ReadonlySet<string> = new Set(["pageInfo", "__typename", "cursor"]);
const ROWS: ReadonlySet<string> = new Set(["edges", "nodes"]);

/** Finds all lists below a root field. Throws BAD_INPUT for fragments around a list. */
export function selectionOf(root: Selected): Selection {
  return at([root]);
}

function at(chain: readonly Selected[]): Selection {
  const last = chain.at(-1);
  if (!last || NO_VALUES.has(last.node.name.value)) return NONE;
  const named = getNamedType(last.type);
  if (isLeafType(named)) return { lists: [], values: [chain] };
  if (named.name === "Network") return { lists: [{ kind: "network", chain }], values: [] };
  if (named.name.endsWith("Connection")) return connection(chain, last);
  const bare = isNonNullType(last.type) ? last.type.ofType : last.type;
  if (isListType(bare)) return { lists: [{ kind: "list", chain }], values: [] };
  return below(chain, last, () => true);
}

/** A connection is a list if its rows are selected; beside them, or instead, there may be other lists and values. */
function connection(chain: readonly Selected[], last: Selected): Selection {
  const others = below(chain, last, (node) => !ROWS.has(node.name.value));
  const hasRows = selectedFields(last).some(({ name }) => ROWS.has(name.value));
  return hasRows ? { ...others, lists: [{ kind: "connection", chain }, ...others.lists] } : others;
}

function below(
  chain: readonly Selected[],
  { type }: Selected,
  isWanted: (node: FieldNode) => boolean,
): Selection {
  const last = chain.at(-1);
  const parts = (last ? selectedFields(last) : []).filter(isWanted).map((node) => {
    const field = fieldOf(type, node);
    return field ? at([...chain, { node, owner: getNamedType(type), type: field.type }]) : NONE;
  });
  return {
    lists: parts.flatMap(({ lists }) => lists),
    values: parts.flatMap(({ values }) => values),
  };
}

const NONE: Selection = { lists: [], values: [] };

function selectedFields({ node }: Selected): readonly FieldNode[] {
  return (node.selectionSet?.selections ?? []).map((selection) => {
    if (selection.kind === Kind.FIELD) return selection;
    throw new PactError(
      "BAD_INPUT",
      `${keyOf(node)}: an export reads fragments only inside the rows of its list. Write the fields that lead to the list themselves.`,
    );
  });
}

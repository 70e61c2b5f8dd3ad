import { type PrefixQuery, prefixQuery } from "../../names/prefix.js";
import type { NodePlan } from "../../plan/kinds/nodes.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import type { Args } from "../../plan/kinds/sites.js";
import { planAnyNode } from "../../plan/node.js";
import type { Planner } from "../../plan/planner.js";
import { columnsAmong, type SelectedField, selectionsBelow } from "../../plan/selection.js";
import type { Parameter, Variable } from "../../statement/environment.js";

type Column = "name" | "parts";

/** Number of suggestions if the request does not say it. */
export const DEFAULT_SUGGESTIONS = 10;

/** A request for the nodes with a name that begins with a text. */
export interface SuggestPlan {
  readonly n: number;
  readonly x: Variable;
  readonly scope: ScopePlan;
  /** The text as it was typed, and as full-text queries; see names/prefix.ts. */
  readonly text: Parameter;
  readonly start: Parameter;
  readonly words: Parameter;
  /** The types of the nodes, or null for all. */
  readonly types: Parameter;
  readonly most: Parameter;
  readonly columns: readonly { readonly slot: string; readonly column: Column }[];
  readonly node: NodePlan | undefined;
}

export function planSuggest(planner: Planner, selected: SelectedField): SuggestPlan {
  const { site, inside } = planner.enter("Query", selected, planner.outside);
  const fields = planner.fields("Suggestion", selected.selections);
  const x = planner.variable("x");
  const form = (hint: string, of: (query: PrefixQuery) => unknown) =>
    site.computed(hint, ({ text }) => of(prefixQuery(String(text))), "value", ["text"]);
  site.limited({ size: sizeOf });
  return {
    n: site.n,
    x,
    scope: inside.scope,
    text: site.at("text", ["text"]),
    start: form("start", ({ start }) => start),
    words: form("words", ({ words }) => words),
    types: site.computed("types", ({ types }) => (Array.isArray(types) && types.length ? types : null)),
    most: site.computed("most", sizeOf),
    columns: columnsAmong<Column>(fields, ["name", "parts"]),
    node: planAnyNode(planner, x, selectionsBelow(fields, "node"), inside),
  };
}

function sizeOf({ first }: Args): number {
  return typeof first === "number" ? first : DEFAULT_SUGGESTIONS;
}

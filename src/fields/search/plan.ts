import { countToken } from "../../names/forms.js";
import { type NameQuery, nameQuery } from "../../names/query.js";
import { nodeCondition } from "../../plan/condition.js";
import type { NodePlan } from "../../plan/kinds/nodes.js";
import type { PagePlan } from "../../plan/kinds/pages.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import type { Args } from "../../plan/kinds/sites.js";
import type { ConditionPlan } from "../../plan/kinds/values.js";
import { ANY_LABEL, planAnyNode } from "../../plan/node.js";
import { connectionParts, planPage } from "../../plan/page.js";
import type { Planner } from "../../plan/planner.js";
import { columnsAmong, type SelectedField, selectionsBelow, slotOf } from "../../plan/selection.js";
import type { SiteBuilder } from "../../plan/site.js";
import type { Parameter, Variable } from "../../statement/environment.js";

type Column = "matched" | "match";

/** A request for a search over the names of all nodes. */
export interface SearchPlan {
  readonly page: PagePlan;
  readonly scope: ScopePlan;
  readonly terms: SearchTerms;
  readonly x: Variable;
  readonly node: NodePlan | undefined;
  readonly condition: ConditionPlan | undefined;
  readonly columns: readonly { readonly slot: string; readonly column: Column }[];
  /** Slot of the counts by type. */
  readonly facets: string | undefined;
}

/** The search text as full-text queries; see names/query.ts. */
export interface SearchTerms {
  readonly text: Parameter;
  readonly whole: Parameter;
  readonly all: Parameter;
  readonly sound: Parameter;
  readonly typo: Parameter;
  readonly words: Parameter;
  /** The number of words. */
  readonly size: Parameter;
  /** The start of the forms of a name that has no other words. */
  readonly count: Parameter;
  /** The language of the names, or null for all. */
  readonly lang: Parameter;
  /** The types of the nodes, or null for all. */
  readonly types: Parameter;
}

export function planSearch(planner: Planner, selected: SelectedField): SearchPlan {
  const entered = planner.enter("Query", selected, planner.outside, true);
  const { site, inside } = entered;
  const parts = connectionParts(planner, "SearchConnection", selected.selections);
  const edges = planner.fields("SearchEdge", parts.edges);
  const x = planner.variable("x");
  return {
    page: planPage(planner, entered, parts, { list: "search", kinds: ["text", "text"] }),
    scope: inside.scope,
    terms: termsOf(site),
    x,
    node: planAnyNode(planner, x, [...parts.nodes, ...selectionsBelow(edges, "node")], inside),
    condition: nodeCondition(planner, entered, "where", { variable: x, labels: ANY_LABEL }),
    columns: columnsAmong<Column>(edges, ["matched", "match"]),
    facets: slotOf(parts.fields, "facets"),
  };
}

function termsOf(site: SiteBuilder): SearchTerms {
  const form = (hint: string, of: (query: NameQuery) => unknown) =>
    site.computed(hint, (args) => of(nameQuery(textOf(args))), "value", ["text"]);
  return {
    text: site.computed("text", (args) => textOf(args).trim(), "value", ["text"]),
    whole: form("whole", ({ whole }) => whole),
    all: form("all", ({ all }) => all),
    sound: form("sound", ({ sound }) => sound),
    typo: form("typo", ({ typo }) => typo),
    words: form("words", ({ words }) => words),
    size: form("size", ({ count }) => count),
    count: form("count", ({ count }) => `${countToken(count)} `),
    lang: site.at("lang", ["lang"], "value", null),
    types: site.computed("types", ({ types }) => (Array.isArray(types) && types.length ? types : null)),
  };
}

function textOf({ text }: Args): string {
  return typeof text === "string" ? text : "";
}

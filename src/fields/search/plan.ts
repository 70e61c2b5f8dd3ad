import { latinForm } from "../../model/latin.js";
import { normalizeName } from "../../model/normalize.js";
import { nodeCondition } from "../../plan/condition.js";
import type { NodePlan } from "../../plan/kinds/nodes.js";
import type { PagePlan } from "../../plan/kinds/pages.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import type { ConditionPlan } from "../../plan/kinds/values.js";
import { ANY_LABEL, planAnyNode } from "../../plan/node.js";
import { connectionParts, planPage } from "../../plan/page.js";
import type { Planner } from "../../plan/planner.js";
import { columnsAmong, type SelectedField, selectionsBelow, slotOf } from "../../plan/selection.js";
import type { SiteBuilder } from "../../plan/site.js";
import type { Parameter, Variable } from "../../statement/environment.js";
import { allOf, fuzzyTerms, normalizedWords, textOf, wordsOf } from "./terms.js";

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

/** The search text in the forms that are compared. */
export interface SearchTerms {
  readonly text: Parameter;
  readonly norm: Parameter;
  /** The original words, and the normalized words. */
  readonly words: Parameter;
  readonly normWords: Parameter;
  /** Full-text queries for all words: as written, normalized, in Latin letters, and allowing spelling errors. */
  readonly all: Parameter;
  readonly allNorm: Parameter;
  readonly allLatin: Parameter;
  readonly fuzzy: Parameter;
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
  const form = (hint: string, of: (text: string) => unknown) =>
    site.computed(hint, (args) => of(textOf(args)), "value", ["text"]);
  return {
    text: form("text", (text) => text.trim()),
    norm: form("norm", normalizeName),
    words: form("words", wordsOf),
    normWords: form("normWords", normalizedWords),
    all: form("all", (text) => allOf(wordsOf(text))),
    allNorm: form("allNorm", (text) => allOf(wordsOf(normalizeName(text)))),
    allLatin: form("allLatin", (text) => allOf(wordsOf(latinForm(text)))),
    fuzzy: form("fuzzy", fuzzyTerms),
    lang: site.at("lang", ["lang"], "value", null),
    types: site.computed("types", ({ types }) => (Array.isArray(types) && types.length ? types : null)),
  };
}

import { textStems } from "../../names/mentions.js";
import type { NodePlan } from "../../plan/kinds/nodes.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import { planAnyNode } from "../../plan/node.js";
import type { Planner } from "../../plan/planner.js";
import { columnsAmong, type SelectedField, selectionsBelow } from "../../plan/selection.js";
import type { Parameter, Variable } from "../../statement/environment.js";

type MentionColumn = "start" | "end" | "text" | "candidates";
type CandidateColumn = "name" | "score" | "node";

interface Slots<Column> {
  readonly slot: string;
  readonly column: Column;
}

/** A request for the names in a text. */
export interface MentionsPlan {
  readonly x: Variable;
  readonly scope: ScopePlan;
  readonly text: Parameter;
  /** The forms of the words of the text. */
  readonly forms: Parameter;
  readonly lang: Parameter;
  /** The types of the nodes, or null for all. */
  readonly types: Parameter;
  readonly columns: readonly Slots<MentionColumn>[];
  readonly ofCandidates: readonly Slots<CandidateColumn>[];
  readonly node: NodePlan | undefined;
}

export function planMentions(planner: Planner, selected: SelectedField): MentionsPlan {
  const { site, inside } = planner.enter("Query", selected, planner.outside);
  const fields = planner.fields("Mention", selected.selections);
  const ofCandidates = planner.fields("MentionCandidate", selectionsBelow(fields, "candidates"));
  const x = planner.variable("x");
  return {
    x,
    scope: inside.scope,
    text: site.at("text", ["text"]),
    forms: site.computed("forms", ({ text }) => textStems(String(text)).map((stem) => `F${stem}`), "value", [
      "text",
    ]),
    lang: site.at("lang", ["lang"], "value", null),
    types: site.computed("types", ({ types }) => (Array.isArray(types) && types.length ? types : null)),
    columns: columnsAmong<MentionColumn>(fields, ["start", "end", "text", "candidates"]),
    ofCandidates: columnsAmong<CandidateColumn>(ofCandidates, ["name", "score", "node"]),
    node: planAnyNode(planner, x, selectionsBelow(ofCandidates, "node"), inside),
  };
}

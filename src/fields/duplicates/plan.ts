import type { NodePlan } from "../../plan/kinds/nodes.js";
import type { PagePlan } from "../../plan/kinds/pages.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import { planAnyNode } from "../../plan/node.js";
import { connectionParts, planPage } from "../../plan/page.js";
import type { Planner } from "../../plan/planner.js";
import { columnsAmong, type SelectedField, selectionsBelow } from "../../plan/selection.js";
import type { Parameter, Variable } from "../../statement/environment.js";
import { typesOr } from "../types.js";

type Column = "score" | "reasons";

/** The score of one reason alone is enough. */
export const DEFAULT_MIN_SCORE = 0.5;
/** Types whose nodes rarely share a name. */
const DEFAULT_TYPES = ["State", "Organization", "Person", "Treaty"];

/** A request for pairs of nodes that may be the same. */
export interface DuplicatesPlan {
  readonly page: PagePlan;
  readonly scope: ScopePlan;
  readonly types: readonly string[];
  readonly minScore: Parameter;
  readonly x: Variable;
  readonly y: Variable;
  readonly node: NodePlan | undefined;
  readonly other: NodePlan | undefined;
  readonly columns: readonly { readonly slot: string; readonly column: Column }[];
}

export function planDuplicates(planner: Planner, selected: SelectedField): DuplicatesPlan {
  const entered = planner.enter("Query", selected, planner.outside, true);
  const { site, inside, args } = entered;
  const parts = connectionParts(planner, "DuplicateConnection", selected.selections);
  const edges = planner.fields("DuplicateEdge", parts.edges);
  const [x, y] = [planner.variable("x"), planner.variable("y")];
  return {
    page: planPage(planner, entered, parts, { list: "duplicates", kinds: ["number", "text", "text"] }),
    scope: inside.scope,
    types: typesOr(args.types, DEFAULT_TYPES),
    minScore: site.at("minScore", ["minScore"], "value", DEFAULT_MIN_SCORE),
    x,
    y,
    node: planAnyNode(planner, x, [...parts.nodes, ...selectionsBelow(edges, "node")], inside),
    other: planAnyNode(planner, y, selectionsBelow(edges, "other"), inside),
    columns: columnsAmong<Column>(edges, ["score", "reasons"]),
  };
}

import { model } from "../../model/registry.js";
import type { Field, Place, PlanBuilder } from "../builder.js";
import type { RootPlan } from "../plan.js";
import { widestScope } from "../scope.js";
import type { SelectedField } from "../selection.js";
import { planChanges } from "./changes.js";
import { planConflicts } from "./conflicts.js";
import { planList } from "./list.js";
import { planLookUp } from "./look-up.js";
import { planNeighbourhood } from "./neighbourhood.js";
import { planNetwork } from "./network.js";
import { planPath } from "./path.js";
import { planSearch } from "./search.js";
import { planTimeline } from "./timeline.js";

/** One root field while it is planned. */
export interface RootField {
  readonly builder: PlanBuilder;
  readonly selected: SelectedField;
  readonly definition: Field;
  readonly outside: Place;
}

const PLANNERS: Readonly<Record<string, (root: RootField) => RootPlan>> = {
  search: planSearch,
  path: planPath,
  neighbourhood: planNeighbourhood,
  network: planNetwork,
  timeline: planTimeline,
  conflicts: planConflicts,
  changes: planChanges,
};

/** The plan of a root field by its name: a list of the model, a field of its own, or a look-up of nodes. */
export function planRoot(builder: PlanBuilder, selected: SelectedField): RootPlan {
  const definition = builder.definition(builder.request.schema.getQueryType(), selected.name);
  const outside: Place = {
    ...{ path: [], scope: widestScope(builder.request.isImporting), scopes: [], names: new Map() },
    ...{ variable: "x", within: undefined, depth: 0 },
  };
  const root = { builder, selected, definition, outside };
  const list = [...model.nodes.values()].find((node) => node.plural === selected.name);
  if (list) return planList(root, list.label);
  return (PLANNERS[selected.name] ?? planLookUp)(root);
}

import { PlanBuilder } from "./builder.js";
import type { FieldPlan } from "./plan.js";
import { planRoot } from "./roots/root.js";
import type { Request, SelectedField } from "./selection.js";

/** Plans one root field. Which arguments are given decides the plan, never their values (enums and paths excepted). */
export function planField(request: Request, selected: SelectedField): FieldPlan {
  const builder = new PlanBuilder(request);
  return { root: planRoot(builder, selected), sites: builder.sites };
}

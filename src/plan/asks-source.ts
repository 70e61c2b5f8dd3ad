import type { Variable } from "../statement/environment.js";
import { SOURCE } from "./filterable.js";
import type { ConditionPlan } from "./kinds/values.js";

/** True if a condition asks for the source of an edge. */
export function asksSource(condition: ConditionPlan | undefined, r: Variable): boolean {
  switch (condition?.kind) {
    case "and":
    case "or":
      return condition.parts.some((part) => asksSource(part, r));
    case "not":
      return asksSource(condition.part, r);
    case "compare":
    case "isNull": {
      const { value } = condition;
      return value.kind === "column" && value.variable === r && value.property.name === SOURCE.stored;
    }
    default:
      return false;
  }
}

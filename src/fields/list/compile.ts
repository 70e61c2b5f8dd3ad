import { conditions } from "../../compile/condition.js";
import { pageExpression } from "../../compile/page.js";
import { Prelude } from "../../compile/prelude.js";
import { nodeExpression } from "../../compile/project.js";
import { isKnown } from "../../compile/record.js";
import { spokenOf } from "../../compile/spoken-of.js";
import { existed } from "../../compile/validity.js";
import type { Environment } from "../../statement/environment.js";
import { identifier } from "../../statement/text.js";
import type { ListPlan } from "./plan.js";

/** One row with `value`: the map of the page. */
export function compileList(plan: ListPlan, environment: Environment): string {
  const { x, label, page, scope, condition, node } = plan;
  const within = (certain: boolean) => ({
    match: `MATCH (${x}:${identifier(label)})`,
    conditions: [
      ...isKnown(x, scope),
      ...existed({ node: `${x}`, labels: [label] }, { ...scope, certain }),
      ...spokenOf(environment, x, scope),
      ...conditions(environment, condition),
    ],
    carried: [`${x}`],
  });
  const prelude = new Prelude(environment);
  const map = pageExpression(page, within(scope.certain), prelude, {
    ids: [`${x}.id`],
    seek: `${x}.id >= ''`,
    certain: () => within(true),
    entries: (inner) => (node ? [`node: ${nodeExpression(node, x, inner)}`] : []),
  });
  return `${prelude.text}RETURN ${map} AS value`;
}

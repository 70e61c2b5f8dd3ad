import { conditions } from "../../compile/condition.js";
import { isBlank } from "../../compile/coverage.js";
import { drivenRows } from "../../compile/driver.js";
import { pageExpression } from "../../compile/page.js";
import { Prelude } from "../../compile/prelude.js";
import { nodeExpression } from "../../compile/project.js";
import { isKnown } from "../../compile/record.js";
import { matched, type RowSource } from "../../compile/rows.js";
import { spokenOf } from "../../compile/spoken-of.js";
import { existed } from "../../compile/validity.js";
import type { Environment } from "../../statement/environment.js";
import { constant, identifier, mapOf } from "../../statement/text.js";
import type { ListPlan } from "./plan.js";

/** One row with `value`: the map of the page. */
export function compileList(plan: ListPlan, environment: Environment): string {
  const { x, page, node } = plan;
  const prelude = new Prelude(environment);
  const rows = filteredOnce(plan, prelude);
  const map = pageExpression(page, rows, prelude, {
    ids: [`${x}.id`],
    seek: `${x}.id >= ''`,
    certain: () => rowsOf(plan, environment, true),
    more: blanks(plan, rows, environment),
    entries: (inner) => (node ? [`node: ${nodeExpression(node, x, inner)}`] : []),
  });
  return `${prelude.text}RETURN ${map} AS value`;
}

/** For each relation on which the answer depends: the number of rows for which nothing is recorded, and of all rows. */
function blanks({ unsure, x }: ListPlan, rows: RowSource, environment: Environment): readonly string[] {
  if (!unsure.length) return [];
  const counted = unsure.map((relation) =>
    mapOf([
      `relation: ${constant(relation.field.name)}`,
      `nodes: COUNT { ${matched(rows, [isBlank(relation, x, environment)])} }`,
      `of: COUNT { ${matched(rows)} }`,
    ]),
  );
  return [`blanks: [${counted.join(", ")}]`];
}

/** The rows of the list. If they are needed more than once, a condition on them is checked only once. */
function filteredOnce(plan: ListPlan, prelude: Prelude): RowSource {
  const { x, page, condition, scope } = plan;
  const rows = rowsOf(plan, prelude.environment, scope.certain);
  const uses = [page.wantsItems, page.wantsTotal, page.aggregates.length > 0, plan.unsure.length > 0].filter(
    Boolean,
  ).length;
  if (!condition || uses < 2) return rows;
  const all = prelude.add("all", (name) => `${matched(rows)} RETURN collect(${x}) AS ${name}`);
  return { match: `UNWIND ${all} AS ${x} MATCH (${x})`, conditions: [], carried: [`${x}`] };
}

function rowsOf(plan: ListPlan, environment: Environment, certain: boolean): RowSource {
  const { x, label, scope, condition } = plan;
  const driven = drivenRows(environment, x, label, condition);
  return {
    match: driven ? driven.match : `MATCH (${x}:${identifier(label)})`,
    conditions: [
      ...(driven ? driven.conditions : []),
      ...isKnown(x, scope),
      ...existed({ node: `${x}`, labels: [label] }, { ...scope, certain }),
      ...spokenOf(environment, x, scope),
      ...conditions(environment, driven ? driven.rest : condition),
    ],
    carried: [`${x}`],
  };
}

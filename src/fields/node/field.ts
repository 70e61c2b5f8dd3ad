import { PactError } from "../../errors.js";
import type { Row } from "../../hydrate/row.js";
import { model } from "../../model/registry.js";
import { rootField } from "../root-field.js";
import { compileNode } from "./compile.js";
import { NodeResolver, resolverOfType } from "./declaration.js";
import { NODE_NAMES, type NodeFieldPlan, planNodeField } from "./plan.js";

/** The root fields for one node by id or code: `node`, and one field for each type. */
export const node = rootField({
  names: NODE_NAMES,
  resolvers: [NodeResolver, ...[...model.nodes.values()].map(resolverOfType)],
  plan: planNodeField,
  compile: compileNode,
  columns: ["id", "value"],
  hydrate: (plan, rows, hydrator) => {
    if (rows.length > 1) throw notUnique(rows, plan);
    const value = rows[0]?.value ?? null;
    hydrator.node(plan.node, value);
    return value;
  },
  estimate: (plan, estimator) => estimator.node(plan.node, 1),
});

/** The error for a code of several nodes. It suggests only what the request does not already set. */
function notUnique(rows: readonly Row[], { key, scope }: NodeFieldPlan): PactError {
  const ids = rows.map((row) => String(row.id)).join(", ");
  const ways = [
    "Use the id",
    ...(key.kind === "code" && !key.scheme ? ["give the scheme of the code"] : []),
    ...(scope.asOf ? [] : ["give asOf, a day on which only one of them had the code"]),
  ];
  return new PactError("NOT_UNIQUE", `This code matches several nodes: ${ids}. ${ways.join(", or ")}.`);
}

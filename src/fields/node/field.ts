import { PactError } from "../../errors.js";
import type { Row } from "../../hydrate/row.js";
import { model } from "../../model/registry.js";
import { rootField } from "../root-field.js";
import { compileNode } from "./compile.js";
import { NodeResolver, resolverOfType } from "./declaration.js";
import { NODE_NAMES, planNodeField } from "./plan.js";

/** The root fields for one node by id or code: `node`, and one field for each type. */
export const node = rootField({
  names: NODE_NAMES,
  resolvers: [NodeResolver, ...[...model.nodes.values()].map(resolverOfType)],
  plan: planNodeField,
  compile: compileNode,
  hydrate: (plan, rows, hydrator) => {
    if (rows.length > 1) throw notUnique(rows, plan.key.kind === "code" && plan.key.scheme !== undefined);
    const value = rows[0]?.value ?? null;
    hydrator.node(plan.node, value);
    return value;
  },
  estimate: (plan, estimator) => estimator.node(plan.node, 1),
});

function notUnique(rows: readonly Row[], hasScheme: boolean): PactError {
  const ids = rows.map((row) => String(row.id)).join(", ");
  const how = hasScheme
    ? "give asOf, the day on which the code was valid"
    : "give the scheme, or the day with asOf";
  return new PactError("NOT_UNIQUE", `This code matches several nodes: ${ids}. Use the id, or ${how}.`);
}

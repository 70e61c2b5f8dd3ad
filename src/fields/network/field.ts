import { foundValue } from "../found.js";
import { rootField } from "../root-field.js";
import { compileNetwork } from "./compile.js";
import { NetworkResolver } from "./declaration.js";
import { hydrateNetwork } from "./hydrate.js";
import { planNetwork } from "./plan.js";

/** Assumed number of periods in which two nodes share something at the same time. */
const PERIODS = 20;
/** Pairs grow with the square of what is shared, and some is shared by many more than the average. */
const UNEVEN = 6;
/** Edges from a text to the body that voted on it. */
const HOPS_TO_BODY = 3;

/** The root field for a network of states and organizations. */
export const network = rootField({
  names: ["network"],
  resolvers: [NetworkResolver],
  plan: planNetwork,
  compile: compileNetwork,
  columns: ["value", "missing"],
  hydrate: (plan, rows, hydrator) => {
    const value = foundValue(rows);
    hydrateNetwork(plan, value, hydrator);
    return value;
  },
  estimate: ({ tie, egos, ofShared, one, bodies, key, series, without, node }, estimator) => {
    const { field } = tie;
    const perShared = Math.max(1, estimator.degree(field.edge.backward));
    const from = egos ? Math.max(1, estimator.degreeAt(field, 1)) : estimator.edgesOf([field.edge.type]);
    // Each condition is asked of all first edges; only those that satisfy it are followed to the second ones.
    const firsts = [ofShared, one.condition].reduce(
      (edges, condition) => (condition ? estimator.condition(condition, edges) : edges),
      from,
    );
    estimator.add("network", from);
    const times = (key ? 2 : 1) + series.length * PERIODS + (without ? 1 : 0);
    estimator.add(`network over ${field.edge.type}`, firsts * perShared * (egos ? 1 : UNEVEN) * times);
    if (bodies) estimator.add("bodies", (from + estimator.nodesOf(field.targets)) * HOPS_TO_BODY);
    estimator.node(node, estimator.nodesOf(["State"]));
  },
});

import { DEFAULT_SELECTIVITY } from "../../cost/estimator.js";
import { foundValue } from "../found.js";
import { rootField } from "../root-field.js";
import { compileNetwork } from "./compile.js";
import { NetworkResolver } from "./declaration.js";
import { hydrateNetwork } from "./hydrate.js";
import { planNetwork } from "./plan.js";

/** The root field for a network of states and organizations. */
export const network = rootField({
  names: ["network"],
  resolvers: [NetworkResolver],
  plan: planNetwork,
  compile: compileNetwork,
  hydrate: (plan, rows, hydrator) => {
    const value = foundValue(rows);
    hydrateNetwork(plan, value, hydrator);
    return value;
  },
  estimate: ({ tie, egos, ofShared, key, without, node }, estimator) => {
    const { field } = tie;
    const perShared = Math.max(1, estimator.degree(field.edge.backward));
    const from = egos ? Math.max(1, estimator.degree(field)) : estimator.edgesOf([field.edge.type]);
    const ties = from * perShared * (ofShared ? DEFAULT_SELECTIVITY : 1) * (key ? 2 : 1) * (without ? 2 : 1);
    estimator.add(`network over ${field.edge.type}`, ties);
    estimator.node(node, estimator.nodesOf(["State"]));
  },
});

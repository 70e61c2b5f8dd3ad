import type { Estimator } from "../cost/estimator.js";
import type { Hydrator } from "../hydrate/hydrator.js";
import type { Row } from "../hydrate/row.js";
import { frozen } from "../plan/freeze.js";
import type { SitesPlan } from "../plan/kinds/sites.js";
import { Planner } from "../plan/planner.js";
import type { Request, SelectedField } from "../plan/selection.js";
import type { Environment } from "../statement/environment.js";

/**
 * All that the service knows of one kind of root field. `Plan` is what the request asks of it, as frozen data: which
 * arguments are given decides the plan, never their values (enums, paths and truth values excepted).
 */
export interface RootFieldParts<Plan> {
  /** Names of the fields of Query that it answers. */
  readonly names: readonly string[];
  /** The type-graphql classes that declare these fields. */
  readonly resolvers: readonly (new () => object)[];
  /** What is selected, as a plan; notes where arguments stand. Throws BAD_INPUT or QUERY_TOO_LARGE. */
  plan(planner: Planner, selected: SelectedField): Plan;
  /** The one Cypher statement of a plan. */
  compile(plan: Plan, environment: Environment): string;
  /** The answer, from the rows of the statement, which may be changed in place. */
  hydrate(plan: Plan, rows: readonly Row[], hydrator: Hydrator): unknown;
  /** Counts what the database has to visit. */
  estimate(plan: Plan, estimator: Estimator): void;
}

/** A root field that was planned for one shape of operation, and compiled. */
export interface PlannedField extends SitesPlan {
  readonly text: string;
  hydrate(rows: readonly Row[], hydrator: Hydrator): unknown;
  estimate(estimator: Estimator): void;
}

/** A kind of root field, whatever its plan is. */
export interface RootField {
  readonly names: readonly string[];
  readonly resolvers: readonly (new () => object)[];
  planned(request: Request, selected: SelectedField): PlannedField;
}

/** Makes a root field of its parts. */
export function rootField<Plan>(parts: RootFieldParts<Plan>): RootField {
  return {
    names: parts.names,
    resolvers: parts.resolvers,
    planned: (request, selected) => {
      const planner = new Planner(request);
      const plan = frozen(parts.plan(planner, selected));
      return Object.freeze({
        ...planner.sites,
        text: parts.compile(plan, planner.environment),
        hydrate: (rows: readonly Row[], hydrator: Hydrator) => parts.hydrate(plan, rows, hydrator),
        estimate: (estimator: Estimator) => parts.estimate(plan, estimator),
      });
    },
  };
}

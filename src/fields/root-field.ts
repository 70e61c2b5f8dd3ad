import type { Estimator } from "../cost/estimator.js";
import type { Hydrator } from "../hydrate/hydrator.js";
import type { Row } from "../hydrate/row.js";
import { frozen } from "../plan/freeze.js";
import type { SitesPlan } from "../plan/kinds/sites.js";
import { Planner } from "../plan/planner.js";
import type { Request, SelectedField } from "../plan/selection.js";
import type { Environment } from "../statement/environment.js";

/**
 * Everything that the service knows about one kind of root field. `Plan` is the request as frozen data. The
 * plan depends on which arguments are present, never on their values (except enums, paths and booleans).
 */
export interface RootFieldParts<Plan> {
  /** Names of the Query fields that it answers. */
  readonly names: readonly string[];
  /** The type-graphql classes that declare these fields. */
  readonly resolvers: readonly (new () => object)[];
  /** Plans the selection and notes the positions of arguments. Throws BAD_INPUT or QUERY_TOO_LARGE. */
  plan(planner: Planner, selected: SelectedField): Plan;
  /** Compiles a plan to a single Cypher statement. */
  compile(plan: Plan, environment: Environment): string;
  /** The columns that the statement returns. */
  readonly columns: readonly string[];
  /** Builds the answer from the rows of the statement. May change the rows in place. */
  hydrate(plan: Plan, rows: readonly Row[], hydrator: Hydrator): unknown;
  /** Estimates how much the database has to visit. */
  estimate(plan: Plan, estimator: Estimator): void;
}

/** A root field that is planned and compiled for one operation shape. */
export interface PlannedField extends SitesPlan {
  readonly text: string;
  readonly columns: readonly string[];
  hydrate(rows: readonly Row[], hydrator: Hydrator): unknown;
  estimate(estimator: Estimator): void;
}

/** A kind of root field, independent of its plan type. */
export interface RootField {
  readonly names: readonly string[];
  readonly resolvers: readonly (new () => object)[];
  planned(request: Request, selected: SelectedField): PlannedField;
}

/** Creates a root field from its parts. */
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
        columns: parts.columns,
        hydrate: (rows: readonly Row[], hydrator: Hydrator) => parts.hydrate(plan, rows, hydrator),
        estimate: (estimator: Estimator) => parts.estimate(plan, estimator),
      });
    },
  };
}

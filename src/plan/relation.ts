import { PactError } from "../errors.js";
import type { EdgeField } from "../model/registry.js";
import { asksSource } from "./asks-source.js";
import { ComparisonPlanner } from "./comparison.js";
import { asObject, type ConditionPlace, isNull, textOf } from "./condition-place.js";
import type { MatchedEdgePlan, MatchedNodePlan } from "./kinds/matched.js";
import type { Args } from "./kinds/sites.js";
import type { ConditionPlan, RelationPlan, ValuePlan } from "./kinds/values.js";
import { conjunction, negated } from "./logic.js";
import { hopOver } from "./path.js";
import type { Planner } from "./planner.js";
import { narrowScope } from "./scope.js";
import type { SiteBuilder } from "./site.js";

const QUANTIFIERS = ["exists", "some", "none", "all", "count"] as const;

/** Plans the condition on an edge and the node at its other end. */
type OfEdge = (edge: MatchedEdgePlan, where: unknown, at: ConditionPlace) => ConditionPlan | undefined;

/** Converts conditions on the edges of a node, such as `some` and `count`, to plans. */
export class RelationPlanner {
  private readonly comparisons: ComparisonPlanner;

  constructor(
    private readonly planner: Planner,
    private readonly site: SiteBuilder,
    private readonly ofEdge: OfEdge,
  ) {
    this.comparisons = new ComparisonPlanner(site);
  }

  of(
    field: EdgeField,
    { variable: via }: MatchedNodePlan,
    filter: unknown,
    at: ConditionPlace,
  ): ConditionPlan {
    const given = asObject(filter, at.path);
    const { maxDepth } = this.planner.request.limits;
    if (at.depth >= maxDepth) {
      throw new PactError(
        "QUERY_TOO_LARGE",
        `${textOf(at.path)}: conditions on relations are nested more than ${maxDepth} levels deep. Use several requests.`,
      );
    }
    const scope = narrowScope(at.scope, given, this.site.scope(at.path), at.names);
    const place = { ...at, scope, depth: at.depth + 1 };
    const parts = QUANTIFIERS.flatMap((quantifier) =>
      given[quantifier] === undefined
        ? []
        : [this.quantified(quantifier, hopOver(field, via, scope, this.planner.environment), given, place)],
    );
    if (given.of !== undefined && given.count === undefined) {
      throw new PactError(
        "BAD_INPUT",
        `${textOf(at.path)}.of sets what count counts. Add count, for example {gte: 1}.`,
      );
    }
    if (!parts.length) {
      throw new PactError(
        "BAD_INPUT",
        `${textOf(at.path)} has no condition: use one of ${QUANTIFIERS.join(", ")}.`,
      );
    }
    return conjunction(parts) ?? { kind: "and", parts };
  }

  private quantified(
    quantifier: (typeof QUANTIFIERS)[number],
    relation: RelationPlan,
    given: Args,
    at: ConditionPlace,
  ): ConditionPlan {
    const value = given[quantifier];
    const place = { ...at, path: [...at.path, quantifier] };
    if (value === null) throw isNull(place.path);
    const exists = (condition: ConditionPlan | undefined): ConditionPlan => ({
      kind: "exists",
      relation: withCondition(relation, condition),
    });
    switch (quantifier) {
      case "exists":
        return value === true ? exists(undefined) : negated(exists(undefined));
      case "some":
        return exists(this.ofEdge(relation, value, place));
      case "none":
        return negated(exists(this.ofEdge(relation, value, place)));
      case "all": {
        const inner = this.ofEdge(relation, value, place);
        return inner ? negated(exists(negated(inner))) : { kind: "and", parts: [] };
      }
      case "count":
        return this.counted(relation, given, at);
    }
  }

  private counted(relation: RelationPlan, { count, of }: Args, at: ConditionPlace): ConditionPlan {
    const condition =
      of === undefined ? undefined : this.ofEdge(relation, of, { ...at, path: [...at.path, "of"] });
    const value: ValuePlan = { kind: "count", relation: withCondition(relation, condition) };
    return this.comparisons.all(value, "int", count, { ...at, path: [...at.path, "count"] });
  }
}

function withCondition(relation: RelationPlan, condition: ConditionPlan | undefined): RelationPlan {
  return { ...relation, condition, ofAllSources: asksSource(condition, relation.r) };
}

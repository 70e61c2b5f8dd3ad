import { keyExpression, optionalHops } from "../../compile/buckets.js";
import { conditions } from "../../compile/condition.js";
import { edgePattern, matchEdge } from "../../compile/edges.js";
import { edgeInTime, possibleEnd, possibleStart } from "../../compile/spell.js";
import { isTimed } from "../../compile/validity.js";
import { NETWORK_LABELS } from "../../model/projection.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import type { ConditionPlan } from "../../plan/kinds/values.js";
import type { Environment, Variable } from "../../statement/environment.js";
import { constants, whereClause } from "../../statement/text.js";
import { isOfBodies } from "./bodies.js";
import { type NetworkKey, tieKeyExpression } from "./keys.js";
import type { NetworkPlan } from "./plan.js";
import { type SharedTime, sharedTime } from "./shared-time.js";
import type { TieEdge } from "./tie-edges.js";

/** A pair of actors, and the data of the two edges that link them. */
export interface PairVariables {
  readonly a: Variable;
  readonly b: Variable;
  /** Ids of the sources of the two edges. */
  readonly source: Variable;
  readonly otherSource: Variable;
  /** The two values that are compared for agreement. */
  readonly value: Variable;
  readonly otherValue: Variable;
  readonly key: Variable;
  /** The first and last day on which both edges hold. */
  readonly from: Variable;
  readonly to: Variable;
}

/** What is read of the pairs beside the actors and what they share. */
export interface Wanted {
  readonly key?: NetworkKey | undefined;
  readonly isInTime?: boolean;
}

/** Writes the clauses that match the pairs of actors of a network. */
export class PairWriter {
  constructor(
    private readonly plan: NetworkPlan,
    private readonly environment: Environment,
  ) {}

  /** Pairs of different actors with a shared node, each pair once. A key of the shared node is computed once for it. */
  of(pair: PairVariables, scope: ScopePlan, wanted: Wanted): string {
    const { tie, egos } = this.plan;
    if (tie.proxy) return this.pairsByProxy(pair, scope, wanted);
    const needsEdges = tie.field.edge.timed || wanted.isInTime || wanted.key?.of === "ties";
    return egos || needsEdges ? this.directPairs(pair, scope, wanted) : this.listedPairs(pair, scope, wanted);
  }

  /**
   * Lists the actors of each shared node, and makes the pairs from the list. What is needed of an edge is then read once,
   * and not once for each pair.
   */
  private listedPairs(pair: PairVariables, scope: ScopePlan, { key }: Wanted): string {
    const { tie, m, ofA, slots, one } = this.plan;
    const { a, b } = pair;
    const { r } = one;
    const edge = edgePattern(this.environment, one, scope);
    const found = matchEdge(edge, [...this.ofActor(a, ofA), ...this.ofTie(one), ...this.ofShared()]);
    const [list, place, first, second] = ["list", "place", "first", "second"].map((hint) =>
      this.environment.variable(hint),
    );
    const keys = key ? [`${pair.key}`] : [];
    const actor = [
      { value: `${a}`, as: [a, b] },
      ...(tie.agreement ? [{ value: `${r}.${tie.agreement}`, as: [pair.value, pair.otherValue] }] : []),
      ...(slots.wantsSources ? [{ value: `${r}.sourceId`, as: [pair.source, pair.otherSource] }] : []),
    ];
    const together = [`${m}`, ...keys, ...(tie.same ? [`coalesce(${r}.${tie.same}, '') AS same`] : [])];
    const both = actor.flatMap(({ as }, index) =>
      [first, second].map((each, side) => `${each}[${index}] AS ${as[side]}`),
    );
    return (
      `${found} ${this.keyClause(key, pair.key, [`${a}`, `${m}`, `${r}`])}` +
      `WITH ${[a, m, r, ...keys].join(", ")} ORDER BY ${a}.id ` +
      `WITH ${together.join(", ")}, collect([${actor.map(({ value }) => value).join(", ")}]) AS ${list} ` +
      `UNWIND range(0, size(${list}) - 2) AS ${place} ` +
      `WITH ${[m, ...keys].join(", ")}, ${list}[${place}] AS ${first}, ${list}[${place} + 1..] AS ${list} ` +
      `UNWIND ${list} AS ${second} WITH ${[m, ...keys, ...both].join(", ")} WHERE ${a} <> ${b}`
    );
  }

  private directPairs(pair: PairVariables, scope: ScopePlan, { key, isInTime }: Wanted): string {
    const { tie, m, egos, ofA, ofB, slots, one, other } = this.plan;
    const { a, b } = pair;
    const { field } = tie;
    const same = this.environment.variable("same");
    const [first, second] = [one.r, other.r];
    const toShared = edgePattern(this.environment, one, scope);
    const fromShared = this.fromShared(scope);
    const ofFirst = [
      ...(egos ? [`${a}:Entity`, `${a}.id IN ${egos}`] : []),
      ...this.ofActor(a, ofA),
      ...toShared.conditions,
      ...this.ofTie(one),
      ...this.ofShared(),
    ];
    // Values for the comparison with the second edge are read once from the first.
    const compared = [
      ...(slots.wantsSources ? [`${first}.sourceId AS ${pair.source}`] : []),
      ...(tie.agreement ? [`${first}.${tie.agreement} AS ${pair.value}`] : []),
      ...(tie.same ? [`coalesce(${first}.${tie.same}, '') AS ${same}`] : []),
      ...(field.edge.timed || key?.of === "ties" ? [`${first}`] : []),
    ];
    const ofSecond = [
      // This check does not depend on the shared node: with egos, it runs once per pair, after counting.
      ...(egos ? [] : [`${a}.id < ${b}.id`]),
      ...this.ofActor(b, ofB),
      ...fromShared.conditions,
      ...this.ofTie(other),
      ...(tie.same ? [`coalesce(${second}.${tie.same}, '') = ${same}`] : []),
      ...(field.edge.timed ? this.overlap(scope) : []),
    ];
    const carried = [`${a}`, `${m}`, ...compared];
    const time = isInTime ? this.sharedTime(scope) : undefined;
    // Only what is counted is carried on: each value costs a read for each pair of edges.
    const counted = [
      ...[a, b].map(String),
      ...(tie.agreement ? [`${pair.value}`, `${second}.${tie.agreement} AS ${pair.otherValue}`] : [`${m}`]),
      ...(slots.wantsSources ? [`${pair.source}`, `${second}.sourceId AS ${pair.otherSource}`] : []),
      ...(key?.of === "shared" ? [`${pair.key}`] : []),
      ...(key?.of === "ties" ? [`${tieKeyExpression(key, first, second)} AS ${pair.key}`] : []),
      ...(time ? [`${time.from} AS ${pair.from}`, `${time.to} AS ${pair.to}`] : []),
    ];
    return (
      `MATCH ${toShared.pattern}${whereClause(ofFirst)} ${this.keyClause(key, pair.key, carried)}` +
      `MATCH ${fromShared.pattern}${whereClause(ofSecond)} WITH ${counted.join(", ")}`
    );
  }

  /** The second edge, matched from the shared node. */
  private fromShared(scope: ScopePlan) {
    const { field, r, via, node } = this.plan.other;
    return edgePattern(this.environment, { field: field.edge.backward, r, via: node, node: via }, scope);
  }

  /** Conditions for the two spells to share at least one day, as far as the lives of their nodes allow. */
  private overlap(scope: ScopePlan): readonly string[] {
    const { one, other } = this.plan;
    if (scope.certain && isTimed(scope)) {
      const { from, to } = this.sharedTime(scope);
      return [`${from} <= ${to}`];
    }
    const [first, second] = [edgeInTime(one), edgeInTime(other)];
    return [
      `${possibleStart(first)} <= ${possibleEnd(second)}`,
      `${possibleStart(second)} <= ${possibleEnd(first)}`,
    ];
  }

  private sharedTime(scope: ScopePlan): SharedTime {
    return sharedTime(this.plan.one, this.plan.other, scope.certain);
  }

  /** An actor is also linked if someone else represents it. Persons who represent nobody do not link states. */
  private pairsByProxy(pair: PairVariables, scope: ScopePlan, { key }: Wanted): string {
    const { m, egos, ofA, ofB, one: first, other: second } = this.plan;
    const { a, b } = pair;
    const isOfTies = key?.of === "ties";
    const actors = this.actors(scope, isOfTies);
    const [one, other] = [this.environment.variable("one"), this.environment.variable("other")];
    const wanted = [
      egos ? `${a}.id IN ${egos}` : `${a}.id < ${b}.id`,
      ...this.ofActor(a, ofA),
      ...this.ofActor(b, ofB),
    ];
    const row = [
      ...[`${one}.node AS ${a}`, `${other}.node AS ${b}`, `${one}.source AS ${pair.source}`],
      ...[`${other}.source AS ${pair.otherSource}`, `${m}`],
      ...(key?.of === "shared" ? [`${pair.key}`] : []),
      ...(isOfTies ? [`${one}.edge AS ${first.r}`, `${other}.edge AS ${second.r}`] : []),
    ];
    const keyed = isOfTies
      ? ` WITH ${[a, b, pair.source, pair.otherSource, m].join(", ")}, ` +
        `${tieKeyExpression(key, first.r, second.r)} AS ${pair.key}`
      : "";
    return (
      `${actors.text} ${this.keyClause(key, pair.key, [`${m}`, `${actors.list}`])}` +
      `UNWIND ${actors.list} AS ${one} UNWIND ${actors.list} AS ${other} ` +
      `WITH ${row.join(", ")} WHERE ${wanted.join(" AND ")}${keyed}`
    );
  }

  /** For each node that can be shared, its actors as a list of {node, source}, with their edges if these are needed. */
  private actors(scope: ScopePlan, withEdges: boolean) {
    const { tie, m, one } = this.plan;
    const { r, via: s } = one;
    const actor = this.environment.variable("actor");
    const list = this.environment.variable("actors");
    const o = this.environment.variable("o");
    const edge = edgePattern(this.environment, one, scope);
    const acting =
      `CASE WHEN ${r}.${tie.proxy} IS NULL THEN ${s} ` +
      `ELSE head(COLLECT { MATCH (${o}:Entity {id: ${r}.${tie.proxy}}) RETURN ${o} }) END`;
    const kept = withEdges ? `, ${r}` : "";
    const text =
      `${matchEdge(edge, [...this.ofTie(one), ...this.ofShared()])} ` +
      `WITH ${m}, ${r}.sourceId AS source, ${acting} AS ${actor}${kept} WHERE ${ofNetwork(actor)} ` +
      `WITH ${m}, collect(DISTINCT {node: ${actor}, source: source${withEdges ? `, edge: ${r}` : ""}}) AS ${list}`;
    return { text, list };
  }

  /** A query that returns a row if the two already matched actors are linked in a scope. */
  tied(scope: ScopePlan): string {
    const { tie, a, b, one, other } = this.plan;
    if (tie.proxy) {
      const { text, list } = this.actors(scope, false);
      const among = (actor: Variable) => `any(each IN ${list} WHERE each.node = ${actor})`;
      return `${text} WHERE ${among(a)} AND ${among(b)} RETURN 1`;
    }
    const { field } = tie;
    const [first, second] = [one.r, other.r];
    const same = tie.same ? [`coalesce(${first}.${tie.same}, '') = coalesce(${second}.${tie.same}, '')`] : [];
    return (
      `${matchEdge(edgePattern(this.environment, one, scope), [...this.ofTie(one), ...this.ofShared()])} ` +
      matchEdge(this.fromShared(scope), [
        ...this.ofTie(other),
        ...same,
        ...(field.edge.timed ? this.overlap(scope) : []),
      ])
    );
  }

  /** Conditions on an edge that links actors: the requested ones and, for example, only full members or ballots cast. */
  ofTie({ r, condition }: TieEdge): readonly string[] {
    const { tie, isDefaultTie } = this.plan;
    const { only } = tie;
    return [
      ...(only && isDefaultTie ? [`${r}.${only.property} IN ${constants(only.values)}`] : []),
      ...conditions(this.environment, condition),
    ];
  }

  /** Conditions on the shared node. */
  private ofShared(): readonly string[] {
    const { bodies, m, ofShared, scope } = this.plan;
    return [
      ...conditions(this.environment, ofShared),
      ...(bodies ? [isOfBodies(this.environment, bodies, m, scope)] : []),
    ];
  }

  /** Conditions on an actor: its type (if the edge can start at other types) and the requested conditions. */
  private ofActor(actor: Variable, condition: ConditionPlan | undefined): readonly string[] {
    const others = this.plan.tie.field.owners.some((label) => !NETWORK_LABELS.includes(label));
    return [...(others ? [`(${ofNetwork(actor)})`] : []), ...conditions(this.environment, condition)];
  }

  private keyClause(key: NetworkKey | undefined, name: Variable, carried: readonly string[]): string {
    if (key?.of !== "shared") return `WITH ${carried.join(", ")} `;
    const keyed = `${keyExpression(this.environment, key.key)} AS ${name}`;
    return `${optionalHops(this.environment, [key.key])}WITH ${[...carried, keyed].join(", ")} `;
  }
}

function ofNetwork(actor: Variable): string {
  return NETWORK_LABELS.map((label) => `${actor}:${label}`).join(" OR ");
}

import { keyExpression, optionalHops } from "../../compile/buckets.js";
import { conditions } from "../../compile/condition.js";
import { edgePattern, matchEdge } from "../../compile/edges.js";
import { Prelude } from "../../compile/prelude.js";
import { nodeExpression } from "../../compile/project.js";
import { isPublished } from "../../compile/record.js";
import { edgeInTime, possibleEnd, possibleStart } from "../../compile/spell.js";
import { NETWORK_LABELS } from "../../model/projection.js";
import type { MatchedEdgePlan } from "../../plan/kinds/matched.js";
import type { GroupKeyPlan } from "../../plan/kinds/pages.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import type { ConditionPlan } from "../../plan/kinds/values.js";
import type { Environment, Variable } from "../../statement/environment.js";
import { constants, whereClause } from "../../statement/text.js";
import { missingIds } from "../found.js";
import { MAX_TIES, type NetworkPlan } from "./plan.js";

/**
 * The ties of a network: `value.ties` is a list of [id, id, shared, agreed, null], `value.groups` the same by key as
 * [id, id, shared, agreed, key], `value.nodes` the actors with the selected data. One tie more than the limit
 * means that there are too many. A shared node has one key unless the key follows a relation. If it has one
 * key, the groups add up to the ties, and only the groups are read.
 */
export function compileNetwork(plan: NetworkPlan, environment: Environment): string {
  return new NetworkWriter(plan, environment).statement();
}

/** A pair of actors, and the data of the two edges that link them. */
interface PairVariables {
  readonly a: Variable;
  readonly b: Variable;
  /** Ids of the sources of the two edges. */
  readonly source: Variable;
  readonly otherSource: Variable;
  /** The two values that are compared for agreement. */
  readonly value: Variable;
  readonly otherValue: Variable;
  readonly key: Variable;
}

class NetworkWriter {
  constructor(
    private readonly plan: NetworkPlan,
    private readonly environment: Environment,
  ) {}

  statement(): string {
    const { key, slots, x, scope, egos } = this.plan;
    const prelude = new Prelude(this.environment);
    const node = this.plan.node ? [`node: ${nodeExpression(this.plan.node, x, prelude)}`] : [];
    const byKey = key && slots.wantsGroups;
    const addUp = byKey && !key.hops.length;
    const lists = [...(addUp ? [] : ["ties"]), ...(byKey ? ["groups"] : [])];
    const nodes = slots.wantsNodes
      ? `CALL (*) { UNWIND ${lists[0]} AS tie UNWIND tie[0..2] AS id WITH DISTINCT id ORDER BY id ` +
        `MATCH (${x}:Entity {id: id})${whereClause(isPublished(x, scope))} ` +
        `${prelude.text}RETURN collect({${["id: id", ...node].join(", ")}}) AS nodes } `
      : "";
    const queries = lists.map((list) => `CALL () { ${this.ties(list === "groups")} AS ${list} } `);
    const entries = [...lists, ...(slots.wantsNodes ? ["nodes"] : [])].map((list) => `${list}: ${list}`);
    const missing = egos ? missingIds(egos, this.environment.variable("x"), scope) : "[]";
    return `${queries.join("")}${nodes}RETURN {${entries.join(", ")}} AS value, ${missing} AS missing`;
  }

  private ties(byKey: boolean): string {
    const { tie, a, b, key, without, egos, minWeight, slots, scope } = this.plan;
    const { environment } = this;
    const pair: PairVariables = {
      a,
      b,
      key: environment.variable("key"),
      source: environment.variable("source"),
      otherSource: environment.variable("source"),
      value: environment.variable("value"),
      otherValue: environment.variable("value"),
    };
    const shared = tie.agreement ? "count(*)" : `count(DISTINCT ${this.plan.m})`;
    const agreed = tie.agreement
      ? `sum(CASE WHEN ${pair.otherValue} = ${pair.value} THEN 1 ELSE 0 END)`
      : "null";
    const weight = tie.agreement ? "toFloat(agreed) / shared" : "shared";
    const wanted = [
      ...(egos ? [`${a} <> ${b} AND (NOT ${b}.id IN ${egos} OR ${a}.id < ${b}.id)`] : []),
      // A single group can be below the minimum weight even if the whole tie is not.
      ...(minWeight && !byKey ? [`${weight} >= ${minWeight}`] : []),
      ...(without ? [`NOT EXISTS { ${this.tied(without)} }`] : []),
    ];
    const sources = slots.wantsSources
      ? [`collect(DISTINCT ${pair.source}) + collect(DISTINCT ${pair.otherSource}) AS sources`]
      : [];
    const row = [`${a}.id`, `${b}.id`, "shared", "agreed", byKey ? `${pair.key}` : "null"];
    const grouped = [
      ...[a, b, ...(byKey ? [pair.key] : [])].map(String),
      ...[`${shared} AS shared`, `${agreed} AS agreed`, ...sources],
    ];
    return (
      `${this.pairs(pair, scope, byKey ? key : undefined)} WITH ${grouped.join(", ")}${whereClause(wanted)} ` +
      `WITH [${[...row, ...(sources.length ? ["sources"] : [])].join(", ")}] AS tie ` +
      `ORDER BY tie LIMIT ${MAX_TIES + 1} RETURN collect(tie)`
    );
  }

  /** Pairs of different actors with a shared node, each pair once. `key` is computed once per shared node. */
  private pairs(pair: PairVariables, scope: ScopePlan, key: GroupKeyPlan | undefined): string {
    return this.plan.tie.proxy ? this.pairsByProxy(pair, scope, key) : this.directPairs(pair, scope, key);
  }

  private directPairs(pair: PairVariables, scope: ScopePlan, key: GroupKeyPlan | undefined): string {
    const { tie, m, egos, ofA, ofB, ofShared, slots } = this.plan;
    const { a, b } = pair;
    const { field } = tie;
    const same = this.environment.variable("same");
    const [first, second] = [this.environment.variable("r"), this.environment.variable("r")];
    const [there, back] = [
      { field, r: first, via: a, node: m },
      { field: field.edge.backward, r: second, via: m, node: b },
    ];
    const toShared = edgePattern(this.environment, there, scope);
    const fromShared = edgePattern(this.environment, back, scope);
    const ofFirst = [
      ...(egos ? [`${a}:Entity`, `${a}.id IN ${egos}`] : []),
      ...this.ofActor(a, ofA),
      ...toShared.conditions,
      ...this.ofTie(first),
      ...conditions(this.environment, ofShared),
    ];
    // Values for the comparison with the second edge are read once from the first.
    const compared = [
      ...(slots.wantsSources ? [`${first}.sourceId AS ${pair.source}`] : []),
      ...(tie.agreement ? [`${first}.${tie.agreement} AS ${pair.value}`] : []),
      ...(tie.same ? [`coalesce(${first}.${tie.same}, '') AS ${same}`] : []),
      ...(field.edge.timed ? [`${first}`] : []),
    ];
    const ofSecond = [
      // This check does not depend on the shared node: with egos, it runs once per pair, after counting.
      ...(egos ? [] : [`${a}.id < ${b}.id`]),
      ...this.ofActor(b, ofB),
      ...fromShared.conditions,
      ...this.ofTie(second),
      ...(tie.same ? [`coalesce(${second}.${tie.same}, '') = ${same}`] : []),
      ...(field.edge.timed ? overlap(there, back) : []),
    ];
    const carried = [`${a}`, `${m}`, ...compared];
    // Only what is counted is carried on: each value costs a read for each pair of edges.
    const counted = [
      ...[a, b].map(String),
      ...(tie.agreement ? [`${pair.value}`, `${second}.${tie.agreement} AS ${pair.otherValue}`] : [`${m}`]),
      ...(slots.wantsSources ? [`${pair.source}`, `${second}.sourceId AS ${pair.otherSource}`] : []),
    ];
    return (
      `MATCH ${toShared.pattern}${whereClause(ofFirst)} ${this.keyClause(key, pair.key, carried)}` +
      `MATCH ${fromShared.pattern}${whereClause(ofSecond)} ` +
      `WITH ${[...counted, ...(key ? [`${pair.key}`] : [])].join(", ")}`
    );
  }

  /** An actor is also linked if someone else represents it. Persons who represent nobody do not link states. */
  private pairsByProxy(pair: PairVariables, scope: ScopePlan, key: GroupKeyPlan | undefined): string {
    const { m, egos, ofA, ofB, ofShared } = this.plan;
    const { a, b } = pair;
    const actors = this.actors(scope, conditions(this.environment, ofShared));
    const [one, other] = [this.environment.variable("one"), this.environment.variable("other")];
    const wanted = [
      egos ? `${a}.id IN ${egos}` : `${a}.id < ${b}.id`,
      ...this.ofActor(a, ofA),
      ...this.ofActor(b, ofB),
    ];
    return (
      `${actors.text} ${this.keyClause(key, pair.key, [`${m}`, `${actors.list}`])}` +
      `UNWIND ${actors.list} AS ${one} UNWIND ${actors.list} AS ${other} ` +
      `WITH ${one}.node AS ${a}, ${other}.node AS ${b}, ${one}.source AS ${pair.source}, ` +
      `${other}.source AS ${pair.otherSource}, ${m}${key ? `, ${pair.key}` : ""} WHERE ${wanted.join(" AND ")}`
    );
  }

  /** For each node that can be shared, its actors as a list of {node, source}. */
  private actors(scope: ScopePlan, more: readonly string[]) {
    const { tie, m } = this.plan;
    const [s, r, actor] = [
      this.environment.variable("s"),
      this.environment.variable("r"),
      this.environment.variable("actor"),
    ];
    const list = this.environment.variable("actors");
    const o = this.environment.variable("o");
    const edge = edgePattern(this.environment, { field: tie.field, r, via: s, node: m }, scope);
    const acting =
      `CASE WHEN ${r}.${tie.proxy} IS NULL THEN ${s} ` +
      `ELSE head(COLLECT { MATCH (${o}:Entity {id: ${r}.${tie.proxy}}) RETURN ${o} }) END`;
    const text =
      `${matchEdge(edge, [...this.ofTie(r), ...more])} WITH ${m}, ${r}.sourceId AS source, ${acting} AS ${actor} ` +
      `WHERE ${ofNetwork(actor)} WITH ${m}, collect(DISTINCT {node: ${actor}, source: source}) AS ${list}`;
    return { text, list };
  }

  /** A query that returns a row if the two already matched actors are linked in a scope. */
  private tied(scope: ScopePlan): string {
    const { tie, a, b, m, ofShared } = this.plan;
    const more = conditions(this.environment, ofShared);
    if (tie.proxy) {
      const { text, list } = this.actors(scope, more);
      const among = (actor: Variable) => `any(each IN ${list} WHERE each.node = ${actor})`;
      return `${text} WHERE ${among(a)} AND ${among(b)} RETURN 1`;
    }
    const { field } = tie;
    const [first, second] = [this.environment.variable("r"), this.environment.variable("r")];
    const there = { field, r: first, via: a, node: m };
    const toShared = edgePattern(this.environment, there, scope);
    const back = { field: field.edge.backward, r: second, via: m, node: b };
    const same = tie.same ? [`coalesce(${first}.${tie.same}, '') = coalesce(${second}.${tie.same}, '')`] : [];
    return (
      `${matchEdge(toShared, [...this.ofTie(first), ...more])} ` +
      matchEdge(edgePattern(this.environment, back, scope), [
        ...this.ofTie(second),
        ...same,
        ...(field.edge.timed ? overlap(there, back) : []),
      ])
    );
  }

  /** Extra conditions on edges that link actors, for example only full members or only ballots cast. */
  private ofTie(r: Variable): readonly string[] {
    const { only } = this.plan.tie;
    return only ? [`${r}.${only.property} IN ${constants(only.values)}`] : [];
  }

  /** Conditions on an actor: its type (if the edge can start at other types) and the requested conditions. */
  private ofActor(actor: Variable, condition: ConditionPlan | undefined): readonly string[] {
    const others = this.plan.tie.field.owners.some((label) => !NETWORK_LABELS.includes(label));
    return [...(others ? [`(${ofNetwork(actor)})`] : []), ...conditions(this.environment, condition)];
  }

  private keyClause(key: GroupKeyPlan | undefined, name: Variable, carried: readonly string[]): string {
    const keyed = key ? [`${keyExpression(this.environment, key)} AS ${name}`] : [];
    const hops = key ? optionalHops(this.environment, [key]) : "";
    return `${hops}WITH ${[...carried, ...keyed].join(", ")} `;
  }
}

/** Conditions for two spells to share at least one day, as far as the lives of their nodes allow. */
function overlap(one: MatchedEdgePlan, other: MatchedEdgePlan): readonly string[] {
  const [first, second] = [edgeInTime(one), edgeInTime(other)];
  return [
    `${possibleStart(first)} <= ${possibleEnd(second)}`,
    `${possibleStart(second)} <= ${possibleEnd(first)}`,
  ];
}

function ofNetwork(actor: Variable): string {
  return NETWORK_LABELS.map((label) => `${actor}:${label}`).join(" OR ");
}

import { keyExpression, optionalHops } from "../../compile/buckets.js";
import { conditions } from "../../compile/condition.js";
import { coveredUntil } from "../../compile/covered.js";
import { edgePattern, matchEdge } from "../../compile/edges.js";
import { Prelude } from "../../compile/prelude.js";
import { nodeExpression } from "../../compile/project.js";
import { isPublished } from "../../compile/record.js";
import { edgeInTime, possibleEnd, possibleStart } from "../../compile/spell.js";
import { isTimed } from "../../compile/validity.js";
import { NETWORK_LABELS } from "../../model/projection.js";
import type { NodePlan } from "../../plan/kinds/nodes.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import type { ConditionPlan } from "../../plan/kinds/values.js";
import { timelessScope } from "../../plan/scope.js";
import type { Environment, Variable } from "../../statement/environment.js";
import { constants, whereClause } from "../../statement/text.js";
import { missingIds } from "../found.js";
import { bodiesClause, isOfBodies } from "./bodies.js";
import { type NetworkKey, tieKeyExpression } from "./keys.js";
import { type LinkSeriesPlan, MAX_TIES, type NetworkPlan } from "./plan.js";
import { type SharedTime, sharedTime } from "./shared-time.js";
import type { TieEdge } from "./tie-edges.js";

/**
 * The ties of a network: `value.ties` is a list of [id, id, shared, agreed, null], `value.groups` the same by key as
 * [id, id, shared, agreed, key], `value.certain` what is certainly shared as [id, id, shared, agreed, null] where that
 * may be less, `value.series` for each requested series a list of [id, id, [[period, shared], …]],
 * `value.nodes` the actors with the selected data, `value.bodies` those whose ballots are counted. One tie more than
 * the limit means that there are too many. A shared node has one key unless the key follows a relation or belongs to
 * the edges. If it has one key, the groups add up to the ties, and only the groups are read.
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
  /** The first and last day on which both edges hold. */
  readonly from: Variable;
  readonly to: Variable;
}

/** What is read of the pairs beside the actors and what they share. */
interface Wanted {
  readonly key?: NetworkKey | undefined;
  readonly isInTime?: boolean;
}

class NetworkWriter {
  constructor(
    private readonly plan: NetworkPlan,
    private readonly environment: Environment,
  ) {}

  statement(): string {
    const { key, slots, egos, bodies, series, scope } = this.plan;
    const byKey = key && slots.wantsGroups;
    const addUp = byKey && key.of === "shared" && !key.key.hops.length;
    const lists = [
      ...(addUp ? [] : [{ name: "ties", text: this.ties(false) }]),
      ...(byKey ? [{ name: "groups", text: this.ties(true) }] : []),
      ...(slots.wantsCertain && isTimed(scope) && !scope.certain
        ? [{ name: "certain", text: this.certainTies() }]
        : []),
      ...series.map((each, index) => ({ name: `series${index}`, text: this.inPeriods(each) })),
    ];
    const wantsCovered = series.some((each) => each.wantsCovered);
    if (wantsCovered) lists.push({ name: "coveredUntil", text: this.coveredUntil() });
    const within = bodies ? `${bodies.ids}` : "";
    const queries = lists.map(({ name, text }) => `CALL (${within}) { ${text} AS ${name} } `);
    const [ties] = lists;
    const nodes = slots.wantsNodes && ties ? this.nodes(ties.name) : "";
    const listed = slots.wantsBodies ? this.bodies() : "";
    const entries = [
      ...lists
        .filter(({ name }) => !name.startsWith("series") && name !== "coveredUntil")
        .map(({ name }) => `${name}: ${name}`),
      ...(series.length ? [`series: [${series.map((_, index) => `series${index}`).join(", ")}]`] : []),
      ...(wantsCovered ? ["coveredUntil: coveredUntil"] : []),
      ...(slots.wantsNodes ? ["nodes: nodes"] : []),
      ...(slots.wantsBodies ? ["bodies: bodies"] : []),
    ];
    const missing = [egos, bodies?.asked].flatMap((ids) =>
      ids ? [missingIds(ids, this.environment.variable("x"), scope)] : [],
    );
    return (
      `${bodies ? this.chosenBodies() : ""}${queries.join("")}${nodes}${listed}` +
      `RETURN {${entries.join(", ")}} AS value, ${missing.join(" + ") || "[]"} AS missing`
    );
  }

  /** The nodes of the ties, in the order of their ids. */
  private nodes(ties: string): string {
    const row = this.row(this.plan.node);
    return (
      `CALL (*) { UNWIND ${ties} AS tie UNWIND tie[0..2] AS id WITH DISTINCT id ORDER BY id ` +
      `${row.match} RETURN collect(${row.value}) AS nodes } `
    );
  }

  private bodies(): string {
    const { bodies, body } = this.plan;
    if (!bodies) return "CALL () { RETURN [] AS bodies } ";
    const row = this.row(body);
    return (
      `CALL (*) { UNWIND ${bodies.ids} AS id WITH DISTINCT id ORDER BY id ` +
      `${row.match} RETURN collect(${row.value}) AS bodies } `
    );
  }

  /** Matches the node with an id, and its selected data. */
  private row(node: NodePlan | undefined) {
    const { x, scope } = this.plan;
    const prelude = new Prelude(this.environment);
    const data = node ? [`node: ${nodeExpression(node, x, prelude)}`] : [];
    const match =
      `MATCH (${x}:Entity {id: id})${whereClause(isPublished(x, scope))} ${prelude.text}`.trimEnd();
    return { match, value: `{${["id: id", ...data].join(", ")}}` };
  }

  private chosenBodies(): string {
    const { bodies, m, one, tie, scope } = this.plan;
    if (!bodies) return "";
    // The body is the same at all times, so that an answer does not change its subject from one year to the next.
    const ballot = edgePattern(this.environment, one, timelessScope(scope));
    const voted = `EXISTS { ${matchEdge(ballot, this.ofTie(one))} }`;
    return bodiesClause(this.environment, bodies, {
      ...{ m, scope, labels: tie.field.targets },
      wanted: [voted, ...conditions(this.environment, this.plan.ofShared)],
    });
  }

  private ties(byKey: boolean): string {
    const { tie, minWeight, minShared, scope } = this.plan;
    const weight = tie.agreement ? "toFloat(agreed) / shared" : "shared";
    // A single group can be below a minimum even if the whole tie is not.
    const minima = [
      ...(minWeight && !byKey ? [`${weight} >= ${minWeight}`] : []),
      ...(minShared && !byKey ? [`shared >= ${minShared}`] : []),
    ];
    return this.counted(scope, byKey, minima);
  }

  /** The ties that certainly exist, with what is certainly shared. The minima apply to what is possibly shared. */
  private certainTies(): string {
    return this.counted({ ...this.plan.scope, certain: true }, false, []);
  }

  private counted(scope: ScopePlan, byKey: boolean, minima: readonly string[]): string {
    const { tie, a, b, key, slots } = this.plan;
    const pair = this.pairVariables();
    const shared = tie.agreement ? "count(*)" : `count(DISTINCT ${this.plan.m})`;
    const agreed = tie.agreement
      ? `sum(CASE WHEN ${pair.otherValue} = ${pair.value} THEN 1 ELSE 0 END)`
      : "null";
    const wanted = [...this.ofPair(), ...minima];
    const sources = slots.wantsSources
      ? [`collect(DISTINCT ${pair.source}) + collect(DISTINCT ${pair.otherSource}) AS sources`]
      : [];
    const row = [`${a}.id`, `${b}.id`, "shared", "agreed", byKey ? `${pair.key}` : "null"];
    const grouped = [
      ...[a, b, ...(byKey ? [pair.key] : [])].map(String),
      ...[`${shared} AS shared`, `${agreed} AS agreed`, ...sources],
    ];
    return (
      `${this.pairs(pair, scope, byKey ? { key } : {})} WITH ${grouped.join(", ")}${whereClause(wanted)} ` +
      `WITH [${[...row, ...(sources.length ? ["sources"] : [])].join(", ")}] AS tie ` +
      `ORDER BY tie LIMIT ${MAX_TIES + 1} RETURN collect(tie)`
    );
  }

  /** The ties by period: a shared node counts in each period in which both edges hold at once. */
  private inPeriods({ periods }: LinkSeriesPlan): string {
    const { a, b, m, scope } = this.plan;
    const pair = this.pairVariables();
    const i = this.environment.variable("i");
    const { from, to } = pair;
    const within = `${from} <= ${periods}[p].max AND ${to} >= ${periods}[p].min`;
    return (
      `${this.pairs(pair, scope, { isInTime: true })} WITH ${a}, ${b}, ${m}, ${from}, ${to} WHERE ${from} <= ${to} ` +
      `UNWIND [p IN range(0, size(${periods}) - 1) WHERE ${within}] AS ${i} ` +
      `WITH ${a}, ${b}, ${i}, count(DISTINCT ${m}) AS shared ORDER BY ${i} ` +
      `WITH ${a}, ${b}, collect([${i}, shared]) AS counts${whereClause(this.ofPair())} ` +
      `WITH [${a}.id, ${b}.id, counts] AS tie ORDER BY tie[0], tie[1] LIMIT ${MAX_TIES + 1} RETURN collect(tie)`
    );
  }

  /** The last day that the sources of the edges of the ties cover. */
  private coveredUntil(): string {
    const { egos, one, scope } = this.plan;
    const edges = edgePattern(this.environment, one, timelessScope(scope));
    const ofEgos = egos ? [`${one.via}:Entity`, `${one.via}.id IN ${egos}`] : [];
    const all = matchEdge(edges, [...ofEgos, ...this.ofTie(one)]);
    const last = this.environment.variable("last");
    return `${all} ${coveredUntil(one, this.environment)} AS ${last} RETURN ${last}`;
  }

  private pairVariables(): PairVariables {
    const { environment, plan } = this;
    return {
      a: plan.a,
      b: plan.b,
      key: environment.variable("key"),
      source: environment.variable("source"),
      otherSource: environment.variable("source"),
      value: environment.variable("value"),
      otherValue: environment.variable("value"),
      from: environment.variable("from"),
      to: environment.variable("to"),
    };
  }

  /** Conditions on a pair, whatever it shares. */
  private ofPair(): readonly string[] {
    const { a, b, egos, without } = this.plan;
    return [
      ...(egos ? [`${a} <> ${b} AND (NOT ${b}.id IN ${egos} OR ${a}.id < ${b}.id)`] : []),
      ...(without ? [`NOT EXISTS { ${this.tied(without)} }`] : []),
    ];
  }

  /** Pairs of different actors with a shared node, each pair once. A key of the shared node is computed once for it. */
  private pairs(pair: PairVariables, scope: ScopePlan, wanted: Wanted): string {
    return this.plan.tie.proxy
      ? this.pairsByProxy(pair, scope, wanted)
      : this.directPairs(pair, scope, wanted);
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
  private tied(scope: ScopePlan): string {
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
  private ofTie({ r, condition }: TieEdge): readonly string[] {
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

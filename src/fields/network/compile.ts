import { conditions } from "../../compile/condition.js";
import { coveredUntil } from "../../compile/covered.js";
import { edgePattern, matchEdge } from "../../compile/edges.js";
import { Prelude } from "../../compile/prelude.js";
import { nodeExpression } from "../../compile/project.js";
import { isPublished } from "../../compile/record.js";
import { isTimed } from "../../compile/validity.js";
import type { NodePlan } from "../../plan/kinds/nodes.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import { timelessScope } from "../../plan/scope.js";
import type { Environment } from "../../statement/environment.js";
import { whereClause } from "../../statement/text.js";
import { missingIds } from "../found.js";
import { bodiesClause } from "./bodies.js";
import { type PairVariables, PairWriter } from "./pairs.js";
import { type LinkSeriesPlan, MAX_TIES, type NetworkPlan } from "./plan.js";

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

class NetworkWriter {
  private readonly pairs: PairWriter;

  constructor(
    private readonly plan: NetworkPlan,
    private readonly environment: Environment,
  ) {
    this.pairs = new PairWriter(plan, environment);
  }

  statement(): string {
    const { key, slots, egos, bodies, series, scope } = this.plan;
    const byKey = key && slots.wantsGroups;
    const addUp = byKey && key.of === "shared" && !key.key.hops.length;
    const plain = [
      ...(addUp ? [] : [{ name: "ties", text: this.ties(false) }]),
      ...(byKey ? [{ name: "groups", text: this.ties(true) }] : []),
      ...(slots.wantsCertain && isTimed(scope) && !scope.certain
        ? [{ name: "certain", text: this.certainTies() }]
        : []),
    ];
    const inPeriods = series.map((each, index) => ({ name: `series${index}`, text: this.inPeriods(each) }));
    const covered = series.some((each) => each.wantsCovered)
      ? [{ name: "coveredUntil", text: this.coveredUntil() }]
      : [];
    const within = bodies ? `${bodies.ids}` : "";
    const queries = [...plain, ...inPeriods, ...covered].map(
      ({ name, text }) => `CALL (${within}) { ${text} AS ${name} } `,
    );
    const [ties] = plain;
    const nodes = slots.wantsNodes && ties ? this.nodes(ties.name) : "";
    const listed = slots.wantsBodies ? this.bodies() : "";
    const entries = [
      ...[...plain, ...covered].map(({ name }) => `${name}: ${name}`),
      ...(series.length ? [`series: [${inPeriods.map(({ name }) => name).join(", ")}]`] : []),
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
    return this.listed(`UNWIND ${ties} AS tie UNWIND tie[0..2] AS id`, this.plan.node, "nodes");
  }

  private bodies(): string {
    const { bodies, body } = this.plan;
    if (!bodies) return "CALL () { RETURN [] AS bodies } ";
    return this.listed(`UNWIND ${bodies.ids} AS id`, body, "bodies");
  }

  /** The nodes with the ids of some rows, each once, as a list with this name. */
  private listed(rows: string, node: NodePlan | undefined, name: string): string {
    const row = this.row(node);
    return (
      `CALL (*) { ${rows} WITH DISTINCT id ORDER BY id ` +
      `${row.match} RETURN collect(${row.value}) AS ${name} } `
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
    const voted = `EXISTS { ${matchEdge(ballot, this.pairs.ofTie(one))} }`;
    return bodiesClause(this.environment, bodies, {
      m,
      scope,
      labels: tie.field.targets,
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
      `${this.pairs.of(pair, scope, byKey ? { key } : {})} WITH ${grouped.join(", ")}${whereClause(wanted)} ` +
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
      `${this.pairs.of(pair, scope, { isInTime: true })} WITH ${a}, ${b}, ${m}, ${from}, ${to} WHERE ${from} <= ${to} ` +
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
    const all = matchEdge(edges, [...ofEgos, ...this.pairs.ofTie(one)]);
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
      ...(without ? [`NOT EXISTS { ${this.pairs.tied(without)} }`] : []),
    ];
  }
}

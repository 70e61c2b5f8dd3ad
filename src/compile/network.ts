import { NETWORK_LABELS } from "../model/projection.js";
import { MOST_TIES } from "../plan/limits.js";
import type { GroupKeyPlan, NetworkPlan, ScopePlan } from "../plan/plan.js";
import { keyExpression, optionalHops } from "./aggregate.js";
import { conditionExpression } from "./condition.js";
import { Prelude } from "./prelude.js";
import { nodeExpression } from "./project.js";
import { whereClause } from "./rows.js";
import { edgeCondition, endsOf } from "./scope.js";

/**
 * The ties of a network: `value.ties` is a list of [id, id, shared, agreed, null], `value.groups` the same by key as
 * [id, id, shared, agreed, key], `value.nodes` what is read of the actors. One tie more than the limit tells that
 * there are too many. What is shared has one key unless the key leads over a relation: then the groups add up to
 * the ties, and only they are read.
 */
export function networkStatement(plan: NetworkPlan): string {
  const { n, key, slots } = plan;
  const prelude = new Prelude();
  const node = plan.node ? [`node: ${nodeExpression(plan.node, "x", prelude)}`] : [];
  const byKey = key && slots.wantsGroups;
  const addUp = byKey && !key.hops.length;
  const lists = [...(addUp ? [] : ["ties"]), ...(byKey ? ["groups"] : [])];
  const nodes = slots.wantsNodes
    ? `CALL (*) { UNWIND ${lists[0]} AS tie UNWIND tie[0..2] AS id WITH DISTINCT id ORDER BY id ` +
      `MATCH (x:Entity {id: id}) ${prelude.text}RETURN collect({${["id: id", ...node].join(", ")}}) AS nodes } `
    : "";
  const queries = lists.map((list) => `CALL () { ${tiesQuery(plan, list === "groups")} AS ${list} } `);
  const entries = [...lists, ...(slots.wantsNodes ? ["nodes"] : [])].map((list) => `${list}: ${list}`);
  return (
    `${queries.join("")}${nodes}RETURN {${entries.join(", ")}} AS value, ` +
    `${plan.ego ? `[id IN $with${n} WHERE NOT EXISTS { MATCH (x:Entity {id: id}) }]` : "[]"} AS missing`
  );
}

function tiesQuery(plan: NetworkPlan, byKey: boolean): string {
  const { n, key, field } = plan;
  const isVote = field.edge.type === "VOTED";
  const shared = isVote ? "count(*)" : "count(DISTINCT m)";
  const agreed = isVote ? "sum(CASE WHEN r2.position = position THEN 1 ELSE 0 END)" : "null";
  const weight = isVote ? "toFloat(agreed) / shared" : "shared";
  const wanted = [
    ...(plan.ego ? [`a <> b AND (NOT b.id IN $with${n} OR a.id < b.id)`] : []),
    // Of groups that add up to a tie each alone may be too light.
    ...(plan.minWeight && !byKey ? [`${weight} >= $minWeight${n}`] : []),
    ...(plan.without ? [`NOT EXISTS { ${pairs(plan, plan.without, undefined)} }`] : []),
  ];
  const sources = plan.slots.wantsSources
    ? [`collect(DISTINCT source) + collect(DISTINCT ${otherSource(plan)}) AS sources`]
    : [];
  const row = [
    "a.id",
    "b.id",
    "shared",
    "agreed",
    byKey ? "key" : "null",
    ...(sources.length ? ["sources"] : []),
  ];
  const grouped = [
    "a",
    "b",
    ...(byKey ? ["key"] : []),
    `${shared} AS shared`,
    `${agreed} AS agreed`,
    ...sources,
  ];
  return (
    `${pairs(plan, plan.scope, byKey ? key : undefined)} WITH ${grouped.join(", ")}${whereClause(wanted)} ` +
    `WITH [${row.join(", ")}] AS tie ORDER BY tie LIMIT ${MOST_TIES + 1} RETURN collect(tie)`
  );
}

/** The source of the second edge of a pair; `source` is that of the first. */
function otherSource(plan: NetworkPlan): string {
  return isByProxy(plan) ? "other.source" : "r2.sourceId";
}

/** True for edges by which one can act for another. */
function isByProxy({ field }: NetworkPlan): boolean {
  return field.edge.fact.includes("onBehalfOf");
}

/** Pairs of different actors with something that ties them, each pair once; `key` is computed once for each thing. */
function pairs(plan: NetworkPlan, scope: ScopePlan, key: GroupKeyPlan | undefined): string {
  const write = isByProxy(plan) ? pairsOnBehalf : directPairs;
  return write(plan, scope, key);
}

function keyClause(key: GroupKeyPlan | undefined, carried: readonly string[]): string {
  const keyed = key ? [`${keyExpression(key)} AS key`] : [];
  return `${key ? optionalHops([key]) : ""}WITH ${[...carried, ...keyed].join(", ")} `;
}

function directPairs(plan: NetworkPlan, scope: ScopePlan, key: GroupKeyPlan | undefined): string {
  const { field, n, ego, ofShared } = plan;
  const { type, timed } = field.edge;
  const tie = (r: string, via: string) => edgeCondition(endsOf(field, { r, via, node: "m" }), scope);
  const first = [
    ...(ego ? ["a:Entity", `a.id IN $with${n}`] : []),
    ...ofActor(plan, "a"),
    tie("r1", "a"),
    ...ownConditions(type, "r1"),
    ...(ofShared ? [conditionExpression(ofShared)] : []),
  ];
  // What is compared with the second edge is read once for the first.
  const ofFirst =
    type === "VOTED" ? ["r1.position AS position", "coalesce(r1.ballot, '') AS ballot"] : ["r1"];
  const second = [
    // Who is with whom is the same for all that a pair shares: of few egos it is looked at once they are counted.
    ...(ego ? [] : ["a.id < b.id"]),
    ...ofActor(plan, "b"),
    tie("r2", "b"),
    ...ownConditions(type, "r2"),
    ...(type === "VOTED" ? ["coalesce(r2.ballot, '') = ballot"] : []),
    ...(timed ? ["r1.validFromMin <= r2.validToMax", "r2.validFromMin <= r1.validToMax"] : []),
  ];
  return (
    `MATCH (a)-[r1:${type}]->(m)${whereClause(first)} ${keyClause(key, ["a", "m", "r1.sourceId AS source", ...ofFirst])}` +
    `MATCH (m)<-[r2:${type}]-(b)${whereClause(second)}`
  );
}

/** What a tie must be beside being read: a ballot that was cast, a full membership. */
function ownConditions(type: string, r: string): readonly string[] {
  if (type === "VOTED") return [`${r}.position IN ['YES', 'NO', 'ABSTAIN']`];
  return type === "MEMBER_OF" ? [`${r}.role = 'MEMBER'`] : [];
}

/** Who acts through another is tied itself; persons who act for nobody tie no state. */
function pairsOnBehalf(plan: NetworkPlan, scope: ScopePlan, key: GroupKeyPlan | undefined): string {
  const { field, n, ego, ofShared } = plan;
  const { type } = field.edge;
  const read = edgeCondition(endsOf(field, { r: "r", via: "s", node: "m" }), scope);
  const shared = ofShared ? [conditionExpression(ofShared)] : [];
  const actor =
    "CASE WHEN r.onBehalfOf IS NULL THEN s ELSE head(COLLECT { MATCH (o:Entity {id: r.onBehalfOf}) RETURN o }) END";
  const wanted = [ego ? `a.id IN $with${n}` : "a.id < b.id", ...ofActor(plan, "a"), ...ofActor(plan, "b")];
  return (
    `MATCH (s)-[r:${type}]->(m)${whereClause([read, ...shared])} WITH m, r.sourceId AS source, ${actor} AS actor ` +
    "WHERE actor:State OR actor:Organization WITH m, collect(DISTINCT {node: actor, source: source}) AS actors " +
    `${keyClause(key, ["m", "actors"])}UNWIND actors AS one UNWIND actors AS other ` +
    `WITH one.node AS a, other.node AS b, one.source AS source, other, m${key ? ", key" : ""} WHERE ${wanted.join(" AND ")}`
  );
}

/** Conditions on an actor: its type, where the edge can start at others, too, and what was asked. */
function ofActor({ field, ofOne, ofOther }: NetworkPlan, variable: "a" | "b"): readonly string[] {
  const condition = variable === "a" ? ofOne : ofOther;
  const others = field.owners.some((label) => !NETWORK_LABELS.includes(label));
  const ofType = NETWORK_LABELS.map((label) => `${variable}:${label}`).join(" OR ");
  return [...(others ? [`(${ofType})`] : []), ...(condition ? [conditionExpression(condition)] : [])];
}

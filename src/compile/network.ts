import { MOST_TIES } from "../plan/limits.js";
import type { NetworkPlan, ScopePlan } from "../plan/plan.js";
import { keyExpression, optionalHops } from "./aggregate.js";
import { conditionExpression } from "./condition.js";
import { Prelude } from "./prelude.js";
import { nodeExpression } from "./project.js";
import { edgeCondition, endsOf } from "./scope.js";

/**
 * The ties of a network: `value.ties` is a list of [id, id, shared, agreed], `value.groups` the same by key as
 * [id, id, shared, agreed, key], `value.nodes` what is read of the actors. One tie more than the limit tells that
 * there are too many.
 */
export function networkStatement(plan: NetworkPlan): string {
  const { n, key, slots } = plan;
  const prelude = new Prelude();
  const node = plan.node ? [`node: ${nodeExpression(plan.node, "x", prelude)}`] : [];
  const nodes = slots.wantsNodes
    ? "CALL (ties) { UNWIND ties AS tie UNWIND tie[0..2] AS id WITH DISTINCT id ORDER BY id " +
      `MATCH (x:Entity {id: id}) ${prelude.text}RETURN collect({${["id: id", ...node].join(", ")}}) AS nodes } `
    : "";
  const groups = key && slots.wantsGroups;
  const byKey = groups ? `CALL () { ${tiesQuery(plan, true)} AS groups } ` : "";
  return (
    `CALL () { ${tiesQuery(plan, false)} AS ties } ${byKey}${nodes}` +
    `RETURN {ties: ties${groups ? ", groups: groups" : ""}${slots.wantsNodes ? ", nodes: nodes" : ""}} AS value, ` +
    `${plan.ego ? `[id IN $with${n} WHERE NOT EXISTS { MATCH (x:Entity {id: id}) }]` : "[]"} AS missing`
  );
}

function tiesQuery(plan: NetworkPlan, byKey: boolean): string {
  const { n, key, field } = plan;
  const isVote = field.edge.type === "VOTED";
  const keyed = byKey && key ? [`${keyExpression(key)} AS key`] : [];
  const shared = isVote ? "count(*)" : "count(DISTINCT m)";
  const agreed = isVote ? "sum(CASE WHEN r1.position = r2.position THEN 1 ELSE 0 END)" : "null";
  const weight = isVote ? "toFloat(agreed) / shared" : "shared";
  const wanted = [
    ...(plan.minWeight && !byKey ? [`${weight} >= $minWeight${n}`] : []),
    ...(plan.without ? [`NOT EXISTS { ${pairs(plan, plan.without)} }`] : []),
  ];
  const row = ["a.id", "b.id", "shared", "agreed", ...(byKey ? ["key"] : [])];
  return (
    `${pairs(plan, plan.scope)} ${byKey && key ? optionalHops([key]) : ""}` +
    `WITH ${["a", "b", ...keyed, `${shared} AS shared`, `${agreed} AS agreed`].join(", ")}` +
    `${wanted.length ? ` WHERE ${wanted.join(" AND ")}` : ""} ` +
    `WITH [${row.join(", ")}] AS tie ORDER BY tie LIMIT ${MOST_TIES + 1} RETURN collect(tie)`
  );
}

/** Pairs of different actors with something that ties them; each pair once. */
function pairs(plan: NetworkPlan, scope: ScopePlan): string {
  return plan.field.edge.fact.includes("onBehalfOf") ? pairsOnBehalf(plan, scope) : directPairs(plan, scope);
}

function directPairs(plan: NetworkPlan, scope: ScopePlan): string {
  const { field, n, ego } = plan;
  const { type, timed } = field.edge;
  const tie = (r: string, via: string) => edgeCondition(endsOf(field, { r, via, node: "m" }), scope);
  const together = timed ? ["r1.validFromMin <= r2.validToMax", "r2.validFromMin <= r1.validToMax"] : [];
  const conditions = [
    ...(ego ? [`a.id IN $with${n}`, `(NOT b.id IN $with${n} OR a.id < b.id)`] : ["a.id < b.id"]),
    "a <> b",
    ...[tie("r1", "a"), tie("r2", "b")],
    ...together,
    ...ownConditions(type),
    ...conditionsOf(plan),
  ];
  return `MATCH (a)-[r1:${type}]->(m)<-[r2:${type}]-(b) WHERE ${conditions.join(" AND ")}`;
}

/** What ties must be beside being read: casts of the same ballot, full memberships. */
function ownConditions(type: string): readonly string[] {
  const both = (condition: (r: string) => string) => ["r1", "r2"].map(condition);
  if (type === "VOTED") {
    const cast = both((r) => `${r}.position IN ['YES', 'NO', 'ABSTAIN']`);
    return [...cast, "coalesce(r1.ballot, '') = coalesce(r2.ballot, '')"];
  }
  return type === "MEMBER_OF" ? both((r) => `${r}.role = 'MEMBER'`) : [];
}

/** Who acts through another is tied itself; persons who act for nobody tie no state. */
function pairsOnBehalf(plan: NetworkPlan, scope: ScopePlan): string {
  const { field, n, ego } = plan;
  const { type } = field.edge;
  const condition = edgeCondition(endsOf(field, { r: "r", via: "s", node: "m" }), scope);
  const actor =
    "CASE WHEN r.onBehalfOf IS NULL THEN s ELSE head(COLLECT { MATCH (o:Entity {id: r.onBehalfOf}) RETURN o }) END";
  const wanted = [
    ...(ego ? [`a.id IN $with${n}`, `(NOT b.id IN $with${n} OR a.id < b.id)`] : ["a.id < b.id"]),
    "a <> b",
    ...conditionsOf(plan),
  ];
  return (
    `MATCH (s)-[r:${type}]->(m) WHERE ${condition} WITH m, ${actor} AS actor ` +
    "WHERE actor:State OR actor:Organization WITH m, collect(DISTINCT actor) AS actors " +
    `UNWIND actors AS a UNWIND actors AS b WITH a, b, m WHERE ${wanted.join(" AND ")}`
  );
}

function conditionsOf({ ofOne, ofOther, ofShared }: NetworkPlan): readonly string[] {
  const conditions = [ofOne, ofOther, ofShared].flatMap((condition) => (condition ? [condition] : []));
  return [
    "(a:State OR a:Organization)",
    "(b:State OR b:Organization)",
    ...conditions.map(conditionExpression),
  ];
}

import { maxColumn, minColumn } from "../model/property.js";
import { type EdgeModel, model } from "../model/registry.js";
import type { MatchedEdgePlan } from "../plan/kinds/matched.js";
import type { WhyPlan } from "../plan/kinds/nodes.js";
import { timelessScope } from "../plan/scope.js";
import type { Environment, Variable } from "../statement/environment.js";
import { constant, mapOf } from "../statement/text.js";
import { atInstant } from "./earlier.js";
import { edgePattern, matchEdge } from "./edges.js";
import { lifeEnd, lifeStart } from "./life.js";
import { edgeInTime, livingEnds } from "./spell.js";

/**
 * What explains an edge, as a map: `claims`, what all believed sources in the scope assert about its fact; `columns`,
 * its own dates; `ends`, its nodes with the bounds of their lives.
 */
export function whyEdge(
  { scope, claim, source, earlier }: WhyPlan,
  edge: MatchedEdgePlan,
  environment: Environment,
  inheritance?: { readonly heir: Variable; readonly from: Variable },
): string {
  const other = edgePattern(environment, { ...edge, r: claim }, timelessScope(scope), { reading: "claimed" });
  const fact = [`${claim}.factKey = ${edge.r}.factKey`];
  const ends = livingEnds(edgeInTime(edge)).map((end) =>
    mapOf([
      `id: ${end.node}.id`,
      `start: ${textOrNull(lifeStart(end))}`,
      `endMin: ${textOrNull(lifeEnd(end, minColumn))}`,
      `endMax: ${textOrNull(lifeEnd(end))}`,
    ]),
  );
  return mapOf([
    `claims: COLLECT { ${matchEdge(other, fact)} ${withSource({ claim, source, earlier }, edge.field.edge)} }`,
    `columns: ${columnsOf(edge.r, edge.field.edge)}`,
    ...(inheritance
      ? [
          `inherited: CASE WHEN ${inheritance.heir} <> ${inheritance.from} THEN [${inheritance.heir}.id, ${inheritance.from}.id] END`,
        ]
      : []),
    ...(edge.field.edge.timed ? [`ends: [${ends.join(", ")}]`] : []),
  ]);
}

/** What explains a property of a node, as a map: `claims`, what all believed sources in the scope report. */
export function whyProperty(
  { scope, claim, source, earlier, property }: WhyPlan & { readonly property: string },
  node: Variable,
  environment: Environment,
): string {
  const reporter = environment.variable("s");
  const edge = { field: model.reports.backward, r: claim, via: node, node: reporter };
  const reports = edgePattern(environment, edge, timelessScope(scope), { reading: "claimed" });
  const ofProperty = [`${claim}.property = ${constant(property)}`];
  return mapOf([
    `claims: COLLECT { ${matchEdge(reports, ofProperty)} ${withSource({ claim, source, earlier }, model.reports)} }`,
  ]);
}

function withSource(
  { claim, source, earlier }: Pick<WhyPlan, "claim" | "source" | "earlier">,
  edge: EdgeModel,
): string {
  const ofThen = earlier ? atInstant(source, earlier) : source;
  const entries = mapOf([
    `id: ${claim}.id`,
    `sourceId: ${claim}.sourceId`,
    `priority: coalesce(${ofThen}.priority, 0)`,
    `recordedAt: toString(${claim}.recordedAt)`,
    `columns: ${columnsOf(claim, edge)}`,
  ]);
  return `MATCH (${source}:${model.sourceLabel} {id: ${claim}.sourceId}) RETURN ${entries}`;
}

/** What a choice among sources compares of an assertion: dates as texts, and all values that can contradict. */
function columnsOf(r: Variable, { properties }: EdgeModel): string {
  const entries = properties.flatMap(({ name, kind }) => {
    if (kind === "text" || kind === "datetime") return [];
    if (kind === "edtf") return [name, minColumn(name), maxColumn(name)].map((column) => dayOf(r, column));
    return kind === "date" ? [dayOf(r, name)] : [`${name}: ${r}.${name}`];
  });
  return mapOf(entries);
}

function dayOf(r: Variable, column: string): string {
  return `${column}: toString(${r}.${column})`;
}

function textOrNull(day: string | undefined): string {
  return day === undefined ? "null" : `toString(${day})`;
}

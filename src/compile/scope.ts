import { FIRST_DAY, LAST_DAY } from "../model/edtf.js";
import { maxColumn, minColumn, type PropertyModel } from "../model/property.js";
import { type EdgeField, type EdgeModel, nodeModel } from "../model/registry.js";
import type { MatchedEdgePlan, ScopePlan } from "../plan/plan.js";

/** An edge variable with its ends, as the MATCH before has bound them. */
export interface MatchedEdge {
  readonly edge: EdgeModel;
  readonly r: string;
  /** Variables of the ends in the direction of the edge, with the node types they can have. */
  readonly from: string;
  readonly fromLabels: readonly string[];
  readonly to: string;
  readonly toLabels: readonly string[];
  /** True when `from` may also be where the edge ends. */
  readonly undirected?: boolean;
}

/** An edge that is matched from one of its ends: `via` is the node there, `node` the one at the other end. */
export function endsOf(
  field: EdgeField,
  { r, node, via }: { readonly r: string; readonly node: string; readonly via: string },
): MatchedEdge {
  const [here, there] = [field.owners, field.targets];
  return field.direction === "out"
    ? { edge: field.edge, r, from: via, fromLabels: here, to: node, toLabels: there }
    : { edge: field.edge, r, from: node, fromLabels: there, to: via, toLabels: here };
}

/** The conditions under which an edge is read, joined by AND. */
export function edgeCondition(matched: MatchedEdge, scope: ScopePlan): string {
  return [chosen(matched, scope), ...validity(matched, scope)].join(" AND ");
}

/** That an edge is neither retracted nor deprecated, now. */
export function isLive(r: string, { before }: Pick<ScopePlan, "before">): string {
  return visible(r, { certain: false, ...(before === undefined ? {} : { before }) }).join(" AND ");
}

/** That a node was in the record: not one of an import that is still under way, nor recorded later than is asked for. */
export function isKnown(node: string, scope: ScopePlan): readonly string[] {
  const { asKnownAt } = scope;
  return [...isPublished(node, scope), ...(asKnownAt ? [`${node}.recordedAt <= $${asKnownAt}`] : [])];
}

/** That a node or edge does not belong to an import that is still under way. */
export function isPublished(variable: string, { before }: Pick<ScopePlan, "before">): readonly string[] {
  return before === undefined ? [] : [`${variable}.recordedAt < $${before}`];
}

/** The conditions under which a timed edge could hold at the time that the scope asks for. */
export function possiblyHolds(r: string, { asOf, during, on }: ScopePlan): readonly string[] {
  const time = { ...(asOf ? { asOf } : {}), ...(during ? { during } : {}), ...(on ? { on } : {}) };
  return holds(r, { certain: false, ...time });
}

/**
 * Which of the assertions of one fact is read: the primary one; under a condition on sources, the best of those
 * that the condition lets through; as known at an instant, those of the source that was the best one then.
 */
function chosen(matched: MatchedEdge, scope: ScopePlan): string {
  const { edge, r, from, to, undirected } = matched;
  if (readsPrimaryOnly(scope)) return [`${r}.primary`, ...isPublished(r, scope)].join(" AND ");
  const other = `${r}o`;
  // A fact has one type and one direction; where several are followed, the text is the same for all of them.
  const pattern = undirected ? `-[${other}]-` : `-[${other}:${edge.type}]->`;
  const sameFact = `MATCH (${from})${pattern}(${to}) WHERE ${other}.factKey = ${r}.factKey`;
  const seen = visible(other, scope).join(" AND ");
  const best = scope.asKnownAt
    ? `${r}.sourceId = head(COLLECT { ${sameFact} AND ${seen} MATCH (${r}p:Source {id: ${other}.sourceId}) ` +
      `WITH ${other}, ${r}p ORDER BY ${preference(edge.timed || undirected === true, other, `${r}p`)} LIMIT 1 RETURN ${other}.sourceId })`
    : `NOT EXISTS { ${sameFact} AND ${other}.standing < ${r}.standing AND ${seen} }`;
  return [...visible(r, scope), best].join(" AND ");
}

/** The order of claims of one fact, the best first, as src/seed/standing.ts has it: what `standing` keeps for today. */
function preference(timed: boolean, claim: string, source: string): string {
  const preferred = `CASE ${claim}.rank WHEN 'PREFERRED' THEN 0 ELSE 1 END`;
  const ofOneDay =
    `CASE WHEN ${claim}.${FROM.min} = date('${FIRST_DAY}') AND ${claim}.${TO.max} = date('${LAST_DAY}') ` +
    `AND ${claim}.${FROM.max} >= ${claim}.${TO.min} AND ${claim}.${TO.min} > date('${FIRST_DAY}') ` +
    `AND ${claim}.${TO.min} < date('${LAST_DAY}') THEN 1 ELSE 0 END`;
  return [
    preferred,
    ...(timed ? [ofOneDay] : []),
    `coalesce(${source}.priority, 0) DESC`,
    `${claim}.recordedAt`,
    `${claim}.sourceId`,
  ].join(", ");
}

function readsPrimaryOnly(scope: ScopePlan): boolean {
  return scope.sources === undefined && scope.asKnownAt === undefined;
}

/** Conditions under which an assertion is in the record, retracted ones too if they are wanted. */
export function inRecord(r: string, scope: ScopePlan, retractedToo = false): readonly string[] {
  const { asKnownAt } = scope;
  const published = isPublished(r, scope);
  if (!asKnownAt) return [...published, ...(retractedToo ? [] : [`${r}.retractedAt IS NULL`])];
  const live = `(${r}.retractedAt IS NULL OR ${r}.retractedAt > $${asKnownAt})`;
  return [...published, `${r}.recordedAt <= $${asKnownAt}`, ...(retractedToo ? [] : [live])];
}

function visible(r: string, scope: ScopePlan): readonly string[] {
  const { sources } = scope;
  const believed = `coalesce(${r}.rank, 'NORMAL') <> 'DEPRECATED'`;
  return [...inRecord(r, scope), believed, ...(sources ? [`${r}.sourceId IN $${sources}`] : [])];
}

function validity(matched: MatchedEdge, scope: ScopePlan): readonly string[] {
  if (!matched.edge.timed) return [];
  return [...holds(matched.r, scope), ...outlives(matched, scope)];
}

const FROM = { min: minColumn("validFrom"), max: maxColumn("validFrom") };
const TO = { min: minColumn("validTo"), max: maxColumn("validTo") };

/** Bounds are closed: on day D it holds for certain if fromMax ≤ D ≤ toMin, possibly if fromMin ≤ D ≤ toMax. */
function holds(r: string, { asOf, during, on, certain }: ScopePlan): readonly string[] {
  const [from, to] = certain ? [FROM.max, TO.min] : [FROM.min, TO.max];
  const conditions: string[] = [];
  if (asOf) conditions.push(`${r}.${from} <= $${asOf}`, `${r}.${to} >= $${asOf}`);
  if (during) {
    conditions.push(`${r}.${from} <= $${during.max}`, `${r}.${to} >= $${during.min}`);
    if (certain) conditions.push(`${r}.${from} <= ${r}.${to}`);
  }
  if (on) {
    const [first, last] = [on.min, on.max].map(({ variable, column }) => `${variable}.${column}`);
    // For certain it holds on every day that the date may be.
    conditions.push(`${r}.${from} <= ${certain ? first : last}`, `${r}.${to} >= ${certain ? last : first}`);
  }
  return conditions;
}

/** An edge is never certain beyond the life of what it joins. */
function outlives({ r, from, fromLabels, to, toLabels }: MatchedEdge, scope: ScopePlan): readonly string[] {
  if (!scope.certain) return [];
  const ends = [lifeEnd(from, fromLabels), lifeEnd(to, toLabels)].filter((end) => end !== undefined);
  return ends.flatMap((end) => [
    ...(scope.asOf ? [`${end} >= $${scope.asOf}`] : []),
    ...(scope.on ? [`${end} >= ${scope.on.max.variable}.${scope.on.max.column}`] : []),
    ...(scope.during ? [`${end} >= $${scope.during.min}`, `${end} >= ${r}.${FROM.max}`] : []),
  ]);
}

/** The last day on which an edge holds for certain: not beyond the life of what it joins. */
export function certainEnd(edge: MatchedEdgePlan): string {
  const { r, from, fromLabels, to, toLabels } = endsOf(edge.field, edge);
  const ends = [lifeEnd(from, fromLabels), lifeEnd(to, toLabels)].filter((end) => end !== undefined);
  const own = `${r}.${TO.min}`;
  if (!ends.length) return own;
  return `reduce(first = ${own}, day IN [${ends.join(", ")}] | CASE WHEN day < first THEN day ELSE first END)`;
}

/** The last day of the life of a node, at the earliest or at the latest. */
export function lastDayOf(
  variable: string,
  { name, life }: PropertyModel,
  bound: (name: string) => string,
): string {
  const day = `${variable}.${bound(name)}`;
  return life === "afterEnd" ? `${day} - duration({days: 1})` : day;
}

function lifeEnd(variable: string, labels: readonly string[]): string | undefined {
  const columns = labels.flatMap((label) => {
    const property = nodeModel(label).lifeEnd;
    return property ? [lastDayOf(variable, property, minColumn)] : [];
  });
  return columns.length ? `coalesce(${columns.join(", ")}, date('${LAST_DAY}'))` : undefined;
}

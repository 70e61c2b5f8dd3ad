import { maxColumn, minColumn, type PropertyModel } from "../model/property.js";
import { type EdgeModel, edgeModel, model } from "../model/registry.js";
import type { ConflictsPlan } from "../plan/plan.js";
import { joinedText } from "./edge-values.js";
import { foundPage } from "./found-page.js";
import { plainKey } from "./page.js";
import { listOfRows, Prelude } from "./prelude.js";
import { graphEdgeEntries, nodeExpression } from "./project.js";
import { isLive } from "./scope.js";
import { identifier, mapOf } from "./statement.js";

/** Facts that sources state differently: `value` is a page of them. */
export function conflictsStatement(plan: ConflictsPlan): string {
  const prelude = new Prelude();
  const found = `CALL () { ${plan.types.map((type) => branch(plan, edgeModel(type))).join(" UNION ALL ")} }`;
  const keys = [plainKey("type"), plainKey("fact")];
  const map = foundPage(
    plan.page,
    {
      found,
      carried: "type, fact, f, t, claims, differences",
      keys,
      entries: (inner) => entriesOf(plan, inner),
    },
    prelude,
  );
  return `${prelude.text}RETURN ${map} AS value`;
}

function entriesOf({ columns, from, to, edge, page }: ConflictsPlan, inner: Prelude): readonly string[] {
  const rows = `UNWIND claims AS r WITH r ORDER BY r.standing, r.spell, r.id`;
  return [
    ...columns.map(({ slot, column }) => `${identifier(slot)}: ${column}`),
    ...(from ? [`from: ${nodeExpression(from, "f", inner)}`] : []),
    ...(to ? [`to: ${nodeExpression(to, "t", inner)}`] : []),
    ...(edge
      ? [
          `claims: ${listOfRows(inner, `le${page.n}`, rows, (deeper) => mapOf(graphEdgeEntries(edge, deeper)))}`,
        ]
      : []),
  ];
}

/** The facts of one edge type with a second source, and in what the sources differ. */
function branch(plan: ConflictsPlan, edge: EdgeModel): string {
  const { page, about } = plan;
  const { n } = page;
  if (edge.type === "REPORTS") return reportedBranch(plan);
  const conditions = [
    "r.standing > 0",
    isLive("r", plan.scope),
    ...(about ? [`(f.id IN $about${n} OR t.id IN $about${n})`] : []),
  ];
  const differences = [
    ...edge.ownProperties
      .filter(({ name }) => !edge.fact.includes(name))
      .map((property) => difference(edge, property)),
    ...(edge.timed ? [SPELLS_DIFFER] : []),
  ];
  return (
    `MATCH (f)-[r:${edge.type}]->(t) WHERE ${conditions.join(" AND ")} WITH DISTINCT f, t, r.factKey AS fact ` +
    `MATCH (f)-[claim:${edge.type}]->(t) WHERE claim.factKey = fact AND ${isLive("claim", plan.scope)} ` +
    "WITH f, t, fact, claim ORDER BY claim.standing, claim.spell WITH f, t, fact, collect(claim) AS claims " +
    `WITH f, t, fact, claims, [difference IN [${differences.join(", ")}] WHERE difference IS NOT NULL] AS differences ` +
    `WHERE ${wantedOf(plan)} RETURN '${edge.type}' AS type, fact, f, t, claims, differences`
  );
}

/** That sources differ, and that those asked for are among them. */
function wantedOf({ page, sources }: ConflictsPlan): string {
  const between = `all(source IN $between${page.n} WHERE source IN [claim IN claims | claim.sourceId])`;
  return ["size(differences) > 0", ...(sources ? [between] : [])].join(" AND ");
}

/** A reported property is a fact of each source by itself; here they are held against each other. */
function reportedBranch(plan: ConflictsPlan): string {
  const { type } = edgeModel("REPORTS");
  const about = plan.about ? [`t.id IN $about${plan.page.n}`] : [];
  const conditions = [
    "claim.property IS NOT NULL",
    "claim.property <> 'name'",
    isLive("claim", plan.scope),
    ...about,
  ];
  return (
    `MATCH (source)-[claim:${type}]->(t) WHERE ${conditions.join(" AND ")} ` +
    "WITH t, claim, source ORDER BY claim.sourceId " +
    "WITH t, claim.property AS property, collect(claim) AS claims, head(collect(source)) AS f WHERE size(claims) > 1 " +
    "WITH f, t, t.id + ' ' + property AS fact, claims, " +
    "CASE WHEN any(a IN claims WHERE any(b IN claims WHERE a.sourceId < b.sourceId " +
    `AND ${reportsDiffer()})) THEN [{property: property, ` +
    "values: [a IN claims | {source: a.sourceId, value: a.value}]}] ELSE [] END AS differences " +
    `WHERE ${wantedOf(plan)} RETURN '${type}' AS type, fact, f, t, claims, differences`
  );
}

/**
 * Reported dates are texts: one that only says the other more exactly does not contradict it (what is uncertain or
 * masked is cut off), nor does an interval, whose bounds are not at hand.
 */
function reportsDiffer(): string {
  const certain = (claim: string) =>
    `split(split(split(replace(${claim}.value, '"', ''), 'X')[0], '?')[0], '~')[0]`;
  const [one, other] = [certain("a"), certain("b")];
  const compatible = `a.value CONTAINS '/' OR b.value CONTAINS '/' OR ${one} STARTS WITH ${other} OR ${other} STARTS WITH ${one}`;
  return `a.value <> b.value AND NOT (a.property IN [${DATE_NAMES}] AND (${compatible}))`;
}

/** A map with the property and what each source says, where two sources contradict each other; else null. */
function difference(edge: EdgeModel, property: PropertyModel): string {
  const { name, kind } = property;
  const sameSpell = edge.timed ? ` AND ${spellBefore("a")} = ${spellBefore("b")}` : "";
  const contradict =
    `any(a IN claims WHERE any(b IN claims WHERE a.sourceId < b.sourceId${sameSpell} ` +
    `AND ${differs(property)}))`;
  const text = kind === "list" ? joinedText(`a.${name}`) : (boundText(name) ?? `toString(a.${name})`);
  const isKnown = isBound(name) ? `a.${minColumn(name)} IS NOT NULL` : `a.${name} IS NOT NULL`;
  const values = `[a IN claims WHERE ${isKnown} | {source: a.sourceId, value: ${text}}]`;
  return `CASE WHEN ${contradict} THEN {property: '${name}', values: ${values}} END`;
}

const isBound = (name: string) => name === "validFrom" || name === "validTo";

/** A bound of a spell that is not given is still known to lie on one side of a day: before it was seen, or after. */
function boundText(name: string): string | undefined {
  if (name === "validFrom") return `coalesce(a.${name}, '../' + toString(a.${maxColumn(name)}))`;
  return name === "validTo" ? `coalesce(a.${name}, toString(a.${minColumn(name)}) + '/..')` : undefined;
}

/**
 * Dates contradict each other only when they cannot be the same. A spell without an end that was seen later than another
 * source ends it contradicts that one.
 */
function differs({ name, kind }: PropertyModel): string {
  if (kind !== "edtf") return `a.${name} <> b.${name}`;
  const [min, max] = [minColumn(name), maxColumn(name)];
  const apart = `(a.${min} > b.${max} OR a.${max} < b.${min})`;
  return isBound(name) ? apart : `a.${name} IS NOT NULL AND b.${name} IS NOT NULL AND ${apart}`;
}

const DATE_NAMES = [
  ...new Set(
    [...model.nodes.values()].flatMap(({ properties }) =>
      properties.filter(({ kind }) => kind === "edtf").map(({ name }) => `'${name}'`),
    ),
  ),
].join(", ");

/** How many spells its source has before a spell: the first is compared with the first of another source. */
const spellBefore = (claim: string) =>
  `size([c IN claims WHERE c.sourceId = ${claim}.sourceId AND c.validFromMin < ${claim}.validFromMin])`;

/** Evidence of one day says nothing about how many spells there were. */
const spellsOf = (claim: string) =>
  `size([c IN claims WHERE c.sourceId = ${claim}.sourceId AND (c.validFrom IS NOT NULL OR c.validTo IS NOT NULL)])`;

const SPELLS_DIFFER =
  `CASE WHEN any(a IN claims WHERE any(b IN claims WHERE a.sourceId < b.sourceId AND ${spellsOf("a")} > 0 ` +
  `AND ${spellsOf("b")} > 0 AND ${spellsOf("a")} <> ${spellsOf("b")})) THEN {property: 'spells', ` +
  `values: [a IN claims WHERE ${spellBefore("a")} = 0 | {source: a.sourceId, value: toString(${spellsOf("a")})}]} END`;

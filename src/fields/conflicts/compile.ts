import { edgePattern, matchEdge } from "../../compile/edges.js";
import { foundPage, plainKey } from "../../compile/page.js";
import { listOfRows, Prelude } from "../../compile/prelude.js";
import { graphEdgeEntries, nodeExpression, subjectEntries } from "../../compile/project.js";
import { subjectColumns, subjectVariables } from "../../compile/subject.js";
import { type EdgeModel, edgeModel, model } from "../../model/registry.js";
import type { Environment, Variable } from "../../statement/environment.js";
import { constant, identifier, mapOf } from "../../statement/text.js";
import { missingIds } from "../found.js";
import { difference, reportsDiffer, SPELLS_DIFFER } from "./differences.js";
import { saidClauses } from "./periods.js";
import type { ConflictsPlan } from "./plan.js";

/** Facts about which sources disagree. `value` is a page of them, `missing` lists the ids that do not exist. */
export function compileConflicts(plan: ConflictsPlan, environment: Environment): string {
  return new ConflictsWriter(plan, environment).statement();
}

class ConflictsWriter {
  private readonly type: Variable;
  private readonly fact: Variable;
  private readonly claims: Variable;
  private readonly differences: Variable;

  constructor(
    private readonly plan: ConflictsPlan,
    private readonly environment: Environment,
  ) {
    this.type = environment.variable("type");
    this.fact = environment.variable("fact");
    this.claims = environment.variable("claims");
    this.differences = environment.variable("differences");
  }

  statement(): string {
    const { types, page, scope, about, from, to, subject } = this.plan;
    const prelude = new Prelude(this.environment);
    const branches = types.map((type) =>
      type === model.reports.type ? this.reports() : this.edges(edgeModel(type)),
    );
    const map = foundPage(
      page,
      {
        found: `CALL () { ${branches.join(" UNION ALL ")} }`,
        // Reading the facts of all types twice would also be planned twice, which takes seconds.
        isShort: true,
        carried: [
          ...[this.type, this.fact, from, to, this.claims, this.differences],
          ...subjectVariables(subject),
        ],
        keys: [plainKey(`${this.type}`), plainKey(`${this.fact}`)],
        entries: (inner) => this.entries(inner),
      },
      prelude,
    );
    const missing = missingIds(about, this.environment.variable("x"), scope);
    return `${prelude.text}RETURN ${map} AS value, ${missing} AS missing`;
  }

  private entries(inner: Prelude): readonly string[] {
    const { columns, from, to, fromNode, toNode, claim, subject } = this.plan;
    const text = { type: `${this.type}`, differences: `${this.differences}` };
    return [
      ...columns.map(({ slot, column }) => `${identifier(slot)}: ${text[column]}`),
      ...(fromNode ? [`from: ${nodeExpression(fromNode, from, inner)}`] : []),
      ...(toNode ? [`to: ${nodeExpression(toNode, to, inner)}`] : []),
      ...(claim
        ? [
            `claims: ${listOfRows(
              inner,
              `UNWIND ${this.claims} AS ${claim.r} WITH ${claim.r} ` +
                `ORDER BY ${claim.r}.standing, ${claim.r}.spell, ${claim.r}.id`,
              (deeper) => mapOf(graphEdgeEntries(claim, deeper)),
            )}`,
          ]
        : []),
      ...subjectEntries(subject, inner),
    ];
  }

  /** The facts of one edge type with at least two sources, and the properties on which they disagree. */
  private edges(edge: EdgeModel): string {
    const { about, scope, from, to } = this.plan;
    const { environment, fact, claims } = this;
    const [r, claim] = [environment.variable("r"), environment.variable("claim")];
    const matched = (variable: Variable) =>
      edgePattern(environment, { field: edge.forward, r: variable, via: from, node: to }, scope, {
        reading: "believed",
      });
    const first = matchEdge(matched(r), [
      `${r}.standing > 0`,
      ...this.bySources(r),
      ...(about ? [`(${from}.id IN ${about} OR ${to}.id IN ${about})`] : []),
    ]);
    const differences = [
      // Sources observe a fact at different times. That is not a disagreement about the fact.
      ...edge.ownProperties
        .filter(({ name, managed }) => !managed && !edge.fact.includes(name))
        .map((property) => difference(edge, property)),
      ...(edge.timed ? [SPELLS_DIFFER] : []),
    ];
    return (
      `${first} WITH DISTINCT ${from}, ${to}, ${r}.factKey AS ${fact} ` +
      `${matchEdge(matched(claim), [`${claim}.factKey = ${fact}`, ...this.bySources(claim)])} ` +
      `WITH ${from}, ${to}, ${fact}, ${claim} ORDER BY ${claim}.standing, ${claim}.spell ` +
      `WITH ${from}, ${to}, ${fact}, collect(${claim}) AS claims ` +
      saidClauses(edge, [from, to, fact, "claims"].join(", ")) +
      `WITH ${from}, ${to}, ${fact}, claims AS ${claims}, ` +
      `[difference IN [${differences.join(", ")}] WHERE difference IS NOT NULL] AS ${this.differences} ` +
      this.returned(edge.type)
    );
  }

  /** Condition: one of the requested sources makes a claim. */
  private bySources(claim: Variable): readonly string[] {
    const { sources } = this.plan.scope;
    return sources ? [`${claim}.sourceId IN ${sources}`] : [];
  }

  /** The reports of several sources about one property start at different nodes. */
  private reports(): string {
    const { about, scope, from, to } = this.plan;
    const { environment, fact } = this;
    const [claim, source] = [environment.variable("claim"), environment.variable("source")];
    const reports = edgePattern(
      environment,
      { field: model.reports.forward, r: claim, via: source, node: to },
      scope,
      { reading: "believed" },
    );
    const reported = matchEdge(reports, [
      `${claim}.property IS NOT NULL`,
      `${claim}.property <> 'name'`,
      ...this.bySources(claim),
      ...(about ? [`${to}.id IN ${about}`] : []),
    ]);
    return (
      `${reported} WITH ${to}, ${claim}, ${source} ORDER BY ${claim}.sourceId ` +
      `WITH ${to}, ${claim}.property AS property, collect(${claim}) AS claims, ` +
      `head(collect(${source})) AS ${from} WHERE size(claims) > 1 ` +
      `WITH ${from}, ${to}, ${to}.id + ' ' + property AS ${fact}, claims AS ${this.claims}, ` +
      "CASE WHEN any(a IN claims WHERE any(b IN claims WHERE a.sourceId < b.sourceId " +
      `AND ${reportsDiffer()})) THEN [{property: property, ` +
      `values: [a IN claims | {source: a.sourceId, value: a.value}]}] ELSE [] END AS ${this.differences} ` +
      this.returned(model.reports.type)
    );
  }

  /** Conditions: the sources disagree, and the requested sources are among them. */
  private returned(type: string): string {
    const { between, from, to, subject } = this.plan;
    const among = `[claim IN ${this.claims} | claim.sourceId]`;
    const wanted = [
      `size(${this.differences}) > 0`,
      ...(between ? [`all(source IN ${between} WHERE source IN ${among})`] : []),
    ];
    const columns = [
      ...[`${constant(type)} AS ${this.type}`, this.fact, from, to, this.claims, this.differences],
      ...subjectColumns(subject, type, { from, to }),
    ];
    return `WHERE ${wanted.join(" AND ")} RETURN ${columns.join(", ")}`;
  }
}

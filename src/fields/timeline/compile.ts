import { edgePattern, hopOf, matchEdge, stepPattern } from "../../compile/edges.js";
import { typeExpression } from "../../compile/name.js";
import { dayKey, foundPage, plainKey } from "../../compile/page.js";
import { listOfRows, Prelude } from "../../compile/prelude.js";
import { graphEdgeEntries, nodeExpression } from "../../compile/project.js";
import { MAX_REPLIES } from "../../model/bounds.js";
import { OPEN } from "../../model/edtf.js";
import { maxColumn, minColumn } from "../../model/property.js";
import { edgeModel, model, nodeModel } from "../../model/registry.js";
import type { Environment, Variable } from "../../statement/environment.js";
import { constant, constants, identifier, mapOf } from "../../statement/text.js";
import { missingIds } from "../found.js";
import { bothWays } from "../steps.js";
import type { TimelinePlan } from "./plan.js";

/** Events about the given nodes. `value` is a page of them, `missing` lists the ids that do not exist. */
export function compileTimeline(plan: TimelinePlan, environment: Environment): string {
  return new TimelineWriter(plan, environment).statement();
}

/** The columns of an event as expressions. */
interface Event {
  readonly date: string;
  readonly first: string;
  readonly last: string;
  readonly what: string;
}

class TimelineWriter {
  private readonly date: Variable;
  private readonly from: Variable;
  private readonly to: Variable;
  private readonly what: Variable;

  constructor(
    private readonly plan: TimelinePlan,
    private readonly environment: Environment,
  ) {
    this.date = environment.variable("date");
    this.from = environment.variable("first");
    this.to = environment.variable("last");
    this.what = environment.variable("what");
  }

  statement(): string {
    const { page, about, scope, x, r } = this.plan;
    const prelude = new Prelude(this.environment);
    const keys = [dayKey(`${this.from}`), plainKey(`${this.what}`), plainKey(`${r}.id`), plainKey(`${x}.id`)];
    const carried = [x, r, this.date, this.from, this.to, this.what];
    const entries = (inner: Prelude) => this.entries(inner);
    const found = this.found(carried);
    const counted = this.found(this.plan.within ? [r, this.from, this.to] : [r]);
    const map = foundPage(page, { found, counted, carried, keys, entries }, prelude);
    const missing = missingIds(about, this.environment.variable("x"), scope);
    return `${prelude.text}RETURN ${map} AS value, ${missing} AS missing`;
  }

  private entries(inner: Prelude): readonly string[] {
    const { columns, node, edge, x, r } = this.plan;
    const text = {
      date: `${this.date}`,
      from: `toString(${this.from})`,
      to: `toString(${this.to})`,
      what: `${this.what}`,
    };
    return [
      ...columns.map(({ slot, column }) => `${identifier(slot)}: ${text[column]}`),
      ...(node ? [`node: ${nodeExpression(node, x, inner)}`] : []),
      ...(edge
        ? [
            `edge: head(${listOfRows(
              inner,
              `UNWIND [${r}] AS each WITH each, startNode(each) AS ${edge.from}, endNode(each) AS ${edge.to}`,
              (deeper) => mapOf(graphEdgeEntries(edge, deeper)),
            )})`,
          ]
        : []),
      ...this.respondsTo(inner),
    ];
  }

  private respondsTo(inner: Prelude): readonly string[] {
    const { respondsTo, x, scope } = this.plan;
    if (!respondsTo?.node) return [];
    const { slot, o, node } = respondsTo;
    const q = this.environment.variable("q");
    const replies = edgePattern(
      this.environment,
      { field: model.relations.forward, r: q, via: x, node: o },
      scope,
    );
    const rows = `${matchEdge(replies, [isReply(q)])} WITH ${o} ORDER BY ${o}.id`;
    return [`${identifier(slot)}: ${listOfRows(inner, rows, (deeper) => nodeExpression(node, o, deeper))}`];
  }

  /**
   * A subquery for all events: dated edges, edges to dated nodes, dates of the given nodes, responses. No two branches
   * find the same event. Returns only the given variables.
   */
  private found(variables: readonly Variable[]): string {
    const { within, types } = this.plan;
    const branches = [
      this.ofEdges(variables),
      this.ownDates(variables),
      ...(types.includes(model.relations.type) ? [this.ofResponses(variables)] : []),
    ];
    const all = variables.join(", ");
    const inTime = within ? ` WHERE ${this.from} <= ${within.max} AND ${this.to} >= ${within.min}` : "";
    return `CALL () { CALL () { ${branches.join(" UNION ALL ")} } WITH ${all}${inTime} RETURN ${all} }`;
  }

  /** The RETURN of a branch: of the given variables, those that it computes as expressions. */
  private returned(variables: readonly Variable[], computed: Event): string {
    const { date, from, to, what } = this;
    const expressions = new Map([
      [date, computed.date],
      [from, computed.first],
      [to, computed.last],
      [what, computed.what],
    ]);
    const columns = variables.map((variable) => {
      const expression = expressions.get(variable);
      return expression === undefined ? `${variable}` : `${expression} AS ${variable}`;
    });
    return `RETURN ${columns.join(", ")}`;
  }

  /** Each date of an edge is an event. An undated edge takes the date of the node at its other end. */
  private ofEdges(variables: readonly Variable[]): string {
    const { scope, types, about, x, r } = this.plan;
    const s = this.environment.variable("s");
    const step = stepPattern(this.environment, bothWays(types), { r, x: s, y: x }, scope);
    const names = new Set(
      types.flatMap((type) =>
        edgeModel(type).ownProperties.flatMap(({ name, kind, managed }) =>
          kind === "edtf" && !managed ? [name] : [],
        ),
      ),
    );
    const date = coalesced(x, (name) => name);
    const [first, last] = [coalesced(x, minColumn), coalesced(x, maxColumn)];
    const found = `${matchEdge(step, [`${s}:Entity`, `${s}.id IN ${about}`])} WITH ${x}, ${r}`;
    const what = `type(${r})`;
    if (!names.size)
      return `${found} WHERE ${date} IS NOT NULL ${this.returned(variables, { date, first, last, what })}`;
    const dated = `[name IN ${constants(names)} WHERE ${r}[name] IS NOT NULL AND ${r}[name] <> '${OPEN}' | `;
    const ofEdge = `{date: ${r}[name], first: ${r}[name + 'Min'], last: ${r}[name + 'Max'], what: type(${r}) + '.' + name}]`;
    const ofNode =
      `CASE WHEN ${date} IS NULL THEN [] ` +
      `ELSE [{date: ${date}, first: ${first}, last: ${last}, what: ${what}}] END`;
    return (
      `${found}, ${dated}${ofEdge} AS dates ` +
      `UNWIND CASE WHEN size(dates) > 0 THEN dates ELSE ${ofNode} END AS event ` +
      this.returned(variables, {
        date: "event.date",
        first: "event.first",
        last: "event.last",
        what: "event.what",
      })
    );
  }

  /** The dates of the given nodes themselves, each with a source that reports exactly this date. */
  private ownDates(variables: readonly Variable[]): string {
    const { scope, about, x, r } = this.plan;
    const s = this.environment.variable("s");
    const reports = edgePattern(
      this.environment,
      { field: model.reports.backward, r, via: x, node: s },
      scope,
    );
    const conditions = [
      `${x}:Entity`,
      `NOT ${x}:${model.sourceLabel}`,
      `${x}.id IN ${about}`,
      `${r}.property IN ${constants(datesOfNodes())}`,
      `${r}.value = ${x}[${r}.property]`,
    ];
    return (
      `${matchEdge(reports, conditions)} ` +
      this.returned(variables, {
        date: `${x}[${r}.property]`,
        first: `${x}[${r}.property + 'Min']`,
        last: `${x}[${r}.property + 'Max']`,
        what: `${typeExpression(x)} + '.' + ${r}.property`,
      })
    );
  }

  /** Statements that respond to statements about the given nodes, and responses to those responses. */
  private ofResponses(variables: readonly Variable[]): string {
    const { scope, about, x, r } = this.plan;
    const { environment } = this;
    const [s, c, first] = [
      environment.variable("s"),
      environment.variable("c"),
      environment.variable("first"),
    ];
    const [y, q, z] = [environment.variable("y"), environment.variable("q"), environment.variable("z")];
    const { replyLabel, reply } = model.relationKinds;
    const event = replyDate();
    const concerning = edgePattern(
      environment,
      { field: model.concerns.backward, r: c, via: s, node: first },
      scope,
    );
    const answer = edgePattern(
      environment,
      { field: model.relations.backward, r: q, via: y, node: z },
      scope,
    );
    return (
      `${matchEdge(concerning, [`${s}:Entity`, `${s}.id IN ${about}`, `${first}:${replyLabel}`])} ` +
      `MATCH (${first})(${hopOf(answer, [isReply(q)])}){1,${MAX_REPLIES}}(${x}:${replyLabel}) ` +
      `WHERE ${x}.${event} IS NOT NULL WITH DISTINCT ${x}, last(${q}) AS ${r} ` +
      this.returned(variables, {
        date: `${x}.${event}`,
        first: `${x}.${minColumn(event)}`,
        last: `${x}.${maxColumn(event)}`,
        what: constant(`${model.relations.type}.${reply}`),
      })
    );
  }
}

/** The names of all dates that nodes can have. */
function datesOfNodes(): ReadonlySet<string> {
  const properties = [...model.nodes.values()].flatMap((node) => node.properties);
  return new Set(properties.flatMap(({ name, kind }) => (kind === "edtf" ? [name] : [])));
}

function isReply(r: Variable): string {
  return `${r}.kind = ${constant(model.relationKinds.reply)}`;
}

/** The name of the date property of nodes that can respond to each other. */
function replyDate(): string {
  return nodeModel(model.relationKinds.replyLabel).event?.name ?? "";
}

/** The date of a node that is an event, for any node type. */
function coalesced(variable: Variable, column: (name: string) => string): string {
  const names = new Set([...model.nodes.values()].flatMap(({ event }) => (event ? [event.name] : [])));
  return `coalesce(${[...names].map((name) => `${variable}.${column(name)}`).join(", ")})`;
}

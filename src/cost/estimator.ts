import { MAX_SUCCESSIONS } from "../model/bounds.js";
import { type EdgeField, edgeModel } from "../model/registry.js";
import type { AssertedPlan, ConnectionPlan, EdgePlan, GraphEdgePlan, NodePlan } from "../plan/kinds/nodes.js";
import type { AggregatePlan, PagePlan } from "../plan/kinds/pages.js";
import type { ConditionPlan, RelationPlan, ValuePlan } from "../plan/kinds/values.js";
import type { Counts } from "./counts.js";

/** The number of database hits that a root field is likely to take, and the main cost drivers. */
export interface Estimate {
  readonly hits: number;
  /** The cost drivers with their hits, largest first. */
  readonly drivers: readonly { readonly what: string; readonly hits: number }[];
  /** The likely number of rows in the response; nested lists are multiplied. */
  readonly answered: number;
  /** Number of the list at which the response exceeds the row limit; undefined if it does not. */
  readonly overfull: number | undefined;
}

/** Page sizes by the number of the list. */
export type PageSizes = ReadonlyMap<number, { readonly size: number }>;

/** Assumed selectivity of a condition if nothing more is known. */
const DEFAULT_SELECTIVITY = 0.1;
/** Checks for the existence of an edge usually end after this many edges. */
const ROWS_UNTIL_MATCH = 20;
/** Assumed number of parts of an organization, a meeting or a treaty, at all levels. */
export const PARTS = 10;
/** Assumed number of assertions of a source to which a condition is applied. */
const ASSERTED = 1_000;
/** A list of a single node may be longer than the average by this factor. */
const SKEW_FACTOR = 4;
/**
 * Who asks for one node asks for a known one: it may have this many times the average number of edges. Over many nodes
 * this averages out, with the square root of their number. Measured with `npm run bench -- --calibrate`.
 */
const SKEW_OF_ONE = 30;
/** Assumed number of edges of a type between two nodes, at most. */
const SPELLS = 2;
/** Database hits for each row that is visited: its edge, the node at its end, and some properties. */
const HITS_PER_ROW = 4;
/** Assumed number of periods of a series in which an edge is counted. */
const PERIODS = 20;

/** Estimates the cost of a root field from its plan, its page sizes, and the numbers of nodes and edges. */
export class Estimator {
  private readonly drivers = new Map<string, number>();
  private answered = 0;
  private overfull: number | undefined;

  constructor(
    private readonly sizes: PageSizes,
    private readonly counts: Counts,
    private readonly maxRows: number,
  ) {}

  get estimate(): Estimate {
    const drivers = [...this.drivers].map(([what, rows]) => ({
      what,
      hits: Math.round(rows * HITS_PER_ROW),
    }));
    drivers.sort((one, other) => other.hits - one.hits);
    const hits = drivers.reduce((sum, driver) => sum + driver.hits, 0);
    const { answered, overfull } = this;
    return { hits, drivers: drivers.slice(0, 3), answered: Math.round(answered), overfull };
  }

  /** Adds rows that the database visits. */
  add(what: string, rows: number): void {
    this.drivers.set(what, (this.drivers.get(what) ?? 0) + rows);
  }

  /** Adds rows of the response. */
  answer(rows: number): void {
    this.answered += rows;
  }

  /** Adds the cost of reading this many nodes. */
  node(plan: NodePlan | undefined, times: number): void {
    // All nodes may have the same type.
    for (const variant of plan?.variants ?? []) {
      for (const field of variant.fields) {
        if (field.kind === "connection") this.connection(field, times);
        else if (field.kind === "asserted") this.asserted(field, times);
        else if (field.kind === "name" || field.kind === "codes") this.add("names", times * 5);
      }
    }
  }

  private asserted({ condition, edge, page, subject }: AssertedPlan, times: number): void {
    const ofSource = Math.max(
      ASSERTED,
      this.edgesOf(edge.types) / Math.max(1, this.nodesOf(["Source"]) / SKEW_FACTOR),
    );
    this.add("asserted", times * Math.min(ofSource, page.wantsTotal || condition ? ofSource : ASSERTED));
    this.condition(condition, times * ofSource);
    const rows = this.answers(page, times, Number.POSITIVE_INFINITY);
    this.graphEdge(edge, rows);
    this.node(subject?.node, rows);
  }

  private connection(
    { field, page, condition, edge, includeParts, succession }: ConnectionPlan,
    times: number,
  ): void {
    const wider = (includeParts ? PARTS : 1) * (succession ? MAX_SUCCESSIONS : 1);
    const edges = times * this.degreeAt(field, times) * wider;
    this.add(field.name, edges);
    const found = this.condition(condition, edges);
    this.page(page, found, edges);
    this.edge(edge, this.answers(page, times, SKEW_FACTOR * wider * this.degree(field)));
  }

  /** The rows of a page for this many owners with at most `each` rows; notes if the response gets too long. */
  answers({ n, wantsItems }: PagePlan, owners: number, each: number): number {
    if (!wantsItems) return 0;
    const rows = owners * Math.min(this.sizeOf(n), Math.max(1, each));
    this.answered += rows;
    if (this.answered > this.maxRows) this.overfull ??= n;
    return rows;
  }

  private edge(plan: EdgePlan, times: number): void {
    this.node(plan.node, times);
    this.node(plan.via, times);
    for (const field of plan.fields) {
      if (field.kind === "source") this.node(field.node, times);
      if (field.kind === "assertions") {
        this.add("assertions", times * 2);
        this.edge(field.fields, times * 2);
      }
    }
  }

  /** Adds the cost of reading this many edges of any type. */
  graphEdge(plan: GraphEdgePlan | undefined, times: number): void {
    this.node(plan?.fromNode, times);
    this.node(plan?.toNode, times);
  }

  /** Adds the cost of ordering, counting and aggregating a page. */
  page({ keys, wantsTotal, aggregates }: PagePlan, found: number, visited: number): void {
    if (wantsTotal) this.add("totalCount", visited);
    for (const { value } of keys) this.value(value, found);
    for (const aggregate of aggregates) this.aggregate(aggregate, found);
  }

  private aggregate({ hops, groups, groupCounts, series }: AggregatePlan, rows: number): void {
    const reached = hops.reduce((times, hop) => this.relation(hop, times), rows);
    this.add("aggregate", reached * (1 + groups.length + groupCounts.length + PERIODS * series.length));
    for (const { keys } of [...groups, ...groupCounts])
      this.follow(new Set(keys.flatMap(({ hops: more }) => more)), reached);
  }

  /** Adds the cost of relations that are followed one after the other; rows without such an edge stay. */
  private follow(hops: ReadonlySet<RelationPlan>, rows: number): void {
    [...hops].reduce((times, hop) => Math.max(times, this.relation(hop, times)), rows);
  }

  /** Adds the cost of a condition for this many rows; returns the assumed number of remaining rows. */
  condition(plan: ConditionPlan | undefined, rows: number): number {
    if (!plan) return rows;
    switch (plan.kind) {
      case "and":
      case "or":
        for (const part of plan.parts) this.condition(part, rows);
        return rows * DEFAULT_SELECTIVITY;
      case "not":
        this.condition(plan.part, rows);
        return rows;
      case "exists":
        this.relation(plan.relation, rows, plan.relation.condition ? Infinity : ROWS_UNTIL_MATCH);
        return rows * DEFAULT_SELECTIVITY;
      case "compare":
      case "isNull":
      case "known":
        this.value(plan.value, rows);
        return rows * DEFAULT_SELECTIVITY;
      case "compareDate":
      case "dateIn":
      case "inForce":
      case "label":
      case "never":
      case "same":
      case "within":
        return rows * DEFAULT_SELECTIVITY;
    }
  }

  private value(value: ValuePlan, rows: number): void {
    if (value.kind === "count" || value.kind === "spells" || value.kind === "earliest")
      this.relation(value.relation, rows);
    if (value.kind === "name") this.add("names", rows * 5);
  }

  /** Adds the edges of a relation for this many rows, and returns their number. */
  private relation({ field, condition, sameFactAs }: RelationPlan, rows: number, most = Infinity): number {
    const edges = rows * (sameFactAs ? 1 : Math.min(most, this.degreeAt(field, rows)));
    this.add(field.name, edges);
    this.condition(condition, edges);
    return edges;
  }

  /** Number of edges of a field at each of this many nodes. Few nodes may have many more than the average. */
  degreeAt(field: EdgeField, owners: number): number {
    const average = this.degree(field);
    const skewed = average * Math.max(1, SKEW_OF_ONE / Math.sqrt(Math.max(1, owners)));
    const most = Math.max(average, SPELLS * this.nodesOf(field.targets));
    return Math.min(skewed, most, this.edgesOf([field.edge.type]));
  }

  /** Rows visited when following edges of these types over this many hops. */
  reach(types: readonly string[], hops: number): number {
    const around = types.reduce((sum, type) => sum + this.mostAround(type), 0);
    return Math.min(around ** hops, 2 * this.edgesOf(types));
  }

  /** Average number of edges of a type per node, at the end with the higher average. */
  mostAround(type: string): number {
    const { forward, backward } = edgeModel(type);
    return Math.max(this.degree(forward), this.degree(backward));
  }

  /** Number of edges of a type at one node that may be well known. */
  mostAroundOne(type: string): number {
    const { forward, backward } = edgeModel(type);
    return Math.max(this.degreeAt(forward, 1), this.degreeAt(backward, 1));
  }

  /** Average number of edges of a field per node. */
  degree({ edge, owners }: EdgeField): number {
    return this.edgesOf([edge.type]) / Math.max(1, this.nodesOf(owners));
  }

  nodesOf(labels: readonly string[]): number {
    return labels.reduce((sum, label) => sum + (this.counts.nodes.get(label) ?? 0), 0);
  }

  edgesOf(types: readonly string[]): number {
    return types.reduce((sum, type) => sum + (this.counts.edges.get(type) ?? 0), 0);
  }

  /** The size of a page. */
  sizeOf(n: number): number {
    return this.sizes.get(n)?.size ?? 100;
  }
}

import { type EdgeField, edgeModel } from "../model/registry.js";
import { EDGES_PER_NODE, MOST_ROWS, MOST_SUCCESSIONS } from "../plan/limits.js";
import type {
  AggregatePlan,
  ConditionPlan,
  ConnectionPlan,
  EdgePlan,
  GraphEdgePlan,
  NetworkPlan,
  NodePlan,
  PagePlan,
  RelationPlan,
  RootPlan,
  ValuePlan,
  ViaPlan,
} from "../plan/plan.js";
import type { Counts } from "./counts.js";

/** How many rows the database is likely to visit for a root field, and what most of them are for. */
export interface Estimate {
  readonly rows: number;
  /** What drives it, the dearest first: in words, with the rows it stands for. */
  readonly drivers: readonly { readonly what: string; readonly rows: number }[];
  /** How many rows the answer is likely to have, lists in lists multiplied. */
  readonly answered: number;
  /** Number of the list with which the answer has more rows than it may; undefined when it has not. */
  readonly overfull: number | undefined;
}

/** Page sizes by the number of the list. */
export type PageSizes = ReadonlyMap<number, { readonly size: number }>;

/** Estimates a root field from its plan, the sizes of its pages, and how many nodes and edges there are. */
export function estimateRoot(root: RootPlan, sizes: PageSizes, counts: Counts): Estimate {
  const estimator = new Estimator(sizes, counts);
  estimator.root(root);
  const drivers = [...estimator.drivers].map(([what, rows]) => ({ what, rows: Math.round(rows) }));
  drivers.sort((one, other) => other.rows - one.rows);
  const rows = drivers.reduce((sum, driver) => sum + driver.rows, 0);
  const { answered, overfull } = estimator;
  return { rows, drivers: drivers.slice(0, 3), answered: Math.round(answered), overfull };
}

/** What a condition is taken to let through where nothing more is known. */
const LET_THROUGH = 0.1;
/** Whether there is one edge that fits is mostly known after so many. */
const SOON_FOUND = 20;
/** Parts of an organization, a meeting or a treaty, bodies of bodies included. */
const PARTS = 10;

/** A list at one node may be so much longer than the average one. */
const LONGER = 4;

class Estimator {
  readonly drivers = new Map<string, number>();
  answered = 0;
  overfull: number | undefined;

  constructor(
    private readonly sizes: PageSizes,
    private readonly counts: Counts,
  ) {}

  root(root: RootPlan): void {
    switch (root.kind) {
      case "nodeById":
      case "nodeByCode":
        this.node(root.node, 1);
        break;
      case "nodesByIds":
        this.answered += this.sizeOf(root.n);
        this.node(root.node, this.sizeOf(root.n));
        break;
      case "list": {
        const all = this.nodesOf([root.label]);
        const scanned = root.condition || root.page.keys.length || root.page.aggregates.length ? all : 0;
        this.add(`all nodes of type ${root.label}`, scanned);
        const found = this.condition(root.condition, all);
        this.page(root.page, found, found);
        this.node(root.node, this.answers(root.page, 1, root.condition ? this.sizeOf(root.page.n) : all));
        break;
      }
      case "search":
        this.add("search", 5_000);
        this.node(root.hit.node, this.answers(root.page, 1, Infinity));
        break;
      case "path":
        this.add("path", this.reach(root.via, root.maxHops) * (root.all ? PARTS : 1));
        this.node(root.nodes, this.sizeOf(root.n) * root.maxHops);
        this.graphEdge(root.edges, this.sizeOf(root.n) * root.maxHops);
        break;
      case "neighbourhood":
        this.add("neighbourhood", this.reach(root.via, root.hops));
        this.node(root.node, this.sizeOf(root.n));
        this.graphEdge(root.edges, this.sizeOf(root.n) * EDGES_PER_NODE);
        break;
      case "timeline":
        this.add(
          "timeline",
          root.types.reduce((sum, type) => sum + this.mostAround(type), 0),
        );
        this.node(root.node, this.sizeOf(root.page.n));
        this.graphEdge(root.edge, this.sizeOf(root.page.n));
        break;
      case "conflicts":
      case "changes":
        this.add(root.kind, this.edgesOf(root.types));
        this.graphEdge(root.edge, this.sizeOf(root.page.n));
        break;
      case "network":
        this.add(`network over ${root.field.edge.type}`, this.ties(root));
        this.node(root.node, this.nodesOf(["State"]));
        break;
    }
  }

  private node(plan: NodePlan | undefined, times: number): void {
    // All of them may be of the same type.
    for (const variant of plan?.variants ?? []) {
      for (const field of variant.fields) {
        if (field.kind === "connection") this.connection(field, times);
        else if (field.kind === "asserted")
          this.graphEdge(field.edge, this.answers(field.page, times, Infinity));
        else if (field.kind === "name") this.add("names", times * 5);
      }
    }
  }

  private connection(
    { field, page, condition, edge, includeParts, succession }: ConnectionPlan,
    times: number,
  ): void {
    const wider = (includeParts ? PARTS : 1) * (succession ? MOST_SUCCESSIONS : 1);
    const edges = times * this.degree(field) * wider;
    this.add(field.name, edges);
    const found = this.condition(condition, edges);
    this.page(page, found, edges);
    this.edge(edge, this.answers(page, times, LONGER * wider * this.degree(field)));
  }

  /** How many rows a page has for so many owners, each with at most so many; notes when the answer gets too long. */
  private answers({ n, wantsItems }: PagePlan, owners: number, each: number): number {
    if (!wantsItems) return 0;
    const rows = owners * Math.min(this.sizeOf(n), Math.max(1, each));
    this.answered += rows;
    if (this.answered > MOST_ROWS) this.overfull ??= n;
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

  private graphEdge(plan: GraphEdgePlan | undefined, times: number): void {
    this.node(plan?.from, times);
    this.node(plan?.to, times);
  }

  private page({ keys, wantsTotal, aggregates }: PagePlan, found: number, visited: number): void {
    if (wantsTotal) this.add("totalCount", visited);
    for (const { value } of keys) this.value(value, found);
    for (const aggregate of aggregates) this.aggregate(aggregate, found);
  }

  private aggregate({ hops, groups, series }: AggregatePlan, rows: number): void {
    const reached = hops.reduce((times, hop) => this.relation(hop, times), rows);
    this.add("aggregate", reached * (1 + groups.length + series.length));
    for (const { keys } of groups) for (const { hops: more } of keys) this.follow(more, reached);
  }

  private follow(hops: readonly RelationPlan[], rows: number): void {
    hops.reduce((times, hop) => this.relation(hop, times), rows);
  }

  /** Counts what a condition visits for so many rows; how many of them it is taken to let through. */
  private condition(plan: ConditionPlan | undefined, rows: number): number {
    if (!plan) return rows;
    switch (plan.kind) {
      case "and":
      case "or":
        for (const part of plan.parts) this.condition(part, rows);
        return rows * LET_THROUGH;
      case "not":
        this.condition(plan.part, rows);
        return rows;
      case "exists":
        this.relation(plan.relation, rows, SOON_FOUND);
        return rows * LET_THROUGH;
      case "compare":
      case "isNull":
        this.value(plan.value, rows);
        return rows * LET_THROUGH;
      case "label":
      case "never":
      case "same":
      case "within":
        return rows * LET_THROUGH;
    }
  }

  private value(value: ValuePlan, rows: number): void {
    if (value.kind === "count" || value.kind === "earliest") this.relation(value.relation, rows);
    if (value.kind === "name") this.add("names", rows * 5);
  }

  /** Counts the edges of a relation at so many rows; how many they are. */
  private relation({ field, condition, sameFactAs }: RelationPlan, rows: number, most = Infinity): number {
    const edges = rows * (sameFactAs ? 1 : Math.min(most, this.degree(field)));
    this.add(field.name, edges);
    this.condition(condition, edges);
    return edges;
  }

  private ties({ field, ego, ofShared, key, without }: NetworkPlan): number {
    const edges = this.edgesOf([field.edge.type]);
    const perShared = Math.max(1, this.degree(field.edge.backward));
    const from = ego ? Math.max(1, this.degree(field)) : edges;
    const wanted = ofShared ? LET_THROUGH : 1;
    return from * perShared * wanted * (key ? 2 : 1) * (without ? 2 : 1);
  }

  private reach(via: readonly ViaPlan[], hops: number): number {
    const types = via.map(({ type }) => type);
    const around = types.reduce((sum, type) => sum + this.mostAround(type), 0);
    return Math.min(around ** hops, 2 * this.edgesOf(types));
  }

  private mostAround(type: string): number {
    const { forward, backward } = edgeModel(type);
    return Math.max(this.degree(forward), this.degree(backward));
  }

  private degree({ edge, owners }: EdgeField): number {
    return this.edgesOf([edge.type]) / Math.max(1, this.nodesOf(owners));
  }

  private nodesOf(labels: readonly string[]): number {
    return labels.reduce((sum, label) => sum + (this.counts.nodes.get(label) ?? 0), 0);
  }

  private edgesOf(types: readonly string[]): number {
    return types.reduce((sum, type) => sum + (this.counts.edges.get(type) ?? 0), 0);
  }

  private sizeOf(n: number): number {
    return this.sizes.get(n)?.size ?? 100;
  }

  private add(what: string, rows: number): void {
    this.drivers.set(what, (this.drivers.get(what) ?? 0) + rows);
  }
}

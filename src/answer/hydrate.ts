import type { Bound } from "../plan/bind.js";
import { encodeCursor, type SortKeys } from "../plan/cursor.js";
import type {
  AssertedPlan,
  AssertionsPlan,
  ChangesPlan,
  ConflictsPlan,
  EdgePlan,
  GraphEdgePlan,
  NeighbourhoodPlan,
  NetworkPlan,
  NodePlan,
  PagePlan,
  PathPlan,
  RootPlan,
  TimelinePlan,
} from "../plan/plan.js";
import { hydrateAggregate } from "./hydrate-aggregate.js";
import { hydrateNetwork } from "./hydrate-network.js";
import { isRow, type Row, rowsOf } from "./row.js";

/** A list that was cut to its page while the request did not ask whether it goes on. */
export interface CutList {
  readonly path: readonly string[];
  readonly size: number;
}

/**
 * Gives the pages in the value of a root field their final form: `edges`, `nodes`, `pageInfo`, `totalCount`.
 * Works in place; returns the lists that were cut unnoticed.
 */
export function hydrateRoot(root: RootPlan, value: unknown, bound: Bound): readonly CutList[] {
  const cut = new Map<number, CutList>();
  const hydrator = new Hydrator(bound, cut);
  if (root.kind === "list") hydrator.page(root.page, value, nodeOnly(root.node));
  else if (root.kind === "search") hydrator.page(root.page, value, nodeOnly(root.hit.node));
  else if (root.kind === "path") hydrator.routes(root, value);
  else if (root.kind === "neighbourhood") hydrator.neighbourhood(root, value);
  else if (root.kind === "network") hydrator.network(root, value);
  else if (root.kind === "timeline") hydrator.timeline(root, value);
  else if (root.kind === "conflicts") hydrator.conflicts(root, value);
  else if (root.kind === "changes") hydrator.changes(root, value);
  else hydrator.node(root.node, value);
  return [...cut.values()];
}

const NOTHING: EdgePlan = { fields: [], node: undefined, via: undefined, predecessor: undefined };

function nodeOnly(node: NodePlan | undefined): EdgePlan {
  return { ...NOTHING, node };
}

class Hydrator {
  constructor(
    private readonly bound: Bound,
    private readonly cut: Map<number, CutList>,
  ) {}

  node(plan: NodePlan | undefined, value: unknown): void {
    if (!plan || !isRow(value)) return;
    const variant = plan.polymorphic
      ? plan.variants.find(({ labels }) => labels.includes(String(value.__typename)))
      : plan.variants[0];
    for (const field of variant?.fields ?? []) {
      if (field.kind === "connection") this.page(field.page, value[field.slot], field.edge);
      if (field.kind === "asserted") this.asserted(field, value[field.slot]);
    }
  }

  private asserted(plan: AssertedPlan, value: unknown): void {
    this.page(plan.page, value, NOTHING);
    for (const edge of edgesOf(value)) this.graphEdge(plan.edge, edge);
  }

  graphEdge(plan: GraphEdgePlan | undefined, edge: Row): void {
    if (!plan) return;
    this.node(plan.from, edge.from);
    this.node(plan.to, edge.to);
    if (plan.source) this.node(plan.source.node, edge[plan.source.slot]);
  }

  page(plan: PagePlan, value: unknown, edge: EdgePlan): void {
    if (!isRow(value)) return;
    if (plan.wantsTotal) value.totalCount = value.total;
    for (const aggregate of plan.aggregates) {
      const noteCut = (n: number) => this.noteCut(n);
      value[aggregate.slot] = hydrateAggregate(aggregate, value[aggregate.slot], this.bound, noteCut);
    }
    const page = this.bound.pages.get(plan.n);
    if (!plan.wantsItems || !page) return;
    const rows = rowsOf(value.items);
    const more = rows.length > page.size;
    const edges = rows.slice(0, page.size);
    if (page.backward) edges.reverse();
    for (const row of edges) {
      row.cursor = encodeCursor(page.fingerprint, keysOf(row.c));
      this.edge(edge, row);
    }
    value.edges = edges;
    value.nodes = edges.map((row) => row.node);
    const [before, behind] = [value.before === true, value.behind === true];
    value.pageInfo = {
      hasNextPage: page.backward ? behind : more || behind,
      hasPreviousPage: page.backward ? more || before : before,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    };
    if (more && !plan.wantsPageInfo && !plan.wantsTotal) this.noteCut(plan.n);
  }

  private noteCut(n: number): void {
    const page = this.bound.pages.get(n);
    if (page) this.cut.set(n, { path: page.path, size: page.size });
  }

  routes(plan: PathPlan, value: unknown): void {
    const routes = rowsOf(value);
    const size = this.bound.pages.get(plan.n)?.size ?? routes.length;
    if (routes.length > size) this.noteCut(plan.n);
    if (Array.isArray(value)) value.splice(size);
    for (const route of routes) {
      if (Array.isArray(route.nodes)) for (const node of route.nodes) this.node(plan.nodes, node);
      for (const edge of rowsOf(route.edges)) this.graphEdge(plan.edges, edge);
    }
  }

  neighbourhood(plan: NeighbourhoodPlan, value: unknown): void {
    if (!isRow(value)) return;
    for (const neighbour of rowsOf(value.nodes)) this.node(plan.node, neighbour.node);
    for (const edge of rowsOf(value.edges)) this.graphEdge(plan.edges, edge);
  }

  network(plan: NetworkPlan, value: unknown): void {
    const size = this.bound.pages.get(plan.n)?.size ?? 0;
    const minWeight = Number(this.bound.parameters[`minWeight${plan.n}`] ?? 0);
    const nodes = hydrateNetwork(plan, value, { size, minWeight }, (n) => this.noteCut(n));
    for (const row of nodes) this.node(plan.node, row.node);
  }

  timeline(plan: TimelinePlan, value: unknown): void {
    this.page(plan.page, value, nodeOnly(plan.node));
    for (const event of edgesOf(value)) {
      if (isRow(event.edge)) this.graphEdge(plan.edge, event.edge);
      const { respondsTo } = plan;
      if (respondsTo) for (const node of rowsOf(event[respondsTo.slot])) this.node(respondsTo.node, node);
    }
  }

  conflicts(plan: ConflictsPlan, value: unknown): void {
    this.page(plan.page, value, NOTHING);
    for (const conflict of edgesOf(value)) {
      this.node(plan.from, conflict.from);
      this.node(plan.to, conflict.to);
      for (const claim of rowsOf(conflict.claims)) this.graphEdge(plan.edge, claim);
    }
  }

  changes(plan: ChangesPlan, value: unknown): void {
    this.page(plan.page, value, NOTHING);
    for (const change of edgesOf(value)) if (isRow(change.edge)) this.graphEdge(plan.edge, change.edge);
  }

  private edge(plan: EdgePlan, row: Row): void {
    this.node(plan.node, row.node);
    this.node(plan.via, row.via);
    if (plan.predecessor) this.node(plan.predecessor.node, row[plan.predecessor.slot]);
    for (const field of plan.fields) {
      if (field.kind === "source") this.node(field.node, row[field.slot]);
      if (field.kind === "assertions") this.assertions(field, row[field.slot]);
    }
  }

  private assertions(plan: AssertionsPlan, value: unknown): void {
    for (const row of rowsOf(value)) {
      // An assertion outside a list has no place in one.
      row.cursor = "";
      this.edge(plan.fields, row);
    }
  }
}

function edgesOf(value: unknown): readonly Row[] {
  return rowsOf(isRow(value) ? value.edges : []);
}

function keysOf(value: unknown): SortKeys {
  return Array.isArray(value) ? value : [];
}

import type { Bound } from "../plan/bind.js";
import { encodeCursor } from "../plan/cursor.js";
import type { AssertedPlan, AssertionsPlan, EdgePlan, NodePlan, PagePlan, RootPlan } from "../plan/plan.js";

/** A map as the database returns it. */
export type Row = Record<string, unknown>;

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
  else hydrator.node(root.node, value);
  return [...cut.values()];
}

const NOTHING: EdgePlan = { fields: [], node: undefined, via: undefined };

function nodeOnly(node: NodePlan | undefined): EdgePlan {
  return { fields: [], node, via: undefined };
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
    const edges = isRow(value) && Array.isArray(value.edges) ? value.edges.filter(isRow) : [];
    for (const edge of edges) {
      this.node(plan.from, edge.from);
      this.node(plan.to, edge.to);
    }
  }

  page(plan: PagePlan, value: unknown, edge: EdgePlan): void {
    if (!isRow(value)) return;
    if (plan.wantsTotal) value.totalCount = value.total;
    const page = this.bound.pages.get(plan.n);
    if (!plan.wantsItems || !page) return;
    const rows = Array.isArray(value.items) ? value.items.filter(isRow) : [];
    const more = rows.length > page.size;
    const edges = rows.slice(0, page.size);
    if (page.backward) edges.reverse();
    for (const row of edges) {
      row.cursor = encodeCursor(page.fingerprint, textList(row.c));
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
    if (more && !plan.wantsPageInfo && !plan.wantsTotal) {
      this.cut.set(plan.n, { path: page.path, size: page.size });
    }
  }

  private edge(plan: EdgePlan, row: Row): void {
    this.node(plan.node, row.node);
    this.node(plan.via, row.via);
    for (const field of plan.fields) {
      if (field.kind === "source") this.node(field.node, row[field.slot]);
      if (field.kind === "assertions") this.assertions(field, row[field.slot]);
    }
  }

  private assertions(plan: AssertionsPlan, value: unknown): void {
    if (!Array.isArray(value)) return;
    for (const row of value) {
      if (!isRow(row)) continue;
      // An assertion outside a list has no place in one.
      row.cursor = "";
      this.edge(plan.fields, row);
    }
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textList(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

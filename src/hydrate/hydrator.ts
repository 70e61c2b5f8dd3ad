import type { Bound } from "../plan/bind.js";
import { encodeCursor, type SortKeys } from "../plan/cursor.js";
import type {
  AssertionsPlan,
  CodesPlan,
  ConnectionPlan,
  EdgePlan,
  GraphEdgePlan,
  NodePlan,
} from "../plan/kinds/nodes.js";
import type { PagePlan } from "../plan/kinds/pages.js";
import { hydrateAggregate } from "./aggregate.js";
import { coverageOf, type NotRecorded } from "./coverage.js";
import { isRow, type Row, rowsOf } from "./row.js";
import { whyOf } from "./why.js";

/** A list that was truncated to one page although the request did not select `pageInfo`. */
export interface CutList {
  readonly path: readonly string[];
  readonly size: number;
}

const NOTHING: EdgePlan = { fields: [], node: undefined, via: undefined, predecessor: undefined };

/**
 * Converts database values to their final form, in place: pages get `edges`, `nodes`, `pageInfo` and `totalCount`.
 * One hydrator serves one root field, and notes truncated lists.
 */
export class Hydrator {
  private readonly cut = new Map<number, CutList>();
  private readonly blanks = new Map<number, NotRecorded>();
  private readonly unsure: NotRecorded[] = [];

  constructor(readonly bound: Bound) {}

  /** Lists that were truncated to one page although the request did not select `pageInfo`. */
  get cutLists(): readonly CutList[] {
    return [...this.cut.values()];
  }

  /** Relations that are selected, denied or counted, and of which nothing is recorded for some nodes. */
  get notRecorded(): readonly NotRecorded[] {
    return [...this.blanks.values(), ...this.unsure].filter(({ nodes }) => nodes > 0);
  }

  /** Notes a relation on whose absence or number a list depends. */
  noteBlank(n: number, { relation, nodes, of }: Row): void {
    const path = this.bound.pages.get(n)?.path ?? [];
    this.unsure.push({ path, relation: String(relation), nodes: Number(nodes), of: Number(of) });
  }

  /** Notes that a list was truncated. */
  readonly noteCut = (n: number): void => {
    const page = this.bound.pages.get(n);
    if (page) this.cut.set(n, { path: page.path, size: page.size });
  };

  node(plan: NodePlan | undefined, value: unknown): void {
    if (!plan || !isRow(value)) return;
    const variant = plan.polymorphic
      ? plan.variants.find(({ labels }) => labels.includes(String(value.__typename)))
      : plan.variants[0];
    for (const field of variant?.fields ?? []) {
      if (field.kind === "connection") {
        this.page(field.page, value[field.slot], field.edge);
        this.recorded(field, value[field.slot]);
      }
      if (field.kind === "why") value[field.slot] = whyOf(value[field.slot]);
      if (field.kind === "codes") value[field.slot] = this.codes(field, value[field.slot]);
      if (field.kind === "asserted") {
        this.pageOfNodes(field.page, value[field.slot], field.subject?.node);
        for (const edge of edgesOf(value[field.slot])) this.graphEdge(field.edge, edge);
      }
    }
  }

  /** Codes by scheme. */
  private codes({ schemes }: CodesPlan, found: unknown): Row {
    const [names, codes] = [this.bound.valueOf(schemes), found].map((list) =>
      Array.isArray(list) ? list : [],
    );
    return Object.fromEntries((names ?? []).map((scheme, index) => [String(scheme), codes?.[index] ?? null]));
  }

  /** Hydrates a page of a connection, with its edges according to `edge`. */
  page(plan: PagePlan, value: unknown, edge: EdgePlan = NOTHING): void {
    if (!isRow(value)) return;
    if (plan.wantsTotal) value.totalCount = value.total;
    if (plan.wantsCertain) value.certainCount = value.certain;
    for (const aggregate of plan.aggregates) {
      value[aggregate.slot] = hydrateAggregate(aggregate, value[aggregate.slot], this.bound, this.noteCut);
    }
    const page = this.bound.pages.get(plan.n);
    if (!plan.wantsItems || !page) return;
    const rows = rowsOf(value.items);
    const more = rows.length > page.size;
    const edges = rows.slice(0, page.size);
    if (page.backward) edges.reverse();
    for (const row of edges) {
      if (plan.wantsCursors) row.cursor = encodeCursor(page.fingerprint, keysOf(row.c));
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

  /** Adds the coverage of a relation, and notes a relation of which nothing is recorded. */
  private recorded({ page, field, wantsCoverage, tellsBlank }: ConnectionPlan, value: unknown): void {
    if (!isRow(value)) return;
    if (wantsCoverage) value.coverage = coverageOf(value.coverage);
    const place = this.bound.pages.get(page.n);
    if (!tellsBlank || !place) return;
    const isEmpty = !rowsOf(value.edges).length && !value.total;
    const before = this.blanks.get(page.n) ?? { path: place.path, relation: field.name, nodes: 0, of: 0 };
    const isBlank = value.blank === true && isEmpty;
    this.blanks.set(page.n, { ...before, nodes: before.nodes + Number(isBlank), of: before.of + 1 });
  }

  /** Hydrates a page whose items refer to nodes. */
  pageOfNodes(plan: PagePlan, value: unknown, node: NodePlan | undefined): void {
    this.page(plan, value, { ...NOTHING, node });
  }

  graphEdge(plan: GraphEdgePlan | undefined, edge: unknown): void {
    if (!plan || !isRow(edge)) return;
    this.node(plan.fromNode, edge.from);
    this.node(plan.toNode, edge.to);
    if (plan.source) this.node(plan.source.node, edge[plan.source.slot]);
  }

  private edge(plan: EdgePlan, row: Row): void {
    this.node(plan.node, row.node);
    this.node(plan.via, row.via);
    if (plan.predecessor) this.node(plan.predecessor.node, row[plan.predecessor.slot]);
    for (const field of plan.fields) {
      if (field.kind === "source") this.node(field.node, row[field.slot]);
      if (field.kind === "why") row[field.slot] = whyOf(row[field.slot]);
      if (field.kind === "assertions") this.assertions(field, row[field.slot]);
    }
  }

  private assertions(plan: AssertionsPlan, value: unknown): void {
    for (const row of rowsOf(value)) {
      // An assertion outside a list has no cursor.
      row.cursor = "";
      this.edge(plan.fields, row);
    }
  }
}

/** The edges of a hydrated page. */
export function edgesOf(value: unknown): readonly Row[] {
  return rowsOf(isRow(value) ? value.edges : []);
}

function keysOf(value: unknown): SortKeys {
  return Array.isArray(value) ? value : [];
}

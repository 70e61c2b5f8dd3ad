import type { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import { connectedComponents } from "graphology-components";
import betweenness from "graphology-metrics/centrality/betweenness.js";
import eigenvector from "graphology-metrics/centrality/eigenvector.js";
import type { NodeMeasure } from "./plan.js";

/** The measures of one node. Measures that were not requested are absent. */
export type NodeMeasures = Partial<Record<NodeMeasure, number | null>>;

type Values = Readonly<Record<string, number | null>>;

/** Computes the requested measures for all nodes of an undirected graph whose edges have a `weight`. */
export function measuresOf(
  graph: UndirectedGraph,
  wanted: ReadonlySet<NodeMeasure>,
): ReadonlyMap<string, NodeMeasures> {
  if (!graph.order) return new Map();
  const results = [...wanted].map((measure) => ({ measure, values: COMPUTE[measure](graph) }));
  return new Map(
    graph
      .nodes()
      .map((id) => [
        id,
        Object.fromEntries(results.map(({ measure, values }) => [measure, values[id] ?? null])),
      ]),
  );
}

const COMPUTE: Readonly<Record<NodeMeasure, (graph: UndirectedGraph) => Values>> = {
  degree: (graph) => perNode(graph, (id) => graph.degree(id)),
  strength: (graph) =>
    perNode(graph, (id) => graph.reduceEdges(id, (sum, _edge, { weight }) => sum + Number(weight), 0)),
  betweenness: (graph) => betweenness(graph, { getEdgeWeight: null }),
  eigenvector: eigenvectorOf,
  community: (graph) =>
    // Without random walks, the same graph always gives the same communities.
    largestFirst(louvain(graph, { getEdgeWeight: "weight", randomWalk: false })),
  component: (graph) =>
    largestFirst(
      Object.fromEntries(
        connectedComponents(graph).flatMap((ids, component) => ids.map((id) => [id, component])),
      ),
    ),
};

function perNode(graph: UndirectedGraph, measure: (id: string) => number): Values {
  return Object.fromEntries(graph.nodes().map((id) => [id, measure(id)]));
}

function eigenvectorOf(graph: UndirectedGraph): Values {
  try {
    return eigenvector(graph, { getEdgeWeight: "weight", maxIterations: 1_000, tolerance: 1e-6 });
  } catch {
    // It does not converge for every graph, for example if two equivalent nodes alternate.
    return {};
  }
}

/** Renumbers the parts of a graph from the largest (0) down. Ties are ordered by first id. */
function largestFirst(parts: Readonly<Record<string, number>>): Values {
  const members = new Map<number, string[]>();
  for (const [id, part] of Object.entries(parts)) members.set(part, [...(members.get(part) ?? []), id]);
  const order = [...members.values()]
    .map((ids) => ids.sort())
    .sort((one, other) => other.length - one.length || ((one[0] ?? "") < (other[0] ?? "") ? -1 : 1));
  return Object.fromEntries(order.flatMap((ids, place) => ids.map((id) => [id, place])));
}

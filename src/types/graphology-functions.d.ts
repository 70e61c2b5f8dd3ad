// These packages are CommonJS whose export is the function itself; their own types say otherwise to an ES module.
declare module "graphology-communities-louvain" {
  import type { UndirectedGraph } from "graphology";
  export default function louvain(
    graph: UndirectedGraph,
    options: { readonly getEdgeWeight: string; readonly randomWalk: boolean },
  ): Record<string, number>;
}

declare module "graphology-metrics/centrality/betweenness.js" {
  import type { UndirectedGraph } from "graphology";
  export default function betweenness(
    graph: UndirectedGraph,
    options: { readonly getEdgeWeight: null },
  ): Record<string, number>;
}

declare module "graphology-metrics/centrality/eigenvector.js" {
  import type { UndirectedGraph } from "graphology";
  export default function eigenvector(
    graph: UndirectedGraph,
    options: { readonly getEdgeWeight: string; readonly maxIterations: number; readonly tolerance: number },
  ): Record<string, number>;
}

import { PactError } from "../errors.js";
import { asList, asMap, type JsonMap } from "../json.js";
import { nodeModel } from "../model/registry.js";
import type { ExportedEdge, ExportedNode, GraphPart } from "./items.js";
import type { ExportOperation } from "./operation.js";
import { OWN, OWN_COLUMNS, type RowShape } from "./own-fields.js";

/** A row as a part of a graph, with its sources and the columns of the export itself. */
export interface ReadPart {
  readonly part: GraphPart;
  readonly sources: readonly string[];
  readonly own: JsonMap;
}

/** Reads the fields that the export has added to a row. */
export function partOf(
  { shape, field }: Pick<ExportOperation, "shape" | "field">,
  own: JsonMap,
  parent: ExportedNode,
): ReadPart {
  switch (shape.kind) {
    case "edge":
      return ofEdge(edgeWithEnds(own), own);
    case "aboutEdge": {
      const edge = asMap(own[OWN.edge]);
      return edge[OWN.id] === undefined
        ? ofNode(nodeOf(asMap(own[OWN.node])), undefined)
        : ofEdge(edgeWithEnds(edge), edge);
    }
    case "edgeOfNode":
      return ofEdge(edgeOfNode(field, own, parent), own);
    case "claims": {
      const sources = asList(own[OWN.claims]).map((claim) => String(asMap(asMap(claim).source).id));
      return ofNode(nodeOf(asMap(own[OWN.node])), unique(sources));
    }
    case "node": {
      const node = asMap(own[OWN.node]);
      return ofNode(nodeOf(node), reportersOf(node, shape));
    }
    case "self": {
      const node = { id: String(own[OWN.id]), type: String(own[OWN.type]), name: String(own[OWN.name]) };
      return own[OWN.id] === undefined ? NO_PART : ofNode(node, reportersOf(own, shape));
    }
    default:
      return NO_PART;
  }
}

/** The columns of the export itself, for rows of a shape. */
export function ownColumnsOf({ kind, reported }: RowShape): readonly string[] {
  const { edge, source, sources, from, to } = OWN_COLUMNS;
  if (kind === "link") return [from, to, sources];
  if (kind === "edge" || kind === "edgeOfNode" || kind === "aboutEdge") return [edge, source];
  return reported.length || kind === "claims" ? [sources] : [];
}

/** A node as the export asks for it. */
export function nodeOf(map: JsonMap): ExportedNode {
  return { id: String(map.id), type: String(map.__typename), name: String(map.name) };
}

const NO_PART: ReadPart = { part: undefined, sources: [], own: {} };

function ofNode(node: ExportedNode, sources: readonly string[] | undefined): ReadPart {
  return { part: { node }, sources: sources ?? [], own: sources ? { [OWN_COLUMNS.sources]: sources } : {} };
}

function ofEdge(edge: ExportedEdge, own: JsonMap): ReadPart {
  const source = String(asMap(own[OWN.source]).id);
  return {
    part: { edge },
    sources: [source],
    own: { [OWN_COLUMNS.edge]: edge.id, [OWN_COLUMNS.source]: source },
  };
}

function edgeWithEnds(own: JsonMap): ExportedEdge {
  const [from, to] = [nodeOf(asMap(own[OWN.from])), nodeOf(asMap(own[OWN.to]))];
  return { id: String(own[OWN.id]), type: String(own[OWN.type]), from, to };
}

/** The edge in the direction defined by the model. */
function edgeOfNode(field: ExportOperation["field"], own: JsonMap, parent: ExportedNode): ExportedEdge {
  const other = nodeOf(asMap(own[OWN.node]));
  const { name = "", owner = "" } = field ?? {};
  const declared = nodeModel(parent.type || owner).edgeFields.find((one) => one.name === name);
  const [from, to] = declared?.direction === "in" ? [other, parent] : [parent, other];
  const [start, end] = [dayOf(own[OWN.validFrom]), dayOf(own[OWN.validTo])];
  return { id: String(own[OWN.id]), type: declared?.edge.type ?? name, from, to, start, end };
}

function dayOf(value: JsonMap[string] | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The sources that report a node; undefined if they cannot be listed. */
function reportersOf(node: JsonMap, { reported: types }: RowShape): readonly string[] | undefined {
  if (!types.length) return undefined;
  const reported = asMap(node[OWN.reported]);
  const reports = asList(reported.nodes);
  if (Number(reported.totalCount) > reports.length)
    throw new PactError(
      "QUERY_TOO_LARGE",
      `${String(node.id ?? node[OWN.id])} has more than ${reports.length} reports, too many to list its sources in a row.`,
    );
  return unique(reports.map((source) => String(asMap(source).id)));
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

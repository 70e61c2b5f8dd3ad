import { type RunTools, runQuery } from "../answer/run.js";
import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";
import { nodeModel } from "../model/registry.js";
import { revisionOf } from "./citation.js";
import type { ExportedEdge, ExportedList, ExportedNode, ExportedRow, Json } from "./items.js";
import { type ExportOperation, exportOperation, OWN } from "./operation.js";

/** What an export needs to read the graph. */
export type ExportTools = RunTools;

/** An export request. */
export interface ExportRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const PAGE = 500;

type JsonMap = Readonly<Record<string, Json>>;

/**
 * Reads the rows of the list that a request selects, page by page. All pages show the same state of the data: if it
 * changes in the meantime, the export fails with EXPORT_CHANGED. Throws BAD_INPUT if the request has no list to export.
 */
export function exportList(tools: ExportTools, request: ExportRequest, revision: string): ExportedList {
  const operation = exportOperation(tools.schema, request.query, request.variables, tools.limits);
  const rows = new RowReader(tools, request, operation, revision);
  const sourceColumns = operation.kind === "network" || operation.field ? ["source"] : ["sources"];
  const own = operation.kind === "network" ? ["from", "to"] : operation.field ? ["edge"] : [];
  return {
    columns: [
      ...operation.columns,
      ...own.filter((name) => !operation.columns.includes(name)),
      ...sourceColumns,
    ],
    parts: operation.kind === "network" ? "network" : operation.field ? "edges" : "nodes",
    rows: operation.kind === "network" ? rows.ofNetwork() : rows.ofPages(),
  };
}

class RowReader {
  constructor(
    private readonly tools: ExportTools,
    private readonly request: ExportRequest,
    private readonly operation: ExportOperation,
    private readonly revision: string,
  ) {}

  async *ofPages(): AsyncGenerator<ExportedRow> {
    for (let after: string | undefined; ; ) {
      const paging = { [OWN.first]: PAGE, ...(after === undefined ? {} : { [OWN.after]: after }) };
      const { list, parent } = await this.read({ ...this.request.variables, ...paging });
      const own = asList(list[OWN.edges]);
      const asked = asList(list[this.operation.rowsKey]);
      for (const [index, edge] of own.entries()) yield this.row(asMap(asked[index]), asMap(edge), parent);
      const page = asMap(list.pageInfo);
      if (page.hasNextPage !== true) return;
      after = String(page.endCursor);
    }
  }

  async *ofNetwork(): AsyncGenerator<ExportedRow> {
    const { list } = await this.read(this.request.variables);
    const nodes = new Map<string, ExportedNode>();
    for (const entry of asList(list[OWN.nodes])) {
      const node = nodeOf(asMap(asMap(entry).node));
      nodes.set(node.id, node);
    }
    const asked = asList(list[this.operation.rowsKey]);
    for (const [index, entry] of asList(list[OWN.links]).entries()) {
      const link = asMap(entry);
      const [from, to] = [String(link.from), String(link.to)];
      const sources = asList(link.sources).map(String);
      const ends = { from: nodes.get(from) ?? unnamed(from), to: nodes.get(to) ?? unnamed(to) };
      const edge = { id: `${from} ${to}`, type: "LINK", ...ends };
      const value = asMap(asked[index]);
      const columns = { ...flat(value), from, to, source: sources.join("; ") };
      yield { value: { ...value, from, to, sources }, columns, sources, part: { edge } };
    }
  }

  private row(asked: JsonMap, own: JsonMap, parent: ExportedNode): ExportedRow {
    const node = asMap(own[OWN.node]);
    const other = nodeOf(node);
    const { field } = this.operation;
    if (!field) {
      const reported = asMap(node[OWN.reported]);
      const reports = asList(reported.nodes);
      if (Number(reported.totalCount) > reports.length) throw tooManyReports(other.id, reports.length);
      const sources = [...new Set(reports.map((source) => String(asMap(source).id)))];
      const columns = { ...flat(asked), sources: sources.join("; ") };
      return { value: { ...asked, sources }, columns, sources, part: { node: other } };
    }
    const source = String(asMap(own[OWN.source]).id);
    const edge = edgeOf(field, String(own[OWN.id]), parent, other);
    const columns = { ...flat(asked), edge: edge.id, source };
    return { value: { ...asked, edge: edge.id, source }, columns, sources: [source], part: { edge } };
  }

  /** Runs the request once, and verifies that the data has not changed. */
  private async read(variableValues: Readonly<Record<string, unknown>>) {
    const { data: read, answer } = await runQuery(this.tools, this.operation.text, variableValues);
    const [cut] = answer.cutLists;
    if (cut) {
      const where = cut.path.join(".");
      const message =
        this.operation.kind === "network"
          ? `${where} has more than ${cut.size} links. Narrow it with "with", among, where or minWeight.`
          : `${where}: a list inside the rows is truncated to ${cut.size} items. Select its totalCount, or export it separately.`;
      throw new PactError("QUERY_TOO_LARGE", message);
    }
    await this.rejectChanged(this.tools.database);
    const data = read as JsonMap;
    const [first = "", second] = this.operation.path;
    const root = data[first];
    if (root === null || root === undefined) {
      throw new PactError(
        "NOT_FOUND",
        "There is no node with this id. Ids look like state:kaz; use search to find them by name.",
      );
    }
    const top = asMap(root);
    const parent = {
      id: String(top[OWN.parent]),
      type: this.operation.field?.owner ?? "",
      name: String(top[OWN.parentName]),
    };
    return { list: second === undefined ? top : asMap(top[second]), parent };
  }

  private async rejectChanged(database: Database): Promise<void> {
    if ((await revisionOf(database)) === this.revision) return;
    throw new PactError("EXPORT_CHANGED", "The data changed during the export. Export again.");
  }
}

function tooManyReports(id: string, most: number): PactError {
  return new PactError(
    "QUERY_TOO_LARGE",
    `${id} has more than ${most} reports, too many to list its sources in a row.`,
  );
}

/** The edge in the direction defined by the model. */
function edgeOf(
  { name, owner }: { readonly name: string; readonly owner: string },
  id: string,
  parent: ExportedNode,
  other: ExportedNode,
): ExportedEdge {
  const field = nodeModel(owner).edgeFields.find((one) => one.name === name);
  const type = field?.edge.type ?? name;
  return field?.direction === "in"
    ? { id, type, from: other, to: parent }
    : { id, type, from: parent, to: other };
}

function nodeOf(map: JsonMap): ExportedNode {
  return { id: String(map.id), type: String(map.__typename), name: String(map.name) };
}

function unnamed(id: string): ExportedNode {
  return { id, type: "Entity", name: id };
}

/** Flattens nested maps to columns with dots. Lists of texts are joined; lists of maps are kept. */
function flat(map: JsonMap, prefix = ""): Readonly<Record<string, Json>> {
  const columns: Record<string, Json> = {};
  for (const [key, value] of Object.entries(map)) {
    if (isMap(value)) Object.assign(columns, flat(value, `${prefix}${key}.`));
    else columns[prefix + key] = value;
  }
  return columns;
}

function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asMap(value: Json | undefined): JsonMap {
  return isMap(value) ? value : {};
}

function asList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

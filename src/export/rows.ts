import { type NotRecorded, notRecordedRemark, type Remark } from "../answer/remarks.js";
import { type RunTools, runQuery } from "../answer/run.js";
import { PactError } from "../errors.js";
import { asList, asMap, type Json, type JsonMap } from "../json.js";
import { revisionOf } from "../record/revision-pages.js";
import type { Column } from "./columns.js";
import { nodeOf, ownColumnsOf, partOf } from "./graph-part.js";
import { type ExportedList, type ExportedNode, type ExportedRow, flat } from "./items.js";
import { notRecordedIn, withoutOwn } from "./not-recorded.js";
import { type ExportOperation, exportOperation } from "./operation.js";
import { OWN, OWN_COLUMNS } from "./own-fields.js";

/** What an export needs to read the graph, and the base address of the service, under which nodes have theirs. */
export interface ExportTools extends RunTools {
  readonly address: string;
}

/** An export request. */
export interface ExportRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const PAGE = 500;

/**
 * Reads the rows of the list that a request selects, page by page. All pages show the same state of the data: if it
 * changes in the meantime, the export fails with EXPORT_CHANGED. Throws BAD_INPUT if the request has no list to export.
 */
export function exportList(tools: ExportTools, request: ExportRequest, revision: string): ExportedList {
  const operation = exportOperation(tools.schema, request.query, request.variables, tools.limits);
  const { kind, columns, nodeColumns, around, shape, rowsKey, asksCoverage } = operation;
  const rows = new RowReader(tools, request, operation, revision);
  const ownNames = [...ownColumnsOf(shape), ...(asksCoverage ? [OWN_COLUMNS.notRecorded] : [])];
  const own = ownNames.map((name): Column => ({ name, kind: "text" }));
  const common = around.map(({ column }) => column);
  const list = {
    columns: [...common, ...columns, ...own],
    nodeColumns: [],
    notRecorded: () => rows.remarks,
  };
  if (kind === "network") {
    const network = { ...list, rows: rows.ofNetwork() };
    // Without links, the nodes of the network are the rows.
    return rowsKey === undefined
      ? { ...network, columns: [...common, ...nodeColumns], parts: "nodes" }
      : { ...network, nodeColumns, parts: "network" };
  }
  return {
    ...list,
    parts: partsOf(operation),
    rows: kind === "connection" ? rows.ofPages() : rows.ofPlain(),
  };
}

function partsOf({ shape: { kind } }: ExportOperation): ExportedList["parts"] {
  if (kind === "value") return "values";
  return kind === "edge" || kind === "edgeOfNode" || kind === "aboutEdge" ? "edges" : "nodes";
}

class RowReader {
  private readonly blanks = new Map<string, NotRecorded>();

  constructor(
    private readonly tools: ExportTools,
    private readonly request: ExportRequest,
    private readonly operation: ExportOperation,
    private readonly revision: string,
  ) {}

  /** What is not recorded, over all pages that were read. */
  get remarks(): readonly Remark[] {
    return [...this.blanks.values()].map(notRecordedRemark);
  }

  /** The rows of a connection, page by page. */
  async *ofPages(): AsyncGenerator<ExportedRow> {
    const { rowsKey = "", most = Number.POSITIVE_INFINITY } = this.operation;
    let left = most;
    for (let after: string | undefined; left > 0; ) {
      const size = Math.min(PAGE, left);
      const paging = { [OWN.first]: size, ...(after === undefined ? {} : { [OWN.after]: after }) };
      const { value, parent, around } = await this.read({ ...this.request.variables, ...paging });
      const list = asMap(value);
      const asked = asList(list[rowsKey]);
      const own = asList(list[OWN.edges]);
      for (const [index, edge] of own.entries())
        yield this.row(asMap(asked[index]), asMap(edge), parent, around);
      const page = asMap(list.pageInfo);
      if (page.hasNextPage !== true) return;
      left -= own.length;
      after = String(page.endCursor);
    }
  }

  /** The items of a plain list. */
  async *ofPlain(): AsyncGenerator<ExportedRow> {
    const { value, parent, around } = await this.read(this.request.variables);
    for (const item of asList(value)) yield this.row(asMap(item), asMap(item), parent, around);
  }

  /** The nodes of a network, then its links. */
  async *ofNetwork(): AsyncGenerator<ExportedRow> {
    const { rowsKey, nodesKey } = this.operation;
    const { value, around } = await this.read(this.request.variables);
    const list = asMap(value);
    const nodes = new Map<string, ExportedNode>();
    const askedNodes = nodesKey === undefined ? [] : asList(list[nodesKey]);
    for (const [index, entry] of asList(list[OWN.nodes]).entries()) {
      const node = nodeOf(asMap(asMap(entry).node));
      nodes.set(node.id, node);
      const asked = asMap(askedNodes[index]);
      const value = { ...withoutOwn(asked), ...this.notRecorded(asked) };
      if (nodesKey !== undefined)
        yield { value, columns: { ...around, ...flat(value) }, sources: [], part: { node } };
    }
    if (rowsKey === undefined) return;
    const askedLinks = asList(list[rowsKey]);
    for (const [index, entry] of asList(list[OWN.links]).entries()) {
      const link = asMap(entry);
      const [from, to] = [String(link.from), String(link.to)];
      const sources = asList(link.sources).map(String);
      const ends = { from: nodes.get(from) ?? unnamed(from), to: nodes.get(to) ?? unnamed(to) };
      const own = { [OWN_COLUMNS.from]: from, [OWN_COLUMNS.to]: to, [OWN_COLUMNS.sources]: sources };
      const asked = asMap(askedLinks[index]);
      const edge = { id: `${from}--${to}`, type: "LINK", ...ends };
      yield {
        value: { ...asked, ...own },
        columns: { ...around, ...flat(asked), ...own },
        sources,
        part: { edge },
      };
    }
  }

  private row(asked: JsonMap, added: JsonMap, parent: ExportedNode, around: JsonMap): ExportedRow {
    const { part, sources, own: ofPart } = partOf(this.operation, added, parent);
    const own = { ...ofPart, ...this.notRecorded(asked) };
    const selected = withoutOwn(asked);
    return {
      part,
      sources,
      value: { ...around, ...selected, ...own },
      columns: { ...around, ...flat(selected), ...own },
    };
  }

  /** The connections of a row of which nothing is recorded: their empty lists and zeros mean nothing. */
  private notRecorded(asked: JsonMap): JsonMap {
    return this.operation.asksCoverage ? { [OWN_COLUMNS.notRecorded]: notRecordedIn(asked) } : {};
  }

  /** Runs the request once, and verifies that the data has not changed. */
  private async read(variableValues: Readonly<Record<string, unknown>>) {
    const { path, field, around } = this.operation;
    const { data, answer } = await runQuery(this.tools, this.operation.text, variableValues);
    const [cut] = answer.cutLists.filter(({ path: keys }) => !this.isWanted(keys));
    if (cut) throw this.truncated(cut);
    if ((await revisionOf(this.tools.database)) !== this.revision)
      throw new PactError("EXPORT_CHANGED", "The data changed during the export. Export again.");
    for (const blank of answer.notRecorded) this.note(blank);
    const value = at(data, path);
    if (value === null || value === undefined) {
      throw new PactError(
        "NOT_FOUND",
        "There is no node with this id. Ids look like state:kaz; use search to find them by name.",
      );
    }
    const top = asMap(at(data, path.slice(0, -1)));
    const parent = {
      id: String(top[OWN.parent]),
      type: field?.owner ?? "",
      name: String(top[OWN.parentName]),
    };
    const values = around.map(({ path: place, column }) => [column.name, at(data, place) ?? null] as const);
    return { value, parent, around: Object.fromEntries(values) };
  }

  private note(blank: NotRecorded): void {
    const key = `${blank.path.join(".")} ${blank.relation}`;
    const before = this.blanks.get(key);
    const [nodes, of] = [blank.nodes + (before?.nodes ?? 0), blank.of + (before?.of ?? 0)];
    this.blanks.set(key, { ...blank, nodes, of });
  }

  /** True if the request itself says how long a list is that leads to the rows. */
  private isWanted(keys: readonly unknown[]): boolean {
    return (
      this.operation.kind !== "connection" &&
      this.operation.limited.some((path) => path.join() === keys.join())
    );
  }

  private truncated({ path, size }: { readonly path: readonly unknown[]; readonly size: number }): PactError {
    const where = path.join(".");
    const { kind } = this.operation;
    if (kind === "network")
      return new PactError(
        "QUERY_TOO_LARGE",
        `${where} has more than ${size} links. Narrow it with "with", among, where or minWeight.`,
      );
    const message =
      kind === "list" && this.operation.path.join(".").startsWith(where)
        ? `${where} is truncated to ${size} items. Request more with first.`
        : `${where}: a list inside the rows is truncated to ${size} items. Select its totalCount, or export it separately.`;
    return new PactError("QUERY_TOO_LARGE", message);
  }
}

function at(data: JsonMap, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => asMap(value)[key], data);
}

function unnamed(id: string): ExportedNode {
  return { id, type: "Entity", name: id };
}

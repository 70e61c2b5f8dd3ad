import { type EdgeField, nodeModel } from "../../src/model/registry.js";
import type { Assertion } from "./assertion.js";
import { cursorOf, keysOfCursor } from "./cursor.js";
import type { GraphNode } from "./ledger.js";
import { nameOf } from "./names.js";
import { type Keys, type Page, pageOf } from "./page.js";
import type { Reader } from "./reader.js";
import { innerScope, type Scope } from "./scope.js";

export type Args = Readonly<Record<string, unknown>>;

/** Something with fields, read within a scope. */
export abstract class Item {
  constructor(
    readonly reader: Reader,
    readonly scope: Scope,
  ) {}

  /** Name of the object type; only nodes stand where an interface is declared. */
  get typeName(): string | undefined {
    return undefined;
  }

  abstract field(name: string, args: Args): unknown;
}

/** A node, with what is to be read below it. */
export class NodeItem extends Item {
  constructor(
    reader: Reader,
    scope: Scope,
    readonly node: GraphNode,
  ) {
    super(reader, scope);
  }

  override get typeName(): string {
    return this.node.label;
  }

  field(name: string, args: Args): unknown {
    const { node, reader, scope } = this;
    if (name === "id") return node.id;
    if (name === "recordedAt") return reader.instantOf(node.recordedIn);
    if (name === "name") return nameOf(reader, node, textOrNull(args.lang), scope);
    const field = nodeModel(node.label).edgeFields.find((each) => each.name === name);
    return field ? this.connection(field, args) : (node.values[name] ?? null);
  }

  private connection(field: EdgeField, args: Args): ListItem {
    const { node, reader } = this;
    const scope = innerScope(this.scope, args);
    const starts = args.includeParts === true ? reader.withParts(node, scope) : [node];
    const rows = reader.edgesAt(starts, field, scope).map((assertion) => {
      const item = new EdgeItem(reader, scope, assertion, field);
      return { keys: [item.far.id, assertion.id], item };
    });
    return new ListItem(reader, scope, `${node.id} ${field.name}`, rows, args);
  }
}

/** An element of a list. */
export interface Entry {
  readonly keys: Keys;
  readonly item: NodeItem | EdgeItem;
}

/** A page of a list of edges or of nodes. */
export class ListItem extends Item {
  private readonly page: Page<Entry>;

  constructor(
    reader: Reader,
    scope: Scope,
    private readonly list: string,
    entries: readonly Entry[],
    args: Args,
  ) {
    super(reader, scope);
    this.page = pageOf(entries, ({ keys }) => keys, {
      first: numberOrNull(args.first),
      last: numberOrNull(args.last),
      after: keysOfCursor(args.after),
      before: keysOfCursor(args.before),
    });
  }

  field(name: string): unknown {
    const { page } = this;
    if (name === "totalCount") return page.totalCount;
    if (name === "edges") return page.items.map((entry) => new PlaceItem(this, entry, this.cursor(entry)));
    if (name === "nodes")
      return page.items.map(({ item }) => (item instanceof EdgeItem ? item.otherEnd() : item));
    return new PageInfoItem(this, page, this.cursor(page.items[0]), this.cursor(page.items.at(-1)));
  }

  private cursor(entry: Entry | undefined): string | null {
    return entry ? cursorOf(this.list, entry.keys) : null;
  }
}

class PageInfoItem extends Item {
  constructor(
    { reader, scope }: Item,
    private readonly page: Page<Entry>,
    private readonly startCursor: string | null,
    private readonly endCursor: string | null,
  ) {
    super(reader, scope);
  }

  field(name: string): unknown {
    if (name === "startCursor") return this.startCursor;
    if (name === "endCursor") return this.endCursor;
    return name === "hasNextPage" ? this.page.hasNextPage : this.page.hasPreviousPage;
  }
}

/** An edge in its list: the edge, and its cursor. */
class PlaceItem extends Item {
  constructor(
    { reader, scope }: Item,
    private readonly entry: Entry,
    private readonly cursor: string | null,
  ) {
    super(reader, scope);
  }

  field(name: string, args: Args): unknown {
    const { item } = this.entry;
    if (name === "cursor") return this.cursor;
    return item instanceof NodeItem && name === "node" ? item : item.field(name, args);
  }
}

/** An assertion seen from one of its ends. */
export class EdgeItem extends Item {
  constructor(
    reader: Reader,
    scope: Scope,
    private readonly assertion: Assertion,
    private readonly seenAs: EdgeField,
  ) {
    super(reader, scope);
  }

  get far(): GraphNode {
    return this.reader.node(this.assertion[this.seenAs.direction === "out" ? "to" : "from"]);
  }

  otherEnd(): NodeItem {
    return this.at(this.far.id);
  }

  field(name: string, args: Args): unknown {
    const { assertion, reader } = this;
    if (name === "node") return this.otherEnd();
    if (name === "via") return this.at(assertion[this.seenAs.direction === "out" ? "from" : "to"]);
    if (name === "source") return this.at(assertion.source);
    if (name === "assertions") return this.assertions(args.includeRetracted === true);
    // An assertion that stands in no list has no place in one.
    if (name === "cursor") return "";
    if (name === "id" || name === "factKey") return assertion[name];
    if (name === "primary") return reader.isPrimary(assertion);
    if (name === "recordedAt") return reader.instantOf(assertion.recordedIn);
    if (name === "retractedAt") return reader.instantOf(assertion.retractedIn);
    return assertion.values[name] ?? null;
  }

  private assertions(includeRetracted: boolean): readonly EdgeItem[] {
    const { assertion, reader, scope } = this;
    return reader
      .assertionsOf(assertion.factKey, scope, includeRetracted)
      .map((each) => new EdgeItem(reader, scope, each, this.seenAs));
  }

  private at(id: string): NodeItem {
    return new NodeItem(this.reader, this.scope, this.reader.node(id));
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function numberOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

import { AggregateItem, countedRows } from "./aggregate.js";
import { meetsWhere } from "./condition.js";
import { cursorOf, keysOfCursor } from "./cursor.js";
import { type Args, Item, numberOrNull } from "./item.js";
import { compareKeys, type Keys, keysOf, orderOf } from "./order.js";
import { type Page, pageOf } from "./page.js";
import type { Reader } from "./reader.js";
import type { Scope } from "./scope.js";
import type { Seen } from "./seen.js";

/** What may stand in a list: a node, or an edge with the node at its other end. */
export interface Entry {
  readonly seen: Seen;
  readonly item: Item;
  readonly node: Item;
}

/** All elements of a list, and those that certainly hold at the time asked for. */
export interface Entries {
  readonly all: readonly Entry[];
  readonly certain: readonly Entry[];
}

type Placed = Entry & { readonly keys: Keys };

/** A page of a list of edges or of nodes. */
export class ListItem extends Item {
  private readonly page: Page<Placed>;
  private readonly rows: readonly Placed[];
  private readonly certainCount: number;

  constructor(
    reader: Reader,
    scope: Scope,
    private readonly list: string,
    { all, certain }: Entries,
    args: Args,
  ) {
    super(reader, scope);
    const fitting = (entries: readonly Entry[]) =>
      entries.filter(({ seen }) => meetsWhere(reader, seen, args.where, scope));
    const order = orderOf(args.orderBy);
    const compare = (one: Keys, other: Keys) => compareKeys(one, other, order);
    this.certainCount = fitting(certain).length;
    this.rows = fitting(all)
      .map((entry) => ({ ...entry, keys: keysOf({ reader, scope }, entry.seen, order) }))
      .sort((one, other) => compare(one.keys, other.keys));
    this.page = pageOf(this.rows, compare, {
      first: numberOrNull(args.first),
      last: numberOrNull(args.last),
      after: keysOfCursor(args.after),
      before: keysOfCursor(args.before),
    });
  }

  field(name: string, args: Args): unknown {
    const { page, reader, scope } = this;
    if (name === "aggregate") {
      const rows = this.rows.map(({ seen }) => seen);
      return new AggregateItem(reader, scope, countedRows(this, rows, args.over));
    }
    if (name === "totalCount") return page.totalCount;
    if (name === "certainCount") return this.certainCount;
    if (name === "edges") return page.items.map((entry) => new PlaceItem(this, entry, this.cursor(entry)));
    if (name === "nodes") return page.items.map(({ node }) => node);
    return new PageInfoItem(this, page, this.cursor(page.items[0]), this.cursor(page.items.at(-1)));
  }

  private cursor(entry: Placed | undefined): string | null {
    return entry ? cursorOf(this.list, entry.keys) : null;
  }
}

class PageInfoItem extends Item {
  constructor(
    { reader, scope }: Item,
    private readonly page: Page<Placed>,
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

/** An element in its list: the element, and its cursor. */
class PlaceItem extends Item {
  constructor(
    { reader, scope }: Item,
    private readonly entry: Entry,
    private readonly cursor: string | null,
  ) {
    super(reader, scope);
  }

  field(name: string, args: Args): unknown {
    const { item, node } = this.entry;
    if (name === "cursor") return this.cursor;
    return name === "node" ? node : item.field(name, args);
  }
}

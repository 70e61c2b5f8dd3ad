import { type EdgeField, model, nodeModel } from "../../src/model/registry.js";
import { BEGINNING, compareText, FOREVER } from "./days.js";
import { type Args, Item, PlainItem, textOrNull } from "./item.js";
import type { GraphNode } from "./ledger.js";
import { type Entries, ListItem } from "./list.js";
import { nameOf } from "./names.js";
import type { Reader } from "./reader.js";
import { certainly, innerScope, type Scope, timeConditions } from "./scope.js";
import { type SeenEdge, seenEdge } from "./seen.js";
import { whyEdge, whyProperty } from "./why.js";

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
    if (name === "why") return whyProperty(reader, node.id, args, scope);
    if (name === "name") return nameOf(reader, node, textOrNull(args.lang), scope);
    // Every node has the field for names, because the interface of all nodes has it.
    const fields = [...nodeModel(node.label).edgeFields, model.names.forward];
    const field = fields.find((each) => each.name === name);
    return field ? this.connection(field, args) : shownOf(reader.reported(node, scope).values[name]);
  }

  private connection(field: EdgeField, args: Args): ListItem {
    const { node, reader } = this;
    const scope = innerScope(this.scope, args);
    const within = (asked: Scope) => {
      const starts = args.includeParts === true ? reader.withParts(node, asked) : [node];
      return reader.edgesAt(starts, field, asked).map((assertion) => {
        const seen = seenEdge(reader, assertion, field);
        const item = new EdgeItem(reader, scope, seen);
        return { seen, item, node: item.at(seen.node) };
      });
    };
    // Without a time, nothing is less than certain.
    const isTimed = timeConditions(scope).length > 0;
    const entries = { all: within(scope), certain: within(isTimed ? certainly(scope) : scope) };
    return new ConnectionItem(reader, scope, `${node.id} ${field.name}`, entries, args, { node, field });
  }
}

/** The edges of a node, and how much of them is recorded. No generated source lists a relation completely. */
class ConnectionItem extends ListItem {
  constructor(
    reader: Reader,
    scope: Scope,
    list: string,
    entries: Entries,
    args: Args,
    private readonly of: { readonly node: GraphNode; readonly field: EdgeField },
  ) {
    super(reader, scope, list, entries, args);
  }

  override field(name: string, args: Args): unknown {
    if (name !== "coverage") return super.field(name, args);
    const { node, field } = this.of;
    const side = field.direction === "out" ? "from" : "to";
    const claims = this.reader.ledger.assertions.filter(
      (each) => each.type === field.edge.type && each[side] === node.id,
    );
    const believed = claims.filter((each) => this.reader.isBelieved(each, this.scope));
    const sources = [...new Set(believed.map(({ source }) => source))].sort(compareText);
    return new PlainItem(this.reader, this.scope, {
      completeness: sources.length ? "PARTIAL" : "NOT_RECORDED",
      from: null,
      until: null,
      sources,
    });
  }
}

/** An assertion seen from one of its ends. */
export class EdgeItem extends Item {
  constructor(
    reader: Reader,
    scope: Scope,
    private readonly seen: SeenEdge,
  ) {
    super(reader, scope);
  }

  field(name: string, args: Args): unknown {
    const { reader, seen } = this;
    const { assertion } = seen;
    if (name === "node" || name === "via") return this.at(seen[name]);
    if (name === "source") return this.at(reader.node(assertion.source));
    if (name === "assertions") return this.assertions(args.includeRetracted === true);
    // An assertion that stands in no list has no place in one.
    if (name === "cursor") return "";
    if (name === "id" || name === "factKey") return assertion[name];
    if (name === "primary") return reader.isPrimary(assertion);
    if (name === "recordedAt") return reader.instantOf(assertion.recordedIn);
    if (name === "retractedAt") return reader.instantOf(assertion.retractedIn);
    if (name === "holds") return this.holds();
    if (name === "why") return whyEdge(reader, assertion, this.scope);
    const [, side, bound] = /^(validFrom|validTo)(Min|Max)$/.exec(name) ?? [];
    if (side === "validFrom" || side === "validTo") {
      const { min, max } = reader.boundsOf(assertion, side);
      return shownOf(bound === "Min" ? min : max);
    }
    return shownOf(assertion.values[name]);
  }

  /** How it holds at the time asked for; null where it does not, or where no time is asked for. */
  private holds(): string | null {
    const { reader, scope, seen } = this;
    const times = timeConditions(scope);
    const meet = (certain: boolean) =>
      times.every((time) => reader.meets(seen.assertion, { ...time, certain }));
    if (!times.length || !meet(false)) return null;
    return meet(true) ? "CERTAIN" : "POSSIBLE";
  }

  /** A node that is read in the scope of this edge. */
  at(node: GraphNode): NodeItem {
    return new NodeItem(this.reader, this.scope, node);
  }

  private assertions(includeRetracted: boolean): readonly EdgeItem[] {
    const { reader, scope, seen } = this;
    return reader
      .assertionsOf(seen.assertion.factKey, scope, includeRetracted)
      .map((each) => new EdgeItem(reader, scope, seenEdge(reader, each, seen.field)));
  }
}

/** A value as the API shows it: a side of a date that is not limited has no day. */
function shownOf(value: unknown): unknown {
  return value === BEGINNING || value === FOREVER ? null : (value ?? null);
}

import type { EdgeField } from "../../src/model/registry.js";
import { edgeModel, nodeModel } from "../../src/model/registry.js";
import type { Assertion } from "./assertion.js";
import { compareText, FOREVER, shiftDay } from "./days.js";
import type { GraphNode, Ledger } from "./ledger.js";
import { preferredOf } from "./preference.js";
import { type Scope, timeConditions } from "./scope.js";
import { meets, type TimeCondition } from "./validity.js";

/** A graph, and the instants at which its bundles were recorded. */
export class Reader {
  constructor(
    readonly ledger: Ledger,
    readonly instants: readonly string[],
  ) {}

  /** The assertions that a traversal reads at a node, in the order of lists: by the node at the other end, then by id. */
  edgesAt(nodes: readonly GraphNode[], { edge, direction }: EdgeField, scope: Scope): readonly Assertion[] {
    const ids = nodes.map(({ id }) => id);
    const [near, far] = direction === "out" ? (["from", "to"] as const) : (["to", "from"] as const);
    return this.read(
      scope,
      (assertion) => assertion.type === edge.type && ids.includes(assertion[near]),
    ).sort((one, other) => compareText(one[far], other[far]) || compareText(one.id, other.id));
  }

  /** A node and all its parts at any depth, each once. */
  withParts(node: GraphNode, scope: Scope): readonly GraphNode[] {
    const field = nodeModel(node.label).edgeFields.find(
      (each) => each.edge.role === "hierarchy" && each.direction === "in",
    );
    const found = [node];
    if (!field) return found;
    for (const whole of found) {
      for (const { from } of this.edgesAt([whole], field, scope)) {
        const part = this.node(from);
        if (!found.includes(part)) found.push(part);
      }
    }
    return found;
  }

  /** All assertions of a fact, whatever their time, source and rank. */
  assertionsOf(factKey: string, { asKnownAt }: Scope, includeRetracted: boolean): readonly Assertion[] {
    return this.ledger.assertions.filter(
      (each) =>
        each.factKey === factKey &&
        this.isKnown(each, asKnownAt) &&
        (includeRetracted || !this.isRetracted(each, asKnownAt)),
    );
  }

  /** All spells or events that the source of an assertion has of its fact, whenever they hold. */
  spellsOf({ factKey }: Assertion, { sources = null, asKnownAt = null }: Scope): readonly Assertion[] {
    return this.read({ sources, asKnownAt }, (each) => each.factKey === factKey);
  }

  /** True when a traversal without any condition reads it now. */
  isPrimary({ id, factKey }: Assertion): boolean {
    return preferredOf(this.assertionsOf(factKey, {}, false), this.ledger).some((each) => each.id === id);
  }

  /** Whether an assertion meets a condition on time; those that do not hold over time meet all. */
  holdsIn({ validity, type, from, to }: Assertion, condition: TimeCondition): boolean {
    if (!validity || !edgeModel(type).timed) return true;
    const ends = [from, to].map((id) => this.lifeEndOf(this.node(id)));
    const livesUntil = ends.sort(compareText)[0] ?? FOREVER;
    return meets(validity, condition, livesUntil);
  }

  node(id: string): GraphNode {
    const node = this.ledger.nodes.get(id);
    if (!node) throw new Error(`The generated graph has no node ${id}.`);
    return node;
  }

  instantOf(load: number | undefined): string | null {
    return load === undefined ? null : (this.instants[load] ?? null);
  }

  private read(scope: Scope, concerns: (assertion: Assertion) => boolean): Assertion[] {
    const facts = new Map<string, Assertion[]>();
    for (const assertion of this.ledger.assertions) {
      if (!concerns(assertion) || !this.stands(assertion, scope)) continue;
      facts.set(assertion.factKey, [...(facts.get(assertion.factKey) ?? []), assertion]);
    }
    const preferred = [...facts.values()].flatMap((fact) => preferredOf(fact, this.ledger));
    return preferred.filter((assertion) => this.holds(assertion, scope));
  }

  private stands(assertion: Assertion, { sources, asKnownAt }: Scope): boolean {
    const wanted = sources == null || sources.includes(assertion.source);
    return wanted && this.isKnown(assertion, asKnownAt) && !this.isRetracted(assertion, asKnownAt);
  }

  private isKnown({ recordedIn }: Assertion, instant: string | null | undefined): boolean {
    return instant == null || this.millis(recordedIn) <= Date.parse(instant);
  }

  private isRetracted({ retractedIn }: Assertion, instant: string | null | undefined): boolean {
    if (retractedIn === undefined) return false;
    return instant == null || this.millis(retractedIn) <= Date.parse(instant);
  }

  private millis(load: number): number {
    return Date.parse(this.instants[load] ?? "");
  }

  private holds(assertion: Assertion, scope: Scope): boolean {
    return timeConditions(scope).every((condition) => this.holdsIn(assertion, condition));
  }

  /** First possible last day of a node's life; a treaty ends on the first day on which it is no longer in force. */
  private lifeEndOf({ label, values }: GraphNode): string {
    const property = nodeModel(label).lifeEnd;
    const end = property && values[`${property.name}Min`];
    if (typeof end !== "string") return FOREVER;
    return property?.life === "afterEnd" ? shiftDay(end, -1) : end;
  }
}

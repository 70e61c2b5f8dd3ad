import type { EdgeField } from "../../src/model/registry.js";
import { edgeModel, model, nodeModel } from "../../src/model/registry.js";
import { type Assertion, daysAmong, shownValues } from "./assertion.js";
import { compareText, type Days } from "./days.js";
import type { GraphNode, Ledger } from "./ledger.js";
import { eventOf, lifeOf } from "./life.js";
import { preferredOf, sourcesInOrder } from "./preference.js";
import { type Scope, timeConditions } from "./scope.js";
import {
  actMeets,
  certainSpan,
  type Life,
  possibleSpan,
  spellMeets,
  type TimeCondition,
} from "./validity.js";

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

  /** True when its source is the chosen one of its fact now. */
  isPrimary({ id, factKey }: Assertion): boolean {
    const fact = this.ledger.assertions.filter((each) => each.factKey === factKey);
    return preferredOf(fact, (source) => this.ledger.priorityOf(source)).some((each) => each.id === id);
  }

  /** The priority of a source at the instant of a scope. */
  priorityAt(source: string, { asKnownAt }: Scope): number {
    return this.ledger.priorityOf(source, this.lastLoad(asKnownAt));
  }

  /** Whether a spell holds or an act was done at some time; what is neither meets every condition. */
  meets(assertion: Assertion, condition: TimeCondition): boolean {
    const { validity, type } = assertion;
    const edge = edgeModel(type);
    if (validity) return spellMeets(validity, condition, this.livesOf(assertion));
    return edge.isDated ? actMeets(this.dateOf(assertion), condition, this.livesOf(assertion)) : true;
  }

  /** The days on which a spell may begin or end. The lives of its nodes limit a side that is not stated. */
  boundsOf(assertion: Assertion, side: "validFrom" | "validTo"): Days {
    const { validity } = assertion;
    if (!validity) throw new Error(`${assertion.type} does not hold over time.`);
    const lives = this.livesOf(assertion);
    const possible = possibleSpan(validity, lives);
    return side === "validFrom"
      ? { min: possible.first, max: validity.from.max }
      : { min: certainSpan(validity, lives).last, max: possible.last };
  }

  /** Whether a scope shows a node at all. */
  knows({ recordedIn }: Pick<GraphNode, "recordedIn">, { asKnownAt }: Scope): boolean {
    return this.isKnown({ recordedIn }, asKnownAt);
  }

  /** Whether an assertion is in the record of a scope, by one of its sources, and not deprecated. */
  isBelieved(assertion: Assertion, { sources, asKnownAt }: Scope): boolean {
    const wanted = sources == null || sources.includes(assertion.source);
    return (
      wanted &&
      assertion.rank !== "DEPRECATED" &&
      this.isKnown(assertion, asKnownAt) &&
      !this.isRetracted(assertion, asKnownAt)
    );
  }

  /** Whether the sources of a scope say anything about a node. */
  isSpokenOf({ id }: GraphNode, scope: Scope): boolean {
    return this.ledger.assertions.some(
      (each) => (each.from === id || each.to === id) && this.isBelieved(each, scope),
    );
  }

  /**
   * A node with the values that the sources of a scope report, or that were chosen at its instant. Name and id stay, and
   * nobody reports on sources and names. A source is what it was at the instant.
   */
  reported(node: GraphNode, scope: Scope): GraphNode {
    if (scope.sources == null && scope.asKnownAt == null) return node;
    if (node.label === model.sourceLabel) {
      const version = node.earlier.find(({ until }) => !this.isKnown({ recordedIn: until }, scope.asKnownAt));
      return version ? { ...node, values: version.values } : node;
    }
    if (node.label === model.nameLabel) return node;
    const reports = this.ledger.assertions.filter(({ type, to }) => type === "REPORTS" && to === node.id);
    const values: Record<string, unknown> = { id: node.id, name: node.values.name };
    for (const property of nodeModel(node.label).properties.filter(({ name }) => !(name in values))) {
      const ofProperty = reports.filter((each) => each.values.property === property.name);
      const [best] = this.bestOf(ofProperty, scope);
      if (best) Object.assign(values, shownValues(property, { [property.name]: String(best.values.value) }));
    }
    return { ...node, values };
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
      if (!concerns(assertion)) continue;
      facts.set(assertion.factKey, [...(facts.get(assertion.factKey) ?? []), assertion]);
    }
    const chosen = [...facts.values()].flatMap((fact) => this.chosenOf(fact, scope));
    return chosen.filter((assertion) =>
      timeConditions(scope).every((condition) => this.meets(assertion, condition)),
    );
  }

  /** The assertions of one fact that are read: those of one source, but all reports side by side. */
  private chosenOf(fact: readonly Assertion[], scope: Scope): readonly Assertion[] {
    const isReport = fact[0] && edgeModel(fact[0].type).role === "reports";
    return isReport ? fact.filter((each) => this.isBelieved(each, scope)) : this.bestOf(fact, scope);
  }

  private bestOf(fact: readonly Assertion[], scope: Scope): readonly Assertion[] {
    const believed = fact.filter((each) => this.isBelieved(each, scope));
    if (scope.sources == null) return this.chosenAt(fact, scope.asKnownAt);
    const order = sourcesInOrder(fact, (source) => this.ledger.priorityOf(source));
    const best = order.find((source) => believed.some((each) => each.source === source));
    return believed.filter(({ source }) => source === best);
  }

  /** What was chosen at an instant, by what was known of the sources then. */
  private chosenAt(fact: readonly Assertion[], instant: string | null | undefined): readonly Assertion[] {
    const last = this.lastLoad(instant);
    const asRecorded = fact
      .filter(({ recordedIn }) => recordedIn <= last)
      .map((each) => (this.isRetracted(each, instant) ? each : { ...each, retractedIn: undefined }));
    const chosen = preferredOf(asRecorded, (source) => this.ledger.priorityOf(source, last));
    return fact.filter(({ id }) => chosen.some((each) => each.id === id));
  }

  private lastLoad(instant: string | null | undefined): number {
    return this.instants.filter((_, load) => this.isKnown({ recordedIn: load }, instant)).length - 1;
  }

  private isKnown(
    { recordedIn }: Pick<Assertion, "recordedIn">,
    instant: string | null | undefined,
  ): boolean {
    return instant == null || this.millis(recordedIn) <= Date.parse(instant);
  }

  private isRetracted({ retractedIn }: Assertion, instant: string | null | undefined): boolean {
    if (retractedIn === undefined) return false;
    return instant == null || this.millis(retractedIn) <= Date.parse(instant);
  }

  private millis(load: number): number {
    return Date.parse(this.instants[load] ?? "");
  }

  /** The lives that limit an assertion. Names tell a node even after its life. */
  private livesOf({ type, from, to }: Assertion): readonly Life[] {
    return edgeModel(type).role === "names" ? [] : [from, to].map((id) => lifeOf(this.node(id)));
  }

  /** When an act was done: on its own date, else on that of the first end that dates it. */
  private dateOf(assertion: Assertion): Days | undefined {
    const { event, datedBy } = edgeModel(assertion.type);
    const own = event && daysAmong(event, assertion.values);
    const ends = datedBy.map((side) => eventOf(this.node(assertion[side])));
    return own ?? ends.find((days) => days !== undefined);
  }
}

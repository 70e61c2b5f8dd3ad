import { model, nodeModel } from "../../../src/model/registry.js";
import type { Assertion } from "../assertion.js";
import { BEGINNING, FOREVER, shiftDay } from "../days.js";
import type { GraphNode } from "../ledger.js";
import type { Reader } from "../reader.js";

const OF_NODE_ROWS = ["HAS_NAME", "REPORTS"];

/** What an operation can speak of, so that it asks where there is something to find. */
export class World {
  readonly nodes: readonly GraphNode[];
  /** When each bundle was recorded, the first one first. */
  readonly instants: readonly string[];
  /** Ids of nodes, each as often as it is an end of an edge of its own row in a bundle. */
  readonly ends: readonly string[];
  /** Days on which something begins or ends, or may do so, and the days next to them. */
  readonly days: readonly string[];
  private readonly fields: ReadonlySet<string>;
  private readonly assertions: readonly Assertion[];

  constructor({ ledger, instants }: Reader) {
    this.assertions = ledger.assertions;
    this.nodes = [...ledger.nodes.values()];
    this.instants = instants;
    this.ends = ledger.assertions
      .filter(({ type }) => !OF_NODE_ROWS.includes(type))
      .flatMap(({ from, to }) => [from, to]);
    this.days = [...ledger.assertions.flatMap(boundsOf), ...this.nodes.flatMap(livesOf)]
      .filter((day) => day !== BEGINNING && day !== FOREVER)
      .flatMap((day) => [day, shiftDay(day, -1), shiftDay(day, 1)]);
    this.fields = new Set(
      ledger.assertions.flatMap(({ type, from, to }) => [
        `${ledger.nodes.get(from)?.label} out ${type}`,
        `${ledger.nodes.get(to)?.label} in ${type}`,
      ]),
    );
  }

  /** The values that a property has on the nodes of a type or on the edges of one; of lists their items. */
  valuesOf(type: string, property: string): readonly unknown[] {
    const nodes = this.nodes
      .filter(({ label }) => label === type)
      .map((node) => (property === "id" ? node.id : node.values[property]));
    const edges = this.assertions
      .filter((assertion) => assertion.type === type)
      .map((assertion) => {
        const own = property === "id" || property === "factKey" || property === "source";
        return own ? assertion[property] : assertion.values[property];
      });
    return [...nodes, ...edges].flat().filter((value) => value !== undefined && value !== null);
  }

  /** False for a field of a node type that is an empty list on every node. */
  hasSome(label: string, fieldName: string): boolean {
    const field = model.nodes.get(label)?.edgeFields.find(({ name }) => name === fieldName);
    return !field || this.fields.has(`${label} ${field.direction} ${field.edge.type}`);
  }
}

/** The days between which an assertion says that something was. */
function boundsOf({ dates }: Assertion): readonly string[] {
  return Object.values(dates).flatMap((days) => (days ? [days.min, days.max] : []));
}

/** The days on which a node may begin or end, or have happened. */
function livesOf({ label, values }: GraphNode): readonly string[] {
  const { lifeStarts, lifeEnd, event } = nodeModel(label);
  return [...lifeStarts, lifeEnd, event]
    .flatMap((property) => (property ? [`${property.name}Min`, `${property.name}Max`] : []))
    .map((name) => values[name])
    .filter((day) => typeof day === "string");
}

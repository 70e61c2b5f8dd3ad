import { propertiesOf } from "../model/decorators.js";
import { TimedAssertion } from "../model/edges/assertion.js";
import type { ValueKind } from "../model/property.js";
import { model } from "../model/registry.js";
import type { Value } from "../model/value.js";

/** What one assertion says besides its dates, by property. */
export type Statements = Readonly<Record<string, Value>>;

/** Kinds of values that are either the same or contradict each other. Texts may say the same in other words. */
const COMPARED: ReadonlySet<ValueKind> = new Set<ValueKind>(["code", "boolean", "int", "list"]);

/** What every spell has says how it was observed, not what is claimed. */
const OF_SPELLS: ReadonlySet<string> = new Set(propertiesOf(TimedAssertion).map(({ name }) => name));

const COMPARED_PROPERTIES: ReadonlySet<string> = new Set(
  [...model.edges.values()].flatMap(({ ownProperties }) =>
    ownProperties
      .filter(({ kind, name }) => COMPARED.has(kind) && !OF_SPELLS.has(name))
      .map(({ name }) => name),
  ),
);

/** The codes, flags, numbers and lists among the columns of an assertion. */
export function statementsOf(columns: Readonly<Record<string, Value>>): Statements {
  return Object.fromEntries(
    Object.entries(columns).filter(([name, value]) => value !== null && COMPARED_PROPERTIES.has(name)),
  );
}

/** True if two sources say different things of one of their spells, so that neither says the same as the other. */
export function contradict(one: readonly Statements[], other: readonly Statements[]): boolean {
  return one.some((ours, index) =>
    Object.entries(other[index] ?? {}).some(
      ([name, theirs]) => name in ours && JSON.stringify(ours[name]) !== JSON.stringify(theirs),
    ),
  );
}

import { comparedProperties } from "../model/compared.js";
import { model } from "../model/registry.js";
import type { Value } from "../model/value.js";

/** What one assertion says besides its dates, by property. */
export type Statements = Readonly<Record<string, Value>>;

const COMPARED_PROPERTIES: ReadonlySet<string> = new Set(
  [...model.edges.values()].flatMap(comparedProperties),
);

/** The codes, flags, numbers and lists among the columns of an assertion. */
export function statementsOf(columns: Readonly<Record<string, Value>>): Statements {
  return Object.fromEntries(
    Object.entries(columns).filter(([name, value]) => value !== null && COMPARED_PROPERTIES.has(name)),
  );
}

/** True if two sources say different things, so that neither says the same as the other. */
export function contradict(one: Statements, other: Statements): boolean {
  return Object.entries(other).some(
    ([name, theirs]) => name in one && JSON.stringify(one[name]) !== JSON.stringify(theirs),
  );
}

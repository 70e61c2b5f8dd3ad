import { propertiesOf } from "./decorators.js";
import { TimedAssertion } from "./edges/assertion.js";
import type { ValueKind } from "./property.js";
import type { EdgeModel } from "./registry.js";

/** Kinds of values that are either the same or contradict each other. Texts may say the same in other words. */
const COMPARED: ReadonlySet<ValueKind> = new Set<ValueKind>(["code", "boolean", "int", "list"]);

/** What every spell has says how it was observed, not what is claimed. */
const OF_SPELLS: ReadonlySet<string> = new Set(propertiesOf(TimedAssertion).map(({ name }) => name));

/** The properties of an edge type by which two sources can contradict each other, apart from dates. */
export function comparedProperties({ ownProperties }: EdgeModel): readonly string[] {
  return ownProperties
    .filter(({ kind, name }) => COMPARED.has(kind) && !OF_SPELLS.has(name))
    .map(({ name }) => name);
}

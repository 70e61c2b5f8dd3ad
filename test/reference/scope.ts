import { daysOf } from "./days.js";
import type { TimeCondition } from "./validity.js";

/** Which assertions a field and everything below it reads; an absent key sets no condition. */
export interface Scope {
  readonly asOf?: string | null;
  readonly during?: string | null;
  readonly certainty?: string | null;
  readonly sources?: readonly string[] | null;
  readonly asKnownAt?: string | null;
}

const KEYS = ["asOf", "during", "certainty", "sources", "asKnownAt"] as const;

/** The scope inside a field: its own arguments, null among them, go before what is inherited. */
export function innerScope(outer: Scope, args: Readonly<Record<string, unknown>>): Scope {
  const own = KEYS.flatMap((key) => (args[key] === undefined ? [] : [[key, args[key]] as const]));
  return { ...outer, ...Object.fromEntries(own) };
}

/** The same scope, but only what certainly holds at its time. */
export function certainly(scope: Scope): Scope {
  return { ...scope, certainty: "CERTAIN" };
}

/** The conditions on time in a scope; certainty alone is none. */
export function timeConditions({ asOf, during, certainty }: Scope): readonly TimeCondition[] {
  const certain = certainty === "CERTAIN";
  return [
    ...(asOf == null ? [] : [{ period: daysOf(asOf), isPeriod: false, certain }]),
    ...(during == null ? [] : [{ period: daysOf(during), isPeriod: true, certain }]),
  ];
}

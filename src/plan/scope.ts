import { PactError } from "../errors.js";
import type { DayParameters, Parameter } from "../statement/environment.js";
import type { DayBoundsPlan, RecordFacts, ScopePlan } from "./kinds/scope.js";
import type { Args } from "./kinds/sites.js";
import { dateOf, type Names } from "./names.js";

/** Creates the parameters of a scope and binds them to their arguments. */
export interface ScopeParameters {
  day(argument: "asOf"): Parameter;
  days(argument: "during"): DayParameters;
  sources(): Parameter;
  instant(): Parameter;
}

/** The scope if nothing is requested: primary assertions that are not retracted, at any time and from all sources. */
export function widestScope(importing: Parameter | undefined, facts: RecordFacts): ScopePlan {
  return { certain: false, facts, ...(importing ? { importing } : {}) };
}

/** Nothing is known of the record: statements for this are right whatever it holds. */
export const NO_FACTS: RecordFacts = Object.freeze({
  isImporting: false,
  undisputed: new Set<string>(),
  isUnmerged: false,
});

/** An import is in progress. */
export const IMPORTING: RecordFacts = Object.freeze({ ...NO_FACTS, isImporting: true });

/**
 * The scope below a field. Its arguments override the inherited scope, and null removes an inherited condition.
 * `on` replaces an inherited `asOf` and `during`. Either of these replaces an inherited `on`.
 */
export function narrowScope(
  inherited: ScopePlan,
  args: Args,
  parameters: ScopeParameters,
  names: Names = new Map(),
): ScopePlan {
  const has = (name: string) => args[name] !== undefined;
  const given = (name: string) => args[name] != null;
  const { asOf, during } = given("on") ? {} : inherited;
  const on = given("asOf") || given("during") ? undefined : inherited.on;
  const certain = has("certainty") ? args.certainty === "CERTAIN" : inherited.certain;
  const chosen = <Value>(name: string, make: () => Value, above: Value | undefined) => {
    if (!has(name)) return above;
    return given(name) ? make() : undefined;
  };
  return withoutUndefined({
    asOf: chosen("asOf", () => parameters.day("asOf"), asOf),
    during: chosen("during", () => parameters.days("during"), during),
    on: has("on") ? onDate(args.on, certain, names) : on,
    sources: chosen("sources", () => parameters.sources(), inherited.sources),
    asKnownAt: chosen("asKnownAt", () => parameters.instant(), inherited.asKnownAt),
    importing: inherited.importing,
    facts: inherited.facts,
    certain,
  });
}

function onDate(on: unknown, certain: boolean, names: Names): DayBoundsPlan | undefined {
  if (on === null) return undefined;
  if (typeof on !== "string") throw new PactError("INTERNAL", "A path is text.");
  return dateOf(names, on, certain);
}

/** The scope with the same sources and record, at any time. */
export function timelessScope({ sources, asKnownAt, importing, facts }: ScopePlan): ScopePlan {
  return withoutUndefined({
    asOf: undefined,
    during: undefined,
    on: undefined,
    certain: false,
    sources,
    asKnownAt,
    importing,
    facts,
  });
}

/** The same scope, from all sources. */
export function withoutSources({ sources: _, ...scope }: ScopePlan): ScopePlan {
  return scope;
}

/** The scope with the same record, from all sources and at any time. */
export function recordScope({ asKnownAt, importing, facts }: ScopePlan): ScopePlan {
  return timelessScope({
    certain: false,
    ...(asKnownAt ? { asKnownAt } : {}),
    ...(importing ? { importing } : {}),
    ...(facts ? { facts } : {}),
  });
}

type Loose = { [K in keyof ScopePlan]: ScopePlan[K] | undefined } & { certain: boolean };

function withoutUndefined({
  asOf,
  during,
  on,
  sources,
  asKnownAt,
  importing,
  facts,
  certain,
}: Loose): ScopePlan {
  return {
    certain,
    ...(asOf === undefined ? {} : { asOf }),
    ...(during === undefined ? {} : { during }),
    ...(on === undefined ? {} : { on }),
    ...(sources === undefined ? {} : { sources }),
    ...(asKnownAt === undefined ? {} : { asKnownAt }),
    ...(importing === undefined ? {} : { importing }),
    ...(facts === undefined ? {} : { facts }),
  };
}

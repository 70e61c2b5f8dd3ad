import { describe, expect, it } from "vitest";
import type { ScopePlan } from "../../../src/plan/kinds/scope.js";
import { NO_FACTS, narrowScope, type ScopeParameters, widestScope } from "../../../src/plan/scope.js";
import { Environment } from "../../../src/statement/environment.js";

const environment = new Environment();
const above = {
  asOf: environment.parameter("asOf", "day"),
  during: environment.days("during"),
  sources: environment.parameter("sources"),
  asKnownAt: environment.parameter("asKnownAt", "recordInstant"),
};
const own = {
  asOf: environment.parameter("asOf", "day"),
  during: environment.days("during"),
  sources: environment.parameter("sources"),
  asKnownAt: environment.parameter("asKnownAt", "recordInstant"),
};
const parameters: ScopeParameters = {
  day: () => own.asOf,
  days: () => own.during,
  sources: () => own.sources,
  instant: () => own.asKnownAt,
};

const FULL: ScopePlan = { ...above, certain: true };
const { asOf: _asOf, ...WITHOUT_AS_OF } = FULL;
const { during: _during, ...WITHOUT_DURING } = FULL;
const { sources: _sources, ...WITHOUT_SOURCES } = FULL;
const { asKnownAt: _asKnownAt, ...WITHOUT_AS_KNOWN_AT } = FULL;

interface Row {
  readonly what: string;
  readonly above: ScopePlan;
  readonly args: Readonly<Record<string, unknown>>;
  readonly below: ScopePlan;
}

const ROWS: readonly Row[] = [
  {
    what: "nothing given at the top",
    above: widestScope(undefined, NO_FACTS),
    args: {},
    below: { certain: false, facts: NO_FACTS },
  },
  { what: "nothing given below", above: FULL, args: {}, below: FULL },
  { what: "undefined is nothing", above: FULL, args: { asOf: undefined }, below: FULL },
  {
    what: "asOf set",
    above: widestScope(undefined, NO_FACTS),
    args: { asOf: "1990-01-01" },
    below: { asOf: own.asOf, certain: false, facts: NO_FACTS },
  },
  { what: "asOf overridden", above: FULL, args: { asOf: "1990-01-01" }, below: { ...FULL, asOf: own.asOf } },
  { what: "asOf lifted", above: FULL, args: { asOf: null }, below: WITHOUT_AS_OF },
  {
    what: "during overridden",
    above: FULL,
    args: { during: "1990" },
    below: { ...FULL, during: own.during },
  },
  { what: "during lifted", above: FULL, args: { during: null }, below: WITHOUT_DURING },
  {
    what: "sources overridden",
    above: FULL,
    args: { sources: ["s"] },
    below: { ...FULL, sources: own.sources },
  },
  { what: "no source at all", above: FULL, args: { sources: [] }, below: { ...FULL, sources: own.sources } },
  { what: "sources lifted", above: FULL, args: { sources: null }, below: WITHOUT_SOURCES },
  {
    what: "asKnownAt overridden",
    above: FULL,
    args: { asKnownAt: "2020-01-01T00:00:00Z" },
    below: { ...FULL, asKnownAt: own.asKnownAt },
  },
  { what: "asKnownAt lifted", above: FULL, args: { asKnownAt: null }, below: WITHOUT_AS_KNOWN_AT },
  { what: "possible", above: FULL, args: { certainty: "POSSIBLE" }, below: { ...FULL, certain: false } },
  { what: "certainty lifted", above: FULL, args: { certainty: null }, below: { ...FULL, certain: false } },
  {
    what: "certain",
    above: widestScope(undefined, NO_FACTS),
    args: { certainty: "CERTAIN" },
    below: { certain: true, facts: NO_FACTS },
  },
  {
    what: "all lifted at once",
    above: FULL,
    args: { asOf: null, during: null, sources: null, asKnownAt: null, certainty: null },
    below: { certain: false },
  },
  { what: "other arguments", above: FULL, args: { first: 3, after: "x", includeParts: true }, below: FULL },
];

describe("narrowScope", () => {
  it.each(ROWS)("$what", ({ above, args, below }) => {
    // Strictly: a condition that is lifted leaves no key.
    expect(narrowScope(above, args, parameters)).toStrictEqual(below);
  });
});

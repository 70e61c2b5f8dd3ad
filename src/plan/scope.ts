import { PactError } from "../errors.js";
import { boundNames } from "../statement/parameters.js";
import { dateOf, type Names } from "./names.js";
import type { DayBoundsPlan, ScopePlan } from "./plan.js";

/** The parameter with the instant of an import that is under way. */
export const IMPORTING = "importing";

/**
 * Where nothing was asked for: primary, unretracted assertions of all times and sources.
 * @param isImporting an import is under way, whose edges are left out
 */
export function widestScope(isImporting: boolean): ScopePlan {
  return { certain: false, ...(isImporting ? { before: IMPORTING } : {}) };
}

type Args = Readonly<Record<string, unknown>>;

/**
 * The scope below a field: what its arguments set, and the rest as inherited; null lifts a condition.
 * `on` takes the place of an inherited asOf and during, and they of an inherited `on`.
 * @param n names the parameters
 */
export function narrowScope(
  inherited: ScopePlan,
  args: Args,
  n: number | string,
  names: Names = new Map(),
): ScopePlan {
  const has = (name: string) => args[name] !== undefined;
  const given = (name: string) => args[name] != null;
  const { sources, asKnownAt, before } = inherited;
  const { asOf, during } = given("on") ? {} : inherited;
  const on = given("asOf") || given("during") ? undefined : inherited.on;
  const certain = has("certainty") ? args.certainty === "CERTAIN" : inherited.certain;
  const scope = {
    asOf: has("asOf") ? (given("asOf") ? `asOf${n}` : undefined) : asOf,
    during: has("during") ? (given("during") ? boundNames(`during${n}`) : undefined) : during,
    on: has("on") ? onDate(args.on, certain, names) : on,
    sources: has("sources") ? (given("sources") ? `sources${n}` : undefined) : sources,
    asKnownAt: has("asKnownAt") ? (given("asKnownAt") ? `asKnownAt${n}` : undefined) : asKnownAt,
    before,
    certain,
  };
  return withoutUndefined(scope);
}

function onDate(on: unknown, certain: boolean, names: Names): DayBoundsPlan | undefined {
  if (on === null) return undefined;
  if (typeof on !== "string") throw new PactError("INTERNAL", "A path is text.");
  return dateOf(names, on, certain);
}

/** The same sources and record, at any time. */
export function timelessScope({ sources, asKnownAt, before }: ScopePlan): ScopePlan {
  return withoutUndefined({
    asOf: undefined,
    during: undefined,
    on: undefined,
    sources,
    asKnownAt,
    before,
    certain: false,
  });
}

type Loose = { [K in keyof ScopePlan]: ScopePlan[K] | undefined } & { certain: boolean };

function withoutUndefined({ asOf, during, on, sources, asKnownAt, before, certain }: Loose): ScopePlan {
  return {
    certain,
    ...(asOf === undefined ? {} : { asOf }),
    ...(during === undefined ? {} : { during }),
    ...(on === undefined ? {} : { on }),
    ...(sources === undefined ? {} : { sources }),
    ...(asKnownAt === undefined ? {} : { asKnownAt }),
    ...(before === undefined ? {} : { before }),
  };
}

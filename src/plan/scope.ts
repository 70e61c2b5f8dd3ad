import type { ScopePlan } from "./plan.js";

/** Where nothing was asked for: primary, unretracted assertions of all times and sources. */
export const WIDEST_SCOPE: ScopePlan = { certain: false };

type Args = Readonly<Record<string, unknown>>;

/** The scope below a field: what its arguments set, and the rest as inherited; null lifts a condition. */
export function narrowScope(inherited: ScopePlan, args: Args, n: number): ScopePlan {
  const has = (name: string) => args[name] !== undefined;
  const given = (name: string) => args[name] != null;
  const { asOf, during, sources, asKnownAt } = inherited;
  const scope = {
    asOf: has("asOf") ? (given("asOf") ? `asOf${n}` : undefined) : asOf,
    during: has("during")
      ? given("during")
        ? { min: `duringMin${n}`, max: `duringMax${n}` }
        : undefined
      : during,
    sources: has("sources") ? (given("sources") ? `sources${n}` : undefined) : sources,
    asKnownAt: has("asKnownAt") ? (given("asKnownAt") ? `asKnownAt${n}` : undefined) : asKnownAt,
    certain: has("certainty") ? args.certainty === "CERTAIN" : inherited.certain,
  };
  return withoutUndefined(scope);
}

type Loose = { [K in keyof ScopePlan]: ScopePlan[K] | undefined } & { certain: boolean };

function withoutUndefined({ asOf, during, sources, asKnownAt, certain }: Loose): ScopePlan {
  return {
    certain,
    ...(asOf === undefined ? {} : { asOf }),
    ...(during === undefined ? {} : { during }),
    ...(sources === undefined ? {} : { sources }),
    ...(asKnownAt === undefined ? {} : { asKnownAt }),
  };
}

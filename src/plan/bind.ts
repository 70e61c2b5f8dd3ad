import { getArgumentValues } from "graphql";
import { PactError } from "../errors.js";
import type { Limits } from "../limits.js";
import type { Bucket } from "../model/aggregation.js";
import { DEFAULT_PAGE } from "../model/bounds.js";
import { parseEdtf } from "../model/edtf.js";
import type { Parameter } from "../statement/environment.js";
import { type Parameters, type ParameterValue, TemporalValue } from "../statement/parameters.js";
import { checkArguments } from "./check-arguments.js";
import { convert } from "./convert.js";
import { decodeCursor, fingerprintOf, type SortKeyValue } from "./cursor.js";
import { atField } from "./field-error.js";
import type { SortKind } from "./kinds/pages.js";
import type { Args, ArgumentPath, ArgumentSite, CursorSite, LimitSite, SitesPlan } from "./kinds/sites.js";
import { type Period, periodsOf } from "./periods.js";

/** The page of a list for given argument values. */
export interface BoundPage {
  /** The requested number of rows. */
  readonly size: number;
  /** The number of rows to skip. */
  readonly offset: number;
  readonly backward: boolean;
  /** The fingerprint that the cursors of the list must have. */
  readonly fingerprint: string;
  readonly path: readonly string[];
}

/** Ids of sources that an argument names. */
export interface NamedSources {
  readonly site: ArgumentSite;
  readonly path: ArgumentPath;
  readonly ids: readonly string[];
}

/** An argument with ids of nodes, and the instant at which the record is read there. */
export interface NamedNodes {
  /** Name of the parameter. */
  readonly parameter: string;
  readonly instant: string | undefined;
}

/** The argument values for one run of a planned field. */
export interface Bound {
  readonly parameters: Parameters;
  /** Pages of lists, by the number of their argument site. */
  readonly pages: ReadonlyMap<number, BoundPage>;
  readonly periods: ReadonlyMap<number, readonly Period[]>;
  /** The value of a parameter. */
  valueOf(parameter: Parameter): ParameterValue | undefined;
  /** The ids of sources in the arguments. */
  readonly sources: readonly NamedSources[];
  /** The parameters with ids of nodes. */
  readonly nodes: readonly NamedNodes[];
  /** Parameters that set an instant of the record, by name, with their values. */
  readonly recordInstants: ReadonlyMap<string, TemporalValue>;
}

/** Converts the argument values of a planned field to parameters. Every error names its field. */
export function bindField({ sites }: SitesPlan, variables: Args, limits: Limits): Bound {
  const binder = new Binder(limits);
  for (const site of sites) atField(site, () => binder.site(site, variables));
  return binder.bound();
}

class Binder {
  private readonly values: Record<string, ParameterValue> = {};
  private readonly pages = new Map<number, BoundPage>();
  private readonly periods = new Map<number, readonly Period[]>();
  private readonly scopes = new Map<number, Args>();
  private readonly sources: NamedSources[] = [];
  private readonly nodes: NamedNodes[] = [];
  private readonly recordInstants = new Map<string, TemporalValue>();

  constructor(private readonly limits: Limits) {}

  site(site: ArgumentSite, variables: Args): void {
    const args = getArgumentValues(site.definition, site.node, variables);
    checkArguments(site.definition, args);
    site.check?.(args);
    this.scopes.set(site.n, args);
    for (const { parameter, read, path } of site.bindings) {
      const value = convert(parameter.kind, read(args), path);
      this.set(parameter, value);
      if (parameter.kind === "sources" && Array.isArray(value))
        this.sources.push({ site, path, ids: value.map(String) });
      if (parameter.kind === "ids")
        this.nodes.push({ parameter: parameter.name, instant: this.instantOf(site) });
    }
    if (site.cursors) this.pages.set(site.n, this.cursorPage(site, site.cursors, args));
    if (site.limited) this.pages.set(site.n, this.limitedPage(site, site.limited, args));
    if (site.periods) this.periods.set(site.n, this.series(site.periods, args));
  }

  bound(): Bound {
    const { values, pages, periods, sources, nodes, recordInstants } = this;
    return {
      parameters: values,
      pages,
      periods,
      sources,
      nodes,
      recordInstants,
      valueOf: ({ name }) => values[name],
    };
  }

  private set(parameter: Parameter, value: ParameterValue): void {
    this.values[parameter.name] = value;
    if (parameter.kind === "recordInstant" && value instanceof TemporalValue)
      this.recordInstants.set(parameter.name, value);
  }

  private cursorPage(site: ArgumentSite, cursors: CursorSite, args: Args): BoundPage {
    this.checkSizes(args);
    const backward = args.last != null;
    const asked = backward ? args.last : args.first;
    const size = typeof asked === "number" ? asked : Math.min(DEFAULT_PAGE, this.limits.maxPage);
    const fingerprint = fingerprintOf(cursors.list, ownArguments(args), this.effectiveScope(site));
    for (const end of ["after", "before"] as const) this.cursor(cursors, end, args[end], fingerprint);
    // One extra row shows whether the list continues after the page.
    this.set(cursors.limit, size + 1);
    return { size, offset: 0, backward, fingerprint, path: site.path };
  }

  private cursor(cursors: CursorSite, end: "after" | "before", cursor: unknown, fingerprint: string): void {
    if (typeof cursor !== "string") return;
    const keys = decodeCursor(cursor, fingerprint, cursors.keys);
    cursors[end]?.forEach((parameter, index) => {
      this.set(parameter, keyValue(keys[index] ?? null, cursors.keys[index]));
    });
  }

  private limitedPage(
    { path }: ArgumentSite,
    { size, limit, offset, skip }: LimitSite,
    args: Args,
  ): BoundPage {
    const [wanted, skipped] = [size(args), offset?.(args) ?? 0];
    if (limit) this.set(limit, wanted + 1);
    if (skip) this.set(skip, skipped);
    return { size: wanted, offset: skipped, backward: false, fingerprint: "", path };
  }

  private checkSizes(args: Args): void {
    const { maxPage } = this.limits;
    const wrong = (["first", "last"] as const).filter((name) => {
      const size = args[name];
      return size != null && !(Number.isInteger(size) && Number(size) >= 0 && Number(size) <= maxPage);
    });
    if (wrong.length) {
      const rules = wrong.map((name) => `${name} must be a whole number from 0 to ${maxPage}`);
      throw new PactError("BAD_INPUT", rules.join("; "));
    }
    if (args.first != null && args.last != null) {
      throw new PactError("BAD_INPUT", "Use either first or last, not both.");
    }
  }

  private series(parameter: Parameter, { during, by, at }: Args): readonly Period[] {
    const periods = periodsOf(parseEdtf(String(during)), by as Bucket);
    const day = (text: string) => new TemporalValue("date", text);
    const spans = periods.map(({ from, to }) => ({
      min: day(at === "END" ? to : from),
      max: day(at === "START" ? from : to),
    }));
    this.set(parameter, spans);
    return periods;
  }

  private effectiveScope(site: ArgumentSite): unknown {
    return SCOPE_ARGUMENTS.map((name) => this.effective(site, name));
  }

  private instantOf(site: ArgumentSite): string | undefined {
    const instant = this.effective(site, "asKnownAt");
    return instant === null ? undefined : String(instant);
  }

  /** The value of an argument of the scope, set on the field itself or on the nearest one around it. */
  private effective({ scopes }: ArgumentSite, name: (typeof SCOPE_ARGUMENTS)[number]): unknown {
    const nearest = [...scopes].reverse().find((n) => this.scopes.get(n)?.[name] !== undefined);
    return nearest === undefined ? null : (this.scopes.get(nearest)?.[name] ?? null);
  }
}

function keyValue(key: SortKeyValue, kind: SortKind | undefined): ParameterValue {
  return (kind === "date" || kind === "datetime") && typeof key === "string"
    ? new TemporalValue(kind, key)
    : key;
}

const SCOPE_ARGUMENTS = ["asOf", "during", "on", "certainty", "sources", "asKnownAt"] as const;
const OF_PAGE_OR_SCOPE: ReadonlySet<string> = new Set([
  ...SCOPE_ARGUMENTS,
  "first",
  "last",
  "after",
  "before",
]);

/** The arguments of a list other than those of its page and its scope. A null argument counts as omitted. */
function ownArguments(args: Args): readonly (readonly [string, unknown])[] {
  const own = Object.entries(args).filter(([name, value]) => !OF_PAGE_OR_SCOPE.has(name) && value != null);
  return own.sort(([one], [other]) => (one < other ? -1 : 1));
}

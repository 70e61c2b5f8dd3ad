import { laterOf } from "../../model/days.js";
import { LAST_DAY, OPEN, parseEdtf } from "../../model/edtf.js";
import { normalizeName } from "../../model/normalize.js";
import { nearest } from "../../model/suggest.js";
import type { LookUpSpec } from "../mapping/definition.js";
import { type Aliases, NOBODY } from "./aliases.js";
import { type Along, divideAmongHolders } from "./along.js";
import { type Candidate, type Days, type Directory, overlap } from "./directory.js";

/** A look-up request. */
export interface Asked {
  readonly code: string | null;
  readonly name: string | null;
  /** The day (EDTF) on which the code or name must be valid; null for any day. */
  readonly on: string | null;
}

/** The node; or several candidates; or a deliberate match with no node; or no match. */
export type Found =
  | { readonly id: string }
  | { readonly several: readonly string[] }
  | { readonly missing: "nobody" | "unknown" };

/** The places to look for a code and a name, in order. */
interface Places {
  readonly aliased: readonly Candidate[];
  readonly coded: readonly Candidate[];
  readonly renamed: readonly Candidate[];
  readonly named: readonly Candidate[];
}

/**
 * Finds nodes by alias, by code and by name, on the given day. Aliases come first, because they are corrections. If two
 * nodes have the same code on one day, the newer holder wins; if they have the same name, the name is ambiguous.
 */
export class LookUp {
  private readonly places = new Map<string, Places>();
  private readonly days = new Map<string, Days>();
  private readonly alike = new Map<string, readonly string[]>();
  private readonly codes: ReadonlyMap<string, readonly Candidate[]>;

  constructor(
    readonly spec: LookUpSpec,
    private readonly directory: Directory,
    private readonly aliases: Aliases,
  ) {
    this.codes = directory.codes.get(spec.scheme ?? "") ?? new Map();
  }

  find(asked: Asked): Found {
    const days = this.daysOf(asked.on);
    const { aliased, coded, renamed, named } = this.placesOf(asked);
    const fits = (one: Candidate) => overlap(one, days);
    const first =
      idsOf(aliased.filter(fits)) ??
      idsOf(holders(coded.filter(fits), days)) ??
      idsOf(renamed.filter(fits)) ??
      idsOf(named.filter(fits));
    const [id] = first ?? [];
    if (first === undefined || id === undefined) return { missing: "unknown" };
    if (first.length > 1) return { several: first };
    return id === NOBODY ? { missing: "nobody" } : { id };
  }

  /**
   * The code or name as it was asked, if only an alias leads from it to this node: by itself it is that of other nodes
   * or of none, on any day. Null if the node has this code or name.
   */
  overridden({ code, name }: Pick<Asked, "code" | "name">, id: string): string | null {
    const has = (candidates: readonly Candidate[]) => candidates.some((one) => one.id === id);
    const { aliased, coded, renamed, named } = this.placesOf({ code, name });
    if (has(coded) || has(named)) return null;
    return has(aliased) ? code : has(renamed) ? name : null;
  }

  /** Similar names and codes, or matches on other days. Slow, so use it only for error messages. */
  similar({ code, name }: Asked): readonly string[] {
    const key = keyOf(code, name);
    const known = this.alike.get(key) ?? this.findSimilar(code, name);
    this.alike.set(key, known);
    return known;
  }

  /** The successive holders of a code during a spell. */
  along(code: string, days: Days): Along {
    return divideAmongHolders(this.aliases.get(normalizeName(code)) ?? [], this.codes.get(code) ?? [], days);
  }

  /** Candidates for a code and a name, on any day; cached, because look-ups repeat. */
  private placesOf({ code, name }: Pick<Asked, "code" | "name">): Places {
    const key = keyOf(code, name);
    const known = this.places.get(key);
    if (known) return known;
    const norm = name === null ? "" : normalizeName(name);
    const places = {
      aliased: (code === null ? undefined : this.aliases.get(normalizeName(code))) ?? [],
      coded: (code === null ? undefined : this.codes.get(code)) ?? [],
      renamed: (name === null ? undefined : this.aliases.get(norm)) ?? [],
      named: (name === null || !this.spec.names ? undefined : this.directory.names.get(norm)) ?? [],
    };
    this.places.set(key, places);
    return places;
  }

  private daysOf(on: string | null): Days {
    const known = this.days.get(on ?? "");
    if (known) return known;
    const days = on === null || on === OPEN ? { from: "", to: LAST_DAY } : boundsOf(on);
    this.days.set(on ?? "", days);
    return days;
  }

  private findSimilar(code: string | null, name: string | null): readonly string[] {
    const elsewhere = [
      ...(code === null ? [] : (this.codes.get(code) ?? [])),
      ...(name === null ? [] : (this.directory.names.get(normalizeName(name)) ?? [])),
    ];
    if (elsewhere.length)
      return [...new Set(elsewhere.map(({ id, from, to }) => `${id} (${from} to ${to})`))];
    if (name === null) return [];
    const alike = nearest(normalizeName(name), [...this.directory.names.keys()]);
    return [...new Set(alike.flatMap((one) => (this.directory.names.get(one) ?? []).map(({ id }) => id)))];
  }
}

function keyOf(code: string | null, name: string | null): string {
  return `${code ?? ""}\u0000${name ?? ""}`;
}

/** On the day on which a code changes hands, the new holder has it; a longer time is ambiguous. */
function holders(candidates: readonly Candidate[], { from, to }: Days): readonly Candidate[] {
  if (from !== to) return candidates;
  const latest = candidates.map((one) => one.from).reduce(laterOf, "");
  return candidates.filter((one) => one.from === latest);
}

function boundsOf(on: string): Days {
  const { min, max } = parseEdtf(on);
  return { from: min, to: max };
}

/** The distinct nodes of the candidates; undefined if there are none. */
function idsOf(candidates: readonly Candidate[]): readonly string[] | undefined {
  return candidates.length ? [...new Set(candidates.map(({ id }) => id))] : undefined;
}

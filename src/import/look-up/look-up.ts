import { LAST_DAY, OPEN, parseEdtf } from "../../model/edtf.js";
import { normalizeName } from "../../model/normalize.js";
import { nearest } from "../../model/suggest.js";
import type { LookUpSpec } from "../mapping/definition.js";
import { type Aliases, NOBODY } from "./aliases.js";
import { type Along, divide } from "./along.js";
import type { Candidate, Days, Directory } from "./directory.js";

/** What is looked up. */
export interface Asked {
  readonly code: string | null;
  readonly name: string | null;
  /** EDTF of the day on which it is to be valid; null: on any. */
  readonly on: string | null;
}

/** The node; or that it is one of several; or that it is known to be none; or that it is not known. */
export type Found =
  | { readonly id: string }
  | { readonly several: readonly string[] }
  | { readonly missing: "nobody" | "unknown" };

/** Where a code and a name can lead, in the order in which it is looked. */
interface Places {
  readonly aliased: readonly Candidate[];
  readonly coded: readonly Candidate[];
  readonly renamed: readonly Candidate[];
  readonly named: readonly Candidate[];
}

/**
 * Finds nodes: by alias, by code, by name, each on the day. An alias goes first, since it is there to correct. A code
 * that two nodes have on one day is that of the one that got it last; a name that two nodes have is not decided.
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
    const fits = (one: Candidate) => one.from <= days.to && one.to >= days.from;
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

  /** Names and codes that look alike, or fit on another day. To look for them is slow: only for what is told. */
  similar({ code, name }: Asked): readonly string[] {
    const key = keyOf(code, name);
    const known = this.alike.get(key) ?? this.findSimilar(code, name);
    this.alike.set(key, known);
    return known;
  }

  /** The nodes that a code stands for during a spell, one after the other. */
  along(code: string, days: Days): Along {
    return divide(this.aliases.get(normalizeName(code)) ?? [], this.codes.get(code) ?? [], days);
  }

  /** Where a code and a name can lead, on any day; the same are asked for again and again. */
  private placesOf({ code, name }: Asked): Places {
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

/** On the day when a code is handed on it is that of its new holder; over a longer time that is not decided. */
function holders(candidates: readonly Candidate[], { from, to }: Days): readonly Candidate[] {
  if (from !== to) return candidates;
  const latest = candidates.map((one) => one.from).reduce(later, "");
  return candidates.filter((one) => one.from === latest);
}

function boundsOf(on: string): Days {
  const { min, max } = parseEdtf(on);
  return { from: min, to: max };
}

/** The nodes of candidates, each once; undefined when there is none. */
function idsOf(candidates: readonly Candidate[]): readonly string[] | undefined {
  return candidates.length ? [...new Set(candidates.map(({ id }) => id))] : undefined;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

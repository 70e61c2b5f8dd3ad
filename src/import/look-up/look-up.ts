import { LAST_DAY, OPEN, parseEdtf } from "../../model/edtf.js";
import { normalizeName } from "../../model/normalize.js";
import { nearest } from "../../model/suggest.js";
import type { LookUpSpec } from "../mapping/definition.js";
import { type Aliases, NOBODY } from "./aliases.js";
import type { Candidate, Days, Directory } from "./directory.js";

/** What is looked up. */
export interface Asked {
  readonly code: string | null;
  readonly name: string | null;
  /** EDTF of the day on which it is to be valid; null: on any. */
  readonly on: string | null;
}

/** The node; or that it is one of several; or what looks like it; or that it is known to be none. */
export type Found =
  | { readonly id: string }
  | { readonly candidates: readonly string[]; readonly isAmbiguous: boolean; readonly nobody: boolean };

/** A part of a spell that belongs to one node: its bounds where it was divided, none where the spell itself begins or ends. */
export interface SpellPart extends Partial<Days> {
  readonly id: string;
}

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
    if (first?.length === 1 && id === NOBODY) return { candidates: [], isAmbiguous: false, nobody: true };
    if (first?.length === 1 && id !== undefined) return { id };
    const candidates = first ?? this.similar(asked.code, asked.name);
    return { candidates, isAmbiguous: first !== undefined, nobody: false };
  }

  /**
   * The nodes that a code stands for during a spell, one after the other.
   * @param from the last possible day of its start
   * @param to the first possible day of its end: an heir has a part only if the spell is sure to reach into its time
   */
  along(code: string, { from, to }: Days): readonly SpellPart[] {
    if (from > to) return this.longest(code, { from: to, to: from });
    const ordered = [...this.holdersOf(code, { from, to })].sort((a, b) =>
      a.from < b.from ? -1 : Number(a.from > b.from),
    );
    // A code passes to its heir on one day that both have: who has just that day has no part in the spell.
    const lasting = ordered.filter((one) => later(one.from, from) < earlier(one.to, to));
    const parts = distinctById(lasting.length ? lasting : ordered.slice(-1));
    return parts.map((one, index) => ({
      id: one.id,
      ...(index > 0 ? { from: one.from } : {}),
      ...(index < parts.length - 1 ? { to: one.to } : {}),
    }));
  }

  /** The one that has the code for most of a time in which a short spell lies somewhere. */
  private longest(code: string, days: Days): readonly SpellPart[] {
    const length = (one: Candidate) =>
      Date.parse(earlier(one.to, days.to)) - Date.parse(later(one.from, days.from));
    const [best] = [...this.holdersOf(code, days)].sort((a, b) => length(b) - length(a));
    return best ? [{ id: best.id }] : [];
  }

  private holdersOf(code: string, { from, to }: Days): readonly Candidate[] {
    const all = [...(this.codes.get(code) ?? []), ...(this.aliases.get(normalizeName(code)) ?? [])];
    return all.filter((one) => one.id !== NOBODY && one.from <= to && one.to >= from);
  }

  /** Where a code and a name can lead, on any day; the same are asked for again and again. */
  private placesOf({ code, name }: Asked): Places {
    const key = `${code ?? ""}\u0000${name ?? ""}`;
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

  /** Names and codes that look alike, or fit on another day. */
  private similar(code: string | null, name: string | null): readonly string[] {
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

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

function distinctById(parts: readonly Candidate[]): readonly Candidate[] {
  return parts.filter((part, index) => parts.findIndex((one) => one.id === part.id) === index);
}

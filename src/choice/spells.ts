import { dayAfter } from "../model/days.js";
import type { Dates } from "./dates.js";
import { contradict, type Statements } from "./statements.js";

/** What a source says of one period or act: its dates, and what it says besides. */
export interface Spell {
  readonly dates: Dates;
  readonly statements: Statements;
}

/** Spells in the order of their starts. */
export function inOrder(spells: readonly Spell[]): readonly Spell[] {
  return [...spells].sort((one, other) => compareStarts(one.dates, other.dates));
}

/** The spells of one source in the order of their starts. Those that touch and say the same are one. */
export function joinedSpells(spells: readonly Spell[]): readonly Spell[] {
  const joined: Spell[] = [];
  for (const spell of inOrder(spells)) {
    const before = joined.at(-1);
    if (before && continues(before, spell)) joined[joined.length - 1] = together(before, spell);
    else joined.push(spell);
  }
  return joined;
}

/**
 * The spells of two sources that can be about the same: without those that contradict everything that the other source
 * says. A source may also know of another role, for example that a member was an observer before.
 */
export function sharedSpells(
  one: readonly Spell[],
  other: readonly Spell[],
): readonly [readonly Spell[], readonly Spell[]] {
  return [aboutTheSame(one, other), aboutTheSame(other, one)];
}

function aboutTheSame(spells: readonly Spell[], others: readonly Spell[]): readonly Spell[] {
  return spells.filter(({ statements }) => others.some((other) => !contradict(statements, other.statements)));
}

/** True if two spells leave no day between them, as far as is known, and say the same besides their dates. */
function continues(before: Spell, spell: Spell): boolean {
  const [end, start] = [before.dates.validTo, spell.dates.validFrom];
  if (!end || !start || dayAfter(end.max) < start.min) return false;
  return JSON.stringify(before.statements) === JSON.stringify(spell.statements);
}

function together(before: Spell, spell: Spell): Spell {
  const ends = [before.dates.validTo, spell.dates.validTo].flatMap((end) => end ?? []);
  const [last] = ends.sort((one, other) => (one.max < other.max ? 1 : -1));
  return { ...before, dates: { ...before.dates, ...(last ? { validTo: last } : {}) } };
}

function compareStarts(one: Dates, other: Dates): number {
  const [left, right] = [startOf(one), startOf(other)];
  return left < right ? -1 : Number(left > right);
}

function startOf({ validFrom, date }: Dates): string {
  return (validFrom ?? date)?.min ?? "";
}

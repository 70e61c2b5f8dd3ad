import { dayAfter, dayBefore, earlierOf, laterOf } from "../../model/days.js";
import { NOBODY } from "./aliases.js";
import type { Candidate, Days } from "./directory.js";

/** A part of a spell that belongs to one node: its bounds where it was divided, none where the spell itself begins or ends. */
export interface SpellPart extends Partial<Days> {
  readonly id: string;
}

/** Who holds a code during a spell, one after the other; or who of several it could be. */
export type Along = { readonly parts: readonly SpellPart[] } | { readonly candidates: readonly string[] };

/**
 * Divides a spell among those who hold a code, one after the other. An alias goes before the code on its days; one
 * without an id takes its days away.
 * @param from the last possible day of the start of the spell
 * @param to the first possible day of its end: an heir has a part only if the spell is sure to reach into its time
 */
export function divide(
  aliases: readonly Candidate[],
  codes: readonly Candidate[],
  { from, to }: Days,
): Along {
  const isShort = from > to;
  const days = isShort ? { from: to, to: from } : { from, to };
  const renamed = aliases.filter((one) => overlap(one, days));
  const unclear = renamed.filter((one) =>
    renamed.some((other) => other.id !== one.id && overlap(one, other)),
  );
  if (unclear.length) return { candidates: [...new Set(unclear.map(({ id }) => id))] };
  const holders = [...renamed, ...codes.flatMap((one) => without(one, renamed))]
    .filter((one) => overlap(one, days))
    .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  if (isShort) return { parts: longest(holders, days) };
  return { parts: partsOf(joined(lasting(holders, days))) };
}

function overlap(one: Days, other: Days): boolean {
  return one.from <= other.to && one.to >= other.from;
}

/** What is left of the days of a candidate when those of others are taken away. */
function without(one: Candidate, others: readonly Days[]): readonly Candidate[] {
  return others.reduce<readonly Candidate[]>(
    (left, other) =>
      left.flatMap((piece) => {
        if (!overlap(piece, other)) return [piece];
        return [
          ...(piece.from < other.from ? [{ ...piece, to: dayBefore(other.from) }] : []),
          ...(piece.to > other.to ? [{ ...piece, from: dayAfter(other.to) }] : []),
        ];
      }),
    [one],
  );
}

/** A code passes to its heir on one day that both have: who has just that day has no part in the spell. */
function lasting(holders: readonly Candidate[], days: Days): readonly Candidate[] {
  const clipped = holders.map((one) => ({
    one,
    from: laterOf(one.from, days.from),
    to: earlierOf(one.to, days.to),
  }));
  const isShadowed = (part: (typeof clipped)[number], index: number) =>
    clipped.some((other, place) => overlap(other, part) && (other.from < other.to || place > index));
  return clipped
    .filter((part, index) => part.from < part.to || !isShadowed(part, index))
    .map(({ one }) => one);
}

/** Who holds it twice running holds it once. */
function joined(holders: readonly Candidate[]): readonly Candidate[] {
  const all: Candidate[] = [];
  for (const one of holders) {
    const before = all.at(-1);
    if (before?.id === one.id) all[all.length - 1] = { ...before, to: one.to };
    else all.push(one);
  }
  return all;
}

function partsOf(holders: readonly Candidate[]): readonly SpellPart[] {
  return holders.flatMap((one, index) =>
    one.id === NOBODY
      ? []
      : [
          {
            id: one.id,
            ...(index > 0 ? { from: one.from } : {}),
            ...(index < holders.length - 1 ? { to: one.to } : {}),
          },
        ],
  );
}

/** The one that has the code for most of a time in which a short spell lies somewhere. */
function longest(holders: readonly Candidate[], days: Days): readonly SpellPart[] {
  const length = ({ from, to }: Candidate) =>
    Date.parse(earlierOf(to, days.to)) - Date.parse(laterOf(from, days.from));
  const [best] = [...holders].sort((a, b) => length(b) - length(a));
  return best && best.id !== NOBODY ? [{ id: best.id }] : [];
}

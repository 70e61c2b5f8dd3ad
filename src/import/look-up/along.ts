import { dayAfter, dayBefore, earlierOf, laterOf } from "../../model/days.js";
import { NOBODY } from "./aliases.js";
import { type Candidate, type Days, overlap } from "./directory.js";

/** The part of a spell that belongs to one node, with bounds only where the spell was divided. */
export interface SpellPart extends Partial<Days> {
  readonly id: string;
}

/** The successive holders of a code during a spell, or the candidates if they are ambiguous. */
export type Along = { readonly parts: readonly SpellPart[] } | { readonly candidates: readonly string[] };

/**
 * Divides a spell among the successive holders of a code. On its days, an alias takes precedence over the code; an alias
 * without an id removes its days.
 * @param from the last possible day of the start of the spell
 * @param to the first possible day of the end; a later holder gets a part only if the spell certainly reaches its days
 */
export function divideAmongHolders(
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
  return { parts: partsOf(mergeConsecutive(lasting(holders, days))) };
}

/** Removes the days of others from those of a candidate. */
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

/** Drops holders that share only the day on which the code changes hands. */
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

/** Merges consecutive periods of the same holder. */
function mergeConsecutive(holders: readonly Candidate[]): readonly Candidate[] {
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

/** The node that holds the code for most of the time in which a short spell lies. */
function longest(holders: readonly Candidate[], days: Days): readonly SpellPart[] {
  const length = ({ from, to }: Candidate) =>
    Date.parse(earlierOf(to, days.to)) - Date.parse(laterOf(from, days.from));
  const [best] = [...holders].sort((a, b) => length(b) - length(a));
  return best && best.id !== NOBODY ? [{ id: best.id }] : [];
}

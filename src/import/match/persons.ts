import type { Comparison, Judgement } from "./match.js";
import { type Agreement, agreementOf, type PersonName } from "./person-name.js";
import type { Days, Portrait, Post } from "./portrait.js";

/** Posts of one person are rarely further apart, in years. */
const MAX_GAP = 15;
/** As MAX_GAP, if one name has words that the other has not. */
const MAX_GAP_OF_OFFICE = 8;
/** Words of a whole name, not of the surname alone. */
const WHOLE = 2;

/** Persons are compared by their names, and by the posts that they had for one state. */
export const PERSONS: Comparison<Portrait> = { judge, keysOf, join };

/** Whether two portraits show one person: certainly, possibly, or not. */
function judge(one: Portrait, other: Portrait): Judgement | undefined {
  if (one.born && other.born && !overlap(one.born, other.born)) return undefined;
  const pairs = pairsOf(one.posts, other.posts);
  const agreement = bestAgreement(one.names, other.names);
  const [first] = pairs;
  if (!first) return undefined;
  const ofOffice = pairs.filter(([left, right]) => isSameOffice(left, right));
  const atOnce = ofOffice.find(([left, right]) => overlap(left, right));
  const of = (atOnce ?? first)[0].of;
  if (!agreement) {
    const isLikely =
      shareSurname(one.names, other.names) &&
      ofOffice.some(([left, right]) => yearsBetween(left, right) <= 1);
    const reason = `both have one surname and initial, and held the same office of ${of}`;
    return isLikely ? { isCertain: false, reason } : undefined;
  }
  const gap = Math.min(...pairs.map(([left, right]) => yearsBetween(left, right)));
  const gapOfOffice = Math.min(...ofOffice.map(([left, right]) => yearsBetween(left, right)));
  const isBornAlike = one.born !== undefined && other.born !== undefined;
  const byName = agreement.isEqual ? gap <= MAX_GAP : gapOfOffice <= MAX_GAP_OF_OFFICE;
  const bySurname = atOnce !== undefined || (isBornAlike && gap <= MAX_GAP);
  // Nobody speaks twice in one debate under two names.
  const isApart = [...one.meetings].some((id) => other.meetings.has(id));
  const reason = `the names agree, and both had a post of ${of}${atOnce ? " at the same time" : ""}`;
  return { isCertain: (agreement.whole >= WHOLE ? byName : bySurname) && !isApart, reason };
}

/** Words by which portraits of one person can be found, each with a state. */
function keysOf({ names, posts }: Portrait): readonly string[] {
  const words = names.flatMap((name) => name.filter(({ isInitial }) => !isInitial).map(({ sound }) => sound));
  const states = [...new Set(posts.map(({ of }) => of))];
  return [...new Set(words)].flatMap((word) => states.map((of) => `${word} ${of}`));
}

/** What is known of a person from two portraits. */
function join(one: Portrait, other: Portrait): Portrait {
  return {
    id: one.id,
    names: [...one.names, ...other.names],
    born: one.born ?? other.born,
    posts: [...one.posts, ...other.posts],
    meetings: new Set([...one.meetings, ...other.meetings]),
  };
}

function pairsOf(posts: readonly Post[], others: readonly Post[]): readonly (readonly [Post, Post])[] {
  return posts.flatMap((post) =>
    others.filter(({ of }) => of === post.of).map((other) => [post, other] as const),
  );
}

function bestAgreement(names: readonly PersonName[], others: readonly PersonName[]): Agreement | undefined {
  const all = names.flatMap((name) => others.flatMap((other) => agreementOf(name, other) ?? []));
  return all.sort((a, b) => Number(b.isEqual) - Number(a.isEqual) || b.whole - a.whole)[0];
}

/** Forms of a first name often have the same initial: Joe and Joseph, but not a father and a son of one dynasty. */
function shareSurname(names: readonly PersonName[], others: readonly PersonName[]): boolean {
  const keyOf = (name: PersonName) => `${name[0]?.sound.slice(0, 1)} ${name.at(-1)?.sound}`;
  const surnames = new Set(names.map(keyOf));
  return others.some((name) => surnames.has(keyOf(name)));
}

function isSameOffice(one: Post, other: Post): boolean {
  return (one.isHead && other.isHead) || (one.title !== null && one.title === other.title);
}

function overlap(one: Days, other: Days): boolean {
  return one.min <= other.max && other.min <= one.max;
}

function yearsBetween(one: Days, other: Days): number {
  if (overlap(one, other)) return 0;
  const year = (day: string) => Number(day.slice(0, 4));
  return one.max < other.min ? year(other.min) - year(one.max) : year(one.min) - year(other.max);
}

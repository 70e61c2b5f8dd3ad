/** A place in the article where a node of the graph is named. */
export interface Mentioned {
  /** The first character in the text of the article, and the one after the last, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The nodes that can be meant, the best first. */
  readonly candidates: readonly Candidate[];
}

export interface Candidate {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  /** 1 to the letter, 0.9 in another form, 0.5 for a surname. */
  readonly score: number;
  /** Of an organization: its kind, for example BODY. */
  readonly kind: string | null;
  /** Ids of what it is part of. */
  readonly wholes: readonly string[];
}

/** A mention of which it is certain which node is meant. */
export interface Certain extends Mentioned {
  readonly node: Candidate;
}

/** A surname alone may be anybody's. */
const ENOUGH = 0.9;

/** The mentions of which it is certain which node is meant. A body of several wholes is that of the one that is named. */
export function certainMentions(mentions: readonly Mentioned[]): readonly Certain[] {
  const alone = mentions.flatMap((mention) => withNode(mention, likely(mention)));
  const named = new Set(alone.map(({ node }) => node.id));
  return mentions.flatMap((mention) => {
    const all = likely(mention);
    const parts = all.filter(({ wholes }) => wholes.some((id) => named.has(id)));
    return withNode(mention, all.length > 1 ? parts : all);
  });
}

/** The mentions of which it is not certain which node is meant. */
export function uncertainMentions(
  mentions: readonly Mentioned[],
  certain: readonly Certain[],
): readonly Mentioned[] {
  const known = new Set(certain.map(({ start }) => start));
  return mentions.filter(({ start }) => !known.has(start));
}

/** The mentions of nodes of some types that begin in a part of the article, from the first character up to the last. */
export function mentionsWithin(
  mentions: readonly Certain[],
  [start, end]: readonly [number, number],
  labels: readonly string[],
): readonly Certain[] {
  return mentions.filter(
    (mention) => labels.includes(mention.node.label) && mention.start >= start && mention.start < end,
  );
}

function likely({ candidates }: Mentioned): readonly Candidate[] {
  return candidates.filter(({ score }) => score >= ENOUGH);
}

function withNode(mention: Mentioned, nodes: readonly Candidate[]): readonly Certain[] {
  const [node] = nodes;
  return node && nodes.length === 1 ? [{ ...mention, node }] : [];
}

import type { Sentence } from "./article.js";
import { type DraftRow, evidence, type Findings, mentionsIn, type Read, SUBJECTS } from "./findings.js";
import type { Certain } from "./mentioned.js";
import { type FoundText, tellsOfTexts } from "./texts.js";
import { placesOf, SAME_TREATY, STANCES } from "./words.js";

/** Characters between the words of a stance and its subject. */
const NEAR = 60;
/** Words that tell an attitude, but not to whom or what. */
const UNCLEAR =
  /обеспокоенност\p{L}*|озабоченност\p{L}*|призвал\p{L}*|\bconcern(?:s|ed)?\b|\b(?:called on|urged)\b/iu;

/** What a statement says of its subjects, in the sentences after the one that tells of it. */
export function findStances(read: Read, statement: FoundText): Findings {
  const edges: DraftRow[] = [];
  const remarks: string[] = [];
  for (const sentence of sentencesAbout(read, statement)) {
    const found = stancesIn(read, statement, sentence);
    edges.push(...found);
    if (UNCLEAR.test(sentence.text)) remarks.push(`Check the attitude: "${sentence.text}"`);
  }
  return { nodes: [], edges, remarks };
}

/** The sentences up to the next one that tells of another text. */
function sentencesAbout({ article: { sentences } }: Read, { sentence }: FoundText): readonly Sentence[] {
  const after = sentences.slice(sentences.indexOf(sentence) + 1);
  const end = after.findIndex(tellsOfTexts);
  return end < 0 ? after : after.slice(0, end);
}

function stancesIn(read: Read, statement: FoundText, sentence: Sentence): readonly DraftRow[] {
  const found = STANCES.flatMap(({ pattern, stance, aspect }) =>
    placesOf(pattern, sentence.text).map((place) => ({ stance, aspect, ...place })),
  ).sort((one, other) => one.start - other.start);
  // Words inside those of another stance are a part of it.
  const apart = found.filter(
    (one) => !found.some((other) => other !== one && other.start <= one.start && one.end <= other.end),
  );
  return apart.flatMap((words, index): readonly DraftRow[] => {
    const until = apart[index + 1]?.start ?? sentence.text.length;
    const subject = subjectOf(read, statement, sentence, words, until);
    if (subject === undefined) return [];
    const quote = sentence.text.slice(words.stance === "CRITICIZES" ? 0 : words.start, until);
    const proof = evidence(read, sentence, quote);
    const { stance, aspect } = words;
    const said = { stance, ...(aspect ? { aspect } : {}) };
    return [{ values: { type: "CONCERNS", from: statement.id, to: subject, ...said, ...proof } }];
  });
}

/** The nearest node: before the words if they accuse it («программы США, нарушающие»), else behind them. */
function subjectOf(
  read: Read,
  statement: FoundText,
  sentence: Sentence,
  { stance, start, end }: { readonly stance: string; readonly start: number; readonly end: number },
  until: number,
): string | undefined {
  const all = mentionsIn(read, sentence, SUBJECTS);
  const place = sentence.start;
  const before = all.filter((each) => each.end <= place + start && place + start - each.end <= NEAR);
  const behind = all.filter(
    (each) => each.start >= place + end && each.start < place + until && each.start - place - end <= NEAR,
  );
  const nearest = stance === "CRITICIZES" ? (before.at(-1) ?? behind[0]) : behind[0];
  if (nearest) return nearest.node.id;
  return SAME_TREATY.test(sentence.text.slice(start, until)) ? onlyTreaty(statement)?.node.id : undefined;
}

function onlyTreaty({ subjects }: FoundText): Certain | undefined {
  const treaties = subjects.filter(({ node }) => node.label === "Treaty");
  return treaties.length === 1 ? treaties[0] : undefined;
}

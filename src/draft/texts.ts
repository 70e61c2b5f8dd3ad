import { slugOf } from "../model/slug.js";
import type { Sentence } from "./article.js";
import {
  capitalized,
  type DraftRow,
  distinct,
  evidence,
  type Findings,
  mentionsIn,
  type Read,
  SUBJECTS,
  TODO,
} from "./findings.js";
import type { FoundMeeting } from "./meeting.js";
import { type Certain, mentionsWithin } from "./mentioned.js";
import {
  ABOUT,
  ADOPTS,
  CONSIDERS,
  DRAFT,
  FILLERS,
  KEY_ITEM,
  type Place,
  TEXT_END,
  TEXTS,
  type Words,
  wordsIn,
} from "./words.js";

/** A text that the article says was adopted or considered. */
export interface FoundText {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly words: string;
  readonly sentence: Sentence;
  /** The nodes that its title names. */
  readonly subjects: readonly Certain[];
}

export interface FoundTexts extends Findings {
  readonly texts: readonly FoundText[];
}

const KNOWN_TEXTS = ["Treaty", "Statement", "Document"] as const;
/** A known text is the object of a verb if it begins this close behind it. */
const CLOSE = 40;
const NOT = /(?:^|\s)(?:не|not|n't|never)\s+$/iu;
const PERIOD = /(?<first>\d{4})\s*[–—-]\s*(?<last>\d{4})|(?<year>\d{4})/u;

/** The texts that the meeting adopted and considered. */
export function findTexts(read: Read, meeting: FoundMeeting | undefined): FoundTexts {
  const finder = new TextFinder(read, meeting);
  for (const sentence of read.article.sentences) {
    for (const verb of verbsIn(sentence.text, ADOPTS))
      finder.add("ADOPTED", { mode: verb.code }, sentence, verb);
    const key = KEY_ITEM.test(sentence.text) ? { keyItem: true } : {};
    for (const verb of verbsIn(sentence.text, CONSIDERS))
      finder.add("CONSIDERED", { result: verb.code, ...key }, sentence, verb);
  }
  return finder;
}

/** True if a sentence says that a text was adopted or considered. */
export function tellsOfTexts({ text }: Sentence): boolean {
  return [...verbsIn(text, ADOPTS), ...verbsIn(text, CONSIDERS)].some(({ end }) => textAt(text, end));
}

class TextFinder implements FoundTexts {
  readonly texts: FoundText[] = [];
  readonly nodes: DraftRow[] = [];
  readonly edges: DraftRow[] = [];
  readonly remarks: string[] = [];

  constructor(
    private readonly read: Read,
    private readonly meeting: FoundMeeting | undefined,
  ) {}

  add(type: string, said: Readonly<Record<string, string | boolean>>, sentence: Sentence, verb: Place): void {
    const found = textAt(sentence.text, verb.end);
    const proof = evidence(this.read, sentence, sentence.text.slice(verb.start));
    const edge = (to: string): DraftRow => ({
      values: { type, from: this.actor(sentence), to, ...said, ...proof },
    });
    const known = this.knownObjects(type, sentence, verb);
    if (found && !known.some((mention) => isNamedBy(mention, found, sentence))) {
      const text = this.textOf(found, sentence, type === "ADOPTED");
      if (text) this.edges.push(edge(text.id));
      return;
    }
    this.edges.push(...known.map(({ node }) => edge(node.id)));
    if (!known.length && type === "CONSIDERED")
      this.remarks.push(`The considered text has no node yet: "${proof.quote}"`);
  }

  /** Known texts and topics behind the verb. A treaty that states signed is found elsewhere. */
  private knownObjects(type: string, { text, start }: Sentence, verb: Place): readonly Certain[] {
    const rest = text.slice(verb.end);
    const until = start + verb.end + (TEXT_END.exec(rest)?.index ?? rest.length);
    const labels = type === "ADOPTED" ? KNOWN_TEXTS : [...KNOWN_TEXTS, "Topic"];
    const behind = distinct(mentionsWithin(this.read.mentions, [start + verb.end, until], labels));
    if (type !== "ADOPTED") return behind;
    return behind.filter(
      (mention) => mention.start - start - verb.end < CLOSE && mention.node.label !== "Treaty",
    );
  }

  /** The text of some words; undefined if the article has told of the same text in more words. */
  private textOf(found: TextWords, sentence: Sentence, isAdopted: boolean): FoundText | undefined {
    const { words, label, kind, isDraft } = found;
    const subjects = this.subjectsOf(found, sentence);
    const same = this.texts.find((text) => text.label === label && isSameText(text, subjects));
    if (same && same.words.length >= words.length) return undefined;
    if (same) this.forget(same);
    const day = this.meeting?.day ?? this.read.article.day;
    const number = this.texts.filter((text) => text.label === label && text.kind === kind).length + 1;
    const who = this.meeting?.bodies[0]?.node.id.split(":")[1] ?? "";
    const slug = slugOf([who, kind || "statement", day, ...(number > 1 ? [String(number)] : [])].join(" "));
    const id = `${label.toLowerCase()}:${slug}`;
    const proof = evidence(this.read, sentence, words);
    const values = {
      type: label,
      id,
      name: capitalized(words),
      kind: kind || TODO,
      ...(isDraft ? { status: "DRAFT" } : {}),
      ...(label === "Statement" && isAdopted ? { date: day } : {}),
      ...(label === "Document" ? periodOf(words) : {}),
      locator: proof.locator,
      quote: proof.quote,
    };
    const remark = kind
      ? undefined
      : "Choose kind: JOINT_STATEMENT, DECLARATION, ANNOUNCEMENT or COMMUNIQUE.";
    this.nodes.push({ values, remark });
    const text = { id, label, kind, words, sentence, subjects };
    this.texts.push(text);
    for (const { node } of subjects)
      if (node.id !== this.meeting?.bodies[0]?.node.id)
        this.edges.push({ values: { type: "CONCERNS", from: id, to: node.id, ...proof } });
    return text;
  }

  /** The nodes that the title of a text names as its subjects. */
  private subjectsOf({ words, start: at }: TextWords, sentence: Sentence): readonly Certain[] {
    const about = ABOUT.exec(words);
    if (!about) return [];
    const start = sentence.start + at + about.index;
    return distinct(mentionsWithin(this.read.mentions, [start, start + about[0].length], SUBJECTS));
  }

  private forget(text: FoundText): void {
    this.texts.splice(this.texts.indexOf(text), 1);
    const isOf = ({ values }: DraftRow) => [values.id, values.from, values.to].includes(text.id);
    for (const rows of [this.nodes, this.edges])
      rows.splice(0, rows.length, ...rows.filter((row) => !isOf(row)));
  }

  /** Who adopted or considered it: the meeting, else the organization that the sentence names. */
  private actor(sentence: Sentence): string {
    if (this.meeting) return this.meeting.id;
    const [organization] = mentionsIn(this.read, sentence, ["Organization", "State"]);
    return organization?.node.id ?? TODO;
  }
}

interface TextWords {
  readonly words: string;
  readonly label: string;
  readonly kind: string;
  readonly isDraft: boolean;
  /** Where they begin in the sentence. */
  readonly start: number;
}

/** The words for a text that begin at a place of a sentence. */
function textAt(sentence: string, place: number): TextWords | undefined {
  const rest = sentence.slice(place).replace(FILLERS, "");
  const isDraft = DRAFT.test(rest);
  const bare = rest.replace(DRAFT, "");
  const kind = TEXTS.find(([pattern]) => pattern.test(bare));
  if (!kind) return undefined;
  const words = bare.slice(0, TEXT_END.exec(bare)?.index ?? bare.length).trim();
  return { words, label: kind[1], kind: kind[2], isDraft, start: sentence.length - bare.length };
}

/** True if the words for a text begin with the name of a known one. */
function isNamedBy({ node, start }: Certain, text: TextWords, sentence: Sentence): boolean {
  const isText = KNOWN_TEXTS.some((label) => label === node.label);
  return isText && start === sentence.start + text.start;
}

/** Two mentions of a statement are of one statement if they name the same subjects, or one of them names none. */
function isSameText(text: FoundText, subjects: readonly Certain[]): boolean {
  if (text.label !== "Statement") return false;
  const [one, other] = [text.subjects, subjects].map((list) => list.map(({ node }) => node.id));
  if (!one?.length || !other?.length) return true;
  return one.every((id) => other.includes(id)) || other.every((id) => one.includes(id));
}

function periodOf(words: string): Readonly<Record<string, string>> {
  const { first, last, year } = PERIOD.exec(words)?.groups ?? {};
  if (first && last) return { period: `${first}/${last}` };
  return year ? { period: year } : {};
}

/** The verbs of a list in a text, but those that are denied. */
function verbsIn(text: string, words: Words): readonly Place[] {
  return wordsIn(text, words).filter(({ start }) => !NOT.test(text.slice(0, start)));
}

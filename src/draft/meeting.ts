import { slugOf } from "../model/slug.js";
import type { Sentence } from "./article.js";
import {
  capitalized,
  type DraftRow,
  dayRemark,
  daysIn,
  distinct,
  evidence,
  type Findings,
  mentionsIn,
  type Read,
  TODO,
} from "./findings.js";
import type { Certain } from "./mentioned.js";
import { MEETINGS, OFFICIAL, TEXT_END, TOOK_PART, WAS_HELD, wordsIn } from "./words.js";

/** The meeting that an article reports. */
export interface FoundMeeting extends Findings {
  readonly id: string;
  readonly day: string;
  /** The bodies that met. */
  readonly bodies: readonly Certain[];
}

/** Characters before a name in which the office of its bearer stands. */
const BEFORE_NAME = 60;
const PLACE = /(?:^|\s)(?:[Вв]о?|[Ii]n|[Aa]t)\s+(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{Ll}-]+)?)/gu;

/** The meeting of an article, if it reports one: the sentence that says the most of it counts. */
export function findMeeting(read: Read): FoundMeeting | undefined {
  const scored = read.article.sentences.map((sentence) => ({ sentence, score: scoreOf(read, sentence) }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one), {
    sentence: undefined as Sentence | undefined,
    score: 1,
  });
  return best.sentence && meetingOf(read, best.sentence);
}

/** A noun alone is not a meeting that took place: it needs a verb or a day, too. */
function scoreOf(read: Read, sentence: Sentence): number {
  if (!wordsIn(sentence.text, MEETINGS).length) return 0;
  const bodies = mentionsIn(read, sentence, ["Organization"]).length;
  return (WAS_HELD.test(sentence.text) ? 2 : 0) + (daysIn(read, sentence).length ? 1 : 0) + (bodies ? 1 : 0);
}

function meetingOf(read: Read, sentence: Sentence): FoundMeeting | undefined {
  const [noun] = wordsIn(sentence.text, MEETINGS);
  if (!noun) return undefined;
  const [stated] = daysIn(read, sentence);
  const day = stated?.day ?? read.article.day;
  const bodies = bodiesOf(read, sentence);
  const who = bodies[0]?.node.id.split(":")[1] ?? noun.code.toLowerCase();
  const id = `meeting:${slugOf(who)}-${day}`;
  const rest = sentence.text.slice(noun.start);
  const phrase = rest.slice(0, TEXT_END.exec(rest)?.index ?? rest.length);
  const proof = evidence(read, sentence, sentence.text);
  const node: DraftRow = {
    values: {
      type: "Meeting",
      id,
      name: `${capitalized(phrase)}, ${day}`,
      kind: noun.code,
      date: day,
      ...placeOf(read, sentence),
      locator: proof.locator,
      quote: proof.quote,
    },
    remark:
      dayRemark(stated) ??
      (stated ? undefined : "The sentence has no day: this is the day of the article. Check it."),
  };
  const sessions = bodies.map(({ node: { id: body } }): DraftRow => {
    return { values: { type: "PART_OF", from: id, to: body, kind: "SESSION_OF", on: day, ...proof } };
  });
  const collective = bodies.map(({ node: { id: body } }): DraftRow => {
    const values = { type: "PARTICIPATED", from: body, to: id, role: "MEMBER", collective: true, ...proof };
    return { values, remark: "The members as a group. Remove it if the article names each of them." };
  });
  const edges = [...sessions, ...collective, ...participations(read, id, day, bodies)];
  return { id, day, bodies, nodes: [node], edges, remarks: [] };
}

/** The bodies that met: organs if any are named, else organizations. */
function bodiesOf(read: Read, sentence: Sentence): readonly Certain[] {
  const all = distinct(mentionsIn(read, sentence, ["Organization"]));
  const organs = all.filter(({ node }) => node.kind === "BODY");
  return organs.length ? organs : all.slice(0, 1);
}

/** The town where it took place, in the form of the text, or the state. */
function placeOf(read: Read, sentence: Sentence): Readonly<Record<string, string>> {
  const days = daysIn(read, sentence);
  const names = mentionsIn(read, sentence, ["Organization", "Treaty", "State", "Person"]);
  for (const found of sentence.text.matchAll(PLACE)) {
    const [whole, town = ""] = found;
    const start = found.index + whole.length - town.length;
    if (days.some((day) => start < day.end && day.start < start + town.length)) continue;
    const named = names.find(
      (name) => name.start - sentence.start <= start && start < name.end - sentence.start,
    );
    if (named?.node.label === "State") return { placeCountry: named.node.id };
    if (!named) return { place: town };
  }
  return {};
}

/** Who took part by name. */
function participations(
  read: Read,
  meeting: string,
  day: string,
  bodies: readonly Certain[],
): readonly DraftRow[] {
  return read.article.sentences.flatMap((sentence) => {
    if (!TOOK_PART.test(sentence.text)) return [];
    const proof = evidence(read, sentence, sentence.text);
    return distinct(mentionsIn(read, sentence, ["Person", "State"])).flatMap((who): readonly DraftRow[] => {
      const office = officeBefore(read, who);
      const ends = { type: "PARTICIPATED", from: who.node.id, to: meeting };
      if (!office)
        return [
          {
            values: { ...ends, role: TODO, ...proof },
            remark: "Choose role: HOST, CHAIR, MEMBER, OBSERVER, GUEST, OFFICIAL, SPEAKER or ABSENT.",
          },
        ];
      const whole = bodies.flatMap(({ node }) => (node.wholes.length ? node.wholes : [node.id]))[0] ?? TODO;
      return [
        { values: { ...ends, role: "OFFICIAL", title: office, ...proof } },
        {
          values: {
            type: "HELD_OFFICE",
            from: who.node.id,
            to: whole,
            title: "SECRETARY_GENERAL",
            titleText: office,
            on: day,
            ...proof,
          },
        },
      ];
    });
  });
}

/** The office that stands before the name of a person. */
function officeBefore({ article }: Read, { node, start }: Certain): string | undefined {
  if (node.label !== "Person") return undefined;
  return OFFICIAL.exec(article.text.slice(Math.max(0, start - BEFORE_NAME), start))?.[0];
}

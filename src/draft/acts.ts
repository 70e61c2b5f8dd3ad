import {
  type DraftRow,
  dayRemark,
  daysIn,
  distinct,
  evidence,
  type Findings,
  type Read,
  rangeOf,
} from "./findings.js";
import { mentionsWithin } from "./mentioned.js";
import { ACTS, SIGNS, wordsIn } from "./words.js";

const ACTORS = ["State", "Organization"] as const;
const NOT = /(?:^|\s)(?:не|not|n't|never|may|might|could|would|will|to)\s+$/iu;

/** Acts of states concerning treaties: who stands before the verb, and the treaty behind it. */
export function findActs(read: Read): Findings {
  const edges = read.article.sentences.flatMap((sentence): readonly DraftRow[] => {
    const act = wordsIn(sentence.text, [...ACTS, [SIGNS, "SIGNED"]])[0];
    if (!act || NOT.test(sentence.text.slice(0, act.start))) return [];
    const [from, until] = rangeOf(sentence);
    const [treaty] = mentionsWithin(read.mentions, [from + act.end, until], ["Treaty"]);
    const actors = distinct(mentionsWithin(read.mentions, [from, from + act.start], ACTORS));
    if (!treaty || !actors.length) return [];
    const [stated] = daysIn(read, sentence);
    const proof = evidence(read, sentence, sentence.text);
    const remark =
      dayRemark(stated) ?? (stated ? undefined : "The sentence has no day. Add date if another one has it.");
    const said = act.code === "SIGNED" ? { type: "SIGNED" } : { type: "TREATY_ACTION", act: act.code };
    return actors.map(({ node }) => {
      const { type, ...more } = said;
      const values = {
        type,
        from: node.id,
        to: treaty.node.id,
        ...more,
        ...(stated ? { date: stated.day } : {}),
        ...proof,
      };
      return { values, remark };
    });
  });
  return { nodes: [], edges, remarks: [] };
}

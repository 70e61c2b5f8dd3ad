import type { Article, Sentence } from "./article.js";
import { datesIn, type StatedDay } from "./dates.js";
import { type Certain, mentionsWithin } from "./mentioned.js";

/** What a human must choose. No id, code or date has this form, so that a draft with open choices is not loaded. */
export const TODO = "TODO";

/** A row of the draft, and what its reader must know. */
export interface DraftRow {
  readonly values: Readonly<Record<string, unknown>>;
  readonly remark?: string | undefined;
}

/** The rows that one part of the draft adds. */
export interface Findings {
  readonly nodes: readonly DraftRow[];
  readonly edges: readonly DraftRow[];
  /** What a human should read again. */
  readonly remarks: readonly string[];
}

/** An article with the nodes that it surely names. */
export interface Read {
  readonly article: Article;
  readonly mentions: readonly Certain[];
}

/** Types of nodes that a text can be about. */
export const SUBJECTS = ["State", "Territory", "Organization", "Person", "Treaty", "Topic"] as const;

/** Characters of a quote. */
const MAX_QUOTE = 200;

/** Where an assertion stands: the paragraph, and the words. All edges of a draft are inferred by patterns. */
export function evidence({ article }: Read, { paragraph }: Sentence, quote: string) {
  const locator = article.lang === "ru" ? `абз. ${paragraph}` : `para ${paragraph}`;
  return { basis: "INFERRED", locator, quote: shortened(quote.trim()) };
}

/** The part of the article that a sentence takes. */
export function rangeOf({ start, text }: Sentence): readonly [number, number] {
  return [start, start + text.length];
}

/** The sure mentions of some types in a sentence. */
export function mentionsIn(
  { mentions }: Read,
  sentence: Sentence,
  labels: readonly string[],
): readonly Certain[] {
  return mentionsWithin(mentions, rangeOf(sentence), labels);
}

/** The days that a sentence states. */
export function daysIn({ article }: Read, { text }: Sentence): readonly StatedDay[] {
  return datesIn(text, article.lang, article.day);
}

/** How a day was read that the text does not state whole. */
export function dayRemark(day: StatedDay | undefined): string | undefined {
  return day && !day.isWhole ? `"${day.text.trim()}" read as ${day.day}: check it.` : undefined;
}

/** Each node once, the first mention of it. */
export function distinct(mentions: readonly Certain[]): readonly Certain[] {
  const seen = new Set<string>();
  return mentions.filter(({ node: { id } }) => !seen.has(id) && seen.add(id));
}

/** A text with a capital first letter. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whole words of a text that is too long for a quote. */
function shortened(text: string): string {
  if (text.length <= MAX_QUOTE) return text;
  return text.slice(0, MAX_QUOTE).replace(/\s+\S*$/u, "");
}

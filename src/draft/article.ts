import { createHash } from "node:crypto";
import { extname } from "node:path";
import { convert } from "html-to-text";
import { PactError } from "../errors.js";
import { datesIn } from "./dates.js";

/** The languages that the patterns know. */
export type Lang = "ru" | "en";

/** A sentence of an article. */
export interface Sentence {
  readonly text: string;
  /** The first character in the text of the article, in UTF-16 code units. */
  readonly start: number;
  /** The number of its paragraph, from 1; the first one is the headline. */
  readonly paragraph: number;
}

/** An article as plain text. */
export interface Article {
  readonly text: string;
  readonly title: string;
  readonly lang: Lang;
  /** The day of the article, YYYY-MM-DD. */
  readonly day: string;
  readonly sentences: readonly Sentence[];
  /** SHA-256 of the file. */
  readonly sha256: string;
}

/** Characters of an article; the API reads no more names from one text. */
const MAX_ARTICLE = 100_000;
/** The day of an article stands in one of its first lines. */
const HEAD_LINES = 5;

/** Reads an article. `day` is its day if the text does not state it. Throws BAD_INPUT if neither does. */
export function readArticle(file: string, bytes: Uint8Array, day: string | undefined): Article {
  const text = plainText(file, decoded(file, bytes)).normalize("NFC");
  if (text.trim() === "") throw new PactError("BAD_INPUT", `${file} has no text.`);
  if (text.length > MAX_ARTICLE)
    throw new PactError("BAD_INPUT", `${file} has ${text.length} characters; the maximum is ${MAX_ARTICLE}.`);
  const lang = /\p{Script=Cyrillic}/u.test(text) ? "ru" : "en";
  const sentences = sentencesOf(text, lang);
  const [title] = sentences;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { text, lang, sentences, sha256, title: title?.text ?? "", day: day ?? statedDay(file, text, lang) };
}

function decoded(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new PactError("BAD_INPUT", `${file} is not UTF-8. Save it as UTF-8.`, {}, { cause: error });
  }
}

/** HTML without its tags; other texts without the marks of Markdown for links, headings and bold type. */
function plainText(file: string, content: string): string {
  if ([".html", ".htm"].includes(extname(file).toLowerCase()))
    return convert(content, {
      wordwrap: false,
      selectors: [
        { selector: "a", options: { ignoreHref: true } },
        ...["img", "nav", "footer", "aside", "form"].map((selector) => ({ selector, format: "skip" })),
        ...["h1", "h2", "h3", "h4"].map((selector) => ({ selector, options: { uppercase: false } })),
      ],
    });
  return content
    .replace(/\r\n?/g, "\n")
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, "$1")
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/^#{1,6} +/gm, "");
}

/** Abbreviations after which no sentence ends. */
const NO_END =
  /(?:^|[\s(«"])(?:\p{Lu}|г|гг|им|т\.\s?д|т\.\s?п|т\.\s?е|ст|Mr|Mrs|Ms|Dr|No|St|Gen|U\.S|U\.N)\.\s*$/u;

function sentencesOf(text: string, lang: Lang): readonly Sentence[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: "sentence" });
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    if (line.trim() === "") continue;
    paragraph += 1;
    let open: Sentence | undefined;
    for (const { segment, index: within } of segmenter.segment(line)) {
      const start: Sentence = open ?? { text: "", start: index + within, paragraph };
      const whole = { ...start, text: start.text + segment };
      open = NO_END.test(whole.text) ? whole : undefined;
      if (!open) sentences.push(trimmed(whole));
    }
    if (open) sentences.push(trimmed(open));
  }
  return sentences.filter((sentence) => sentence.text !== "");
}

function trimmed(sentence: Sentence): Sentence {
  const before = sentence.text.length - sentence.text.trimStart().length;
  return { ...sentence, text: sentence.text.trim(), start: sentence.start + before };
}

function statedDay(file: string, text: string, lang: Lang): string {
  const head = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, HEAD_LINES);
  // A day without its year or a weekday is relative to the day that is sought here.
  const [found] = head.flatMap((line) => datesIn(line, lang)).filter(({ isWhole }) => isWhole);
  if (found) return found.day;
  throw new PactError(
    "BAD_INPUT",
    `${file} does not state its day in the first lines. Pass the day: --date 2018-06-11.`,
  );
}

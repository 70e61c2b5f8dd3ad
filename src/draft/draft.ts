import { Document, YAMLSeq } from "yaml";
import { slugOf } from "../model/slug.js";
import { findActs } from "./acts.js";
import type { Article } from "./article.js";
import { type DraftRow, distinct, evidence, type Findings, type Read, TODO } from "./findings.js";
import { findMeeting } from "./meeting.js";
import { type Certain, certainMentions, type Mentioned, uncertainMentions } from "./mentioned.js";
import { findStances } from "./stances.js";
import { findTexts } from "./texts.js";
import { unknownNames } from "./unknown-names.js";

const HEAD = `A draft generated from an article by text patterns. Check every row: the patterns do not understand the text. Rows are
"basis: INFERRED" until you have compared them with the quote; then remove that line or write STATED. Where it says
${TODO}, choose a value; a draft with a ${TODO} is rejected. Paragraphs are counted from the headline. Then: pactgraph seed FILE --dry-run`;
const MAX_SLUG = 60;

/** A bundle in YAML that says what patterns find in an article, for a human to correct. */
export function draftBundle(article: Article, mentions: readonly Mentioned[]): string {
  const certain = certainMentions(mentions);
  const read: Read = { article, mentions: certain };
  const meeting = findMeeting(read);
  const texts = findTexts(read, meeting);
  const stances = texts.texts
    .filter(({ label }) => label === "Statement")
    .map((text) => findStances(read, text));
  const found: readonly Findings[] = [...(meeting ? [meeting] : []), texts, ...stances, findActs(read)];
  const source = sourceOf(article);
  const mentioned = distinct(certain).map((mention) => mentionRow(read, mention));
  const document = new Document({ bundle: 1, title: article.title, source: source.id });
  document.commentBefore = commentOf([HEAD, ...remarksOf(article, mentions, certain, found)]);
  document.set("sources", document.createNode([source]));
  document.set("nodes", rowsOf(document, [...mentioned, ...found.flatMap(({ nodes }) => nodes)]));
  document.set("edges", rowsOf(document, withoutRepetitions(found.flatMap(({ edges }) => edges))));
  return document.toString({ lineWidth: 0 });
}

function sourceOf({ title, day, lang, sha256 }: Article) {
  const slug = slugOf(title).slice(0, MAX_SLUG).replace(/-+$/, "") || "article";
  return {
    id: `source:${slug}-${day}`,
    name: title,
    kind: "NEWS",
    title,
    lang,
    publishedAt: day,
    sha256,
  };
}

/** A node that the article names, with the words and their place. */
function mentionRow(read: Read, { node, start, end, text }: Certain): DraftRow {
  const sentence = read.article.sentences.findLast((each) => each.start <= start);
  const locator = sentence ? evidence(read, sentence, text).locator : undefined;
  const values = { type: node.label, id: node.id, ...(locator ? { locator } : {}), quote: text };
  return { values, remark: `${node.name}, characters ${start} to ${end}` };
}

function remarksOf(
  article: Article,
  mentions: readonly Mentioned[],
  certain: readonly Certain[],
  found: readonly Findings[],
): readonly string[] {
  const several = uncertainMentions(mentions, certain).map(
    ({ text, start, candidates }) => `"${text}" at ${start}: ${candidates.map(({ id }) => id).join(" or ")}?`,
  );
  const unknown = unknownNames(article, mentions);
  return [
    ...listed("Ambiguous names and bare surnames", several),
    ...listed("Possible names that are not in the graph", unknown),
    ...listed(
      "Sentences to read again",
      found.flatMap(({ remarks }) => remarks),
    ),
  ];
}

function listed(title: string, items: readonly string[]): readonly string[] {
  return items.length ? [`\n${title}:\n${[...new Set(items)].map((item) => `- ${item}`).join("\n")}`] : [];
}

function commentOf(parts: readonly string[]): string {
  return parts
    .join("\n")
    .split("\n")
    .map((line) => (line === "" ? "" : ` ${line}`))
    .join("\n");
}

function rowsOf(document: Document, rows: readonly DraftRow[]): YAMLSeq {
  const list = new YAMLSeq();
  for (const { values, remark } of rows) {
    const row = document.createNode(values);
    if (remark !== undefined) row.commentBefore = ` ${remark}`;
    list.add(row);
  }
  return list;
}

/** The first of the edges that say the same with other words. */
function withoutRepetitions(rows: readonly DraftRow[]): readonly DraftRow[] {
  const seen = new Set<string>();
  return rows.filter(({ values: { locator: _locator, quote: _quote, ...said } }) => {
    const key = JSON.stringify(said);
    return !seen.has(key) && seen.add(key);
  });
}

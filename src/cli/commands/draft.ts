import { readFile, writeFile } from "node:fs/promises";
import { runQuery } from "../../answer/run.js";
import { readArticle } from "../../draft/article.js";
import { draftBundle } from "../../draft/draft.js";
import type { Candidate, Mentioned } from "../../draft/mentioned.js";
import { PactError } from "../../errors.js";
import { asList, asMap, asMaps, type JsonMap, textOrNull } from "../../json.js";
import { isCalendarDay } from "../../model/edtf.js";
import { graphTools } from "../graph-tools.js";
import { seed } from "../prepare.js";
import type { Session } from "../session.js";
import { withDatabase } from "../with-database.js";

/** Options of `pactgraph draft`. */
export interface DraftOptions {
  readonly date?: string;
  readonly out?: string;
  readonly docker: boolean;
}

const MENTIONS = `query ($text: String!, $lang: String!) {
  mentions(text: $text, lang: $lang) {
    start end text
    candidates { score node { __typename id name(lang: "en") ... on Organization {
      kind partOf(first: 10) { nodes { id } } } } }
  }
}`;

/** Makes a draft of a bundle of an article; returns it, or where it was written. */
export async function draftCommand(session: Session, file: string, options: DraftOptions): Promise<string> {
  const { config, progress } = session;
  const { date, out } = options;
  if (date !== undefined && !isCalendarDay(date))
    throw new PactError("BAD_INPUT", `--date must be a day, for example 2018-06-11; got "${date}".`);
  const article = readArticle(file, await bytesOf(file), date);
  return withDatabase(session, options, async (database) => {
    await seed(database, progress);
    const { text, lang } = article;
    const { data } = await runQuery(graphTools(database, config), MENTIONS, { text, lang });
    const draft = draftBundle(article, asMaps(data.mentions).map(mentionedOf));
    if (out === undefined) return draft.trimEnd();
    await writeFile(out, draft);
    return `Wrote ${out}. Read it, choose what says TODO, then: npm run -s pactgraph -- seed ${out} --dry-run`;
  });
}

function mentionedOf({ start, end, text, candidates }: JsonMap): Mentioned {
  const found = asMaps(candidates).map(candidateOf);
  return { start: Number(start), end: Number(end), text: String(text), candidates: found };
}

function candidateOf({ score, node }: JsonMap): Candidate {
  const { __typename: label, id, name, kind, partOf } = asMap(node);
  return {
    id: String(id),
    label: String(label),
    name: String(name),
    score: Number(score),
    kind: textOrNull(kind),
    wholes: asList(asMap(partOf).nodes).map((whole) => String(asMap(whole).id)),
  };
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new PactError("BAD_INPUT", `Cannot read ${file}. Check the path.`, {}, { cause: error });
  }
}

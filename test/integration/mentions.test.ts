import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { ask, data } from "../support/ask.js";
import { bundledDatabase } from "../support/database.js";
import type { TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

const SHARED = resolve(packageRoot(), "..", "shared");
const ARTICLE = join(SHARED, "reference", "almaty-2018-06-11.txt");
const SPEECHES = join(SHARED, "data", "un-general-debate", "ungdc_v13_speeches_csto_p5.jsonl.gz");
for (const file of [ARTICLE, SPEECHES])
  if (!existsSync(file)) process.stdout.write(`Skipped: mentions in ${file}, which is not there.\n`);

interface Mention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly candidates: readonly { readonly score: number; readonly node: { readonly id: string } }[];
}

let server: TestServer;

serveForTests(bundledDatabase, (service) => {
  server = service.server;
});

const QUERY = `query ($text: String!, $lang: String, $types: [NodeType!]) {
  mentions(text: $text, lang: $lang, types: $types) { start end text candidates { score node { id } } } }`;

async function mentionsIn(text: string, more: Readonly<Record<string, unknown>> = {}) {
  const { mentions } = await data(server, QUERY, { text, ...more });
  for (const { start, end, text: words } of mentions as Mention[]) expect(text.slice(start, end)).toBe(words);
  return mentions as readonly Mention[];
}

/** Where each of some words stands in a text, one after the other. */
function placesOf(text: string, rows: readonly (readonly [words: string, id: string])[]) {
  let from = 0;
  return rows.map(([words, id]) => {
    const start = text.indexOf(words, from);
    expect(start, words).toBeGreaterThanOrEqual(0);
    from = start + words.length;
    return { start, end: from, id };
  });
}

type Place = ReturnType<typeof placesOf>[number];
const isAt = ({ start, end, candidates }: Mention, place: Place) =>
  start < place.end && place.start < end && candidates[0]?.node.id === place.id;

it("names in all case forms are found with their nodes", async () => {
  const text = "Лавров обсудил с Казахстаном и Южной Кореей Договор о нераспространении ядерного оружия.";
  const found = await mentionsIn(text, { lang: "ru" });
  expect(found.map((mention) => [mention.text, mention.candidates[0]?.node.id])).toEqual([
    ["Казахстаном", "state:kaz"],
    ["Южной Кореей", "state:kor"],
    ["Договор о нераспространении ядерного оружия", "treaty:npt-1968"],
  ]);
});

it("an ambiguous abbreviation returns all its nodes, the better known first", async () => {
  const { search } = await data(
    server,
    '{ search(text: "ДКБ", first: 9) { edges { matched node { id } } } }',
  );
  const named = search.edges.filter(({ matched }: { matched: string }) => matched === "ДКБ");
  const [mention] = await mentionsIn("О ДКБ говорили долго.");
  expect(mention?.text).toBe("ДКБ");
  const ids = mention?.candidates.map(({ node }) => node.id);
  expect(new Set(ids)).toEqual(new Set(named.map(({ node }: { node: { id: string } }) => node.id)));
});

it("a text of up to 100,000 characters is accepted", async () => {
  const sentence = "Казахстан и ОДКБ. ";
  const text = sentence.repeat(Math.floor(100_000 / sentence.length));
  expect(await mentionsIn(text)).toHaveLength((2 * text.length) / sentence.length);
  const { errors } = await ask(server, QUERY, { text: "я".repeat(100_001) });
  expect(errors?.[0]?.extensions?.code).toBe("BAD_INPUT");
});

describe.skipIf(!existsSync(ARTICLE))("mentions in the founding article", () => {
  it("are found with a recall and a precision of at least 95%", async () => {
    const text = readFileSync(ARTICLE, "utf8");
    const list = readFileSync(
      join(packageRoot(), "test", "fixtures", "names", "article-mentions.tsv"),
      "utf8",
    );
    const rows = list
      .trim()
      .split("\n")
      .map((line) => line.split("\t") as [string, string]);
    const places = placesOf(text, rows);
    const types = ["State", "Organization", "Person", "Treaty"];
    const found = await mentionsIn(text, { lang: "ru", types });
    const recalled = places.filter((place) => found.some((mention) => isAt(mention, place)));
    const right = found.filter((mention) => places.some((place) => isAt(mention, place)));
    const wrong = found.filter((mention) => !right.includes(mention)).map((mention) => mention.text);
    expect(recalled.length / places.length).toBeGreaterThanOrEqual(0.95);
    expect(right.length / found.length, wrong.join("; ")).toBeGreaterThanOrEqual(0.95);
  });
});

describe.skipIf(!existsSync(SPEECHES))("mentions in speeches of the general debate", () => {
  /** Every twentieth speech; names of states as another package lists them. */
  const speeches = () =>
    gunzipSync(readFileSync(SPEECHES))
      .toString("utf8")
      .trim()
      .split("\n")
      .filter((_, index) => index % 20 === 0)
      .map((line) => String(JSON.parse(line).text).slice(0, 100_000));
  const names: Readonly<Record<string, string | readonly string[]>> = createRequire(import.meta.url)(
    "i18n-iso-countries/langs/en.json",
  ).countries;

  it("include the states that a plain list of names finds", async () => {
    const plain = [...new Set(Object.values(names).flat())].filter((name) => /^[A-Z][a-z]+$/.test(name));
    let [listed, found] = [0, 0];
    const missed = new Map<string, number>();
    for (const text of speeches()) {
      const mentions = await mentionsIn(text, { lang: "en", types: ["State", "Territory"] });
      for (const match of text.matchAll(new RegExp(`\\b(?:${plain.join("|")})\\b`, "g"))) {
        listed += 1;
        const end = match.index + match[0].length;
        if (mentions.some((mention) => mention.start <= match.index && end <= mention.end)) found += 1;
        else missed.set(match[0], (missed.get(match[0]) ?? 0) + 1);
      }
    }
    expect(listed).toBeGreaterThan(500);
    expect(found / listed, JSON.stringify([...missed])).toBeGreaterThanOrEqual(0.95);
  });
});

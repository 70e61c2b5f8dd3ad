import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Row, readInput, shared } from "./bundles.js";

const MEETING = "meeting:csto-cfm-2018-06-11";
const STATEMENT = "statement:csto-inf-2018-06-11";
const ROADMAP = "document:csto-un-roadmap-2018-2020";
const TOPIC_LIST = "document:csto-statement-topics-2018";

const bundle = readInput("21-almaty-2018-06-11.yaml");
const nodes = bundle.nodes.map(({ row }) => row);
const edges = bundle.edges.map(({ row }) => row);
const article = shared("reference/almaty-2018-06-11.txt");

/** Edges of a type, as `from → to` with the named properties. */
function drawn(type: string, ...properties: string[]): readonly string[] {
  const text = (row: Row) => [row.from, row.to, ...properties.map((key) => row[key] ?? "-")].join(" ");
  return edges
    .filter((row) => row.type === type)
    .map(text)
    .sort();
}

describe("the bundle of the article", () => {
  it("contains who took part: the Council as a group, and the Secretary General", () => {
    expect(drawn("PARTICIPATED", "role", "level", "collective", "title", "onBehalfOf")).toEqual([
      `org:csto-cfm ${MEETING} MEMBER MINISTER true - -`,
      `person:yuri-khachaturov ${MEETING} OFFICIAL - - Secretary General org:csto`,
    ]);
  });

  it("contains how each text was adopted: signed, approved or agreed", () => {
    expect(drawn("ADOPTED", "mode", "date")).toEqual([
      `${MEETING} document:csto-consultation-plan-2018-2019 APPROVED 2018-06-11`,
      `${MEETING} ${TOPIC_LIST} AGREED 2018-06-11`,
      `${MEETING} ${STATEMENT} SIGNED 2018-06-11`,
    ]);
    expect(drawn("SIGNED", "collective", "signatoriesNamed")).toEqual([
      `org:csto-cfm ${STATEMENT} true false`,
    ]);
  });

  it("separates the draft roadmap and discussed texts from adopted ones", () => {
    expect(drawn("CONSIDERED", "result", "keyItem")).toEqual([
      `${MEETING} document:csto-collective-instructions DISCUSSED -`,
      `${MEETING} ${ROADMAP} CONSIDERED -`,
      `${MEETING} topic:coordinated-information-policy DISCUSSED -`,
      `${MEETING} topic:csto-peacekeeping-for-un DISCUSSED true`,
      `${MEETING} topic:international-security DISCUSSED -`,
      `${MEETING} topic:regional-security DISCUSSED -`,
    ]);
    expect(nodes.find((row) => row.id === ROADMAP)).toMatchObject({
      status: "DRAFT",
      period: "2018/2020",
    });
  });

  it("contains the subjects of the statement with stance and aspect", () => {
    const concerns = drawn("CONCERNS", "stance", "aspect").filter((text) => text.startsWith(STATEMENT));
    expect(concerns).toEqual([
      `${STATEMENT} state:usa CRITICIZES ALLEGED_BREACH`,
      `${STATEMENT} topic:arms-control SUPPORTS -`,
      `${STATEMENT} topic:constructive-dialogue SUPPORTS -`,
      `${STATEMENT} topic:international-law SUPPORTS -`,
      `${STATEMENT} topic:international-security SUPPORTS -`,
      `${STATEMENT} topic:non-proliferation SUPPORTS -`,
      `${STATEMENT} treaty:inf-1987 SUPPORTS VALUE`,
      `${STATEMENT} treaty:inf-1987 SUPPORTS VIABILITY`,
    ]);
  });

  it("contains the three named topics and says that there are more", () => {
    expect(drawn("CONCERNS").filter((text) => text.startsWith(TOPIC_LIST))).toEqual([
      `${TOPIC_LIST} topic:counter-terrorism`,
      `${TOPIC_LIST} topic:illegal-migration`,
      `${TOPIC_LIST} topic:wmd-non-proliferation`,
    ]);
    expect(nodes.find((row) => row.id === TOPIC_LIST)).toMatchObject({
      exhaustive: "false",
      period: "2018",
    });
  });

  it("places the meeting under the Council and the Council under the Organization", () => {
    expect(drawn("PART_OF", "kind")).toEqual([
      `${MEETING} org:csto-cfm SESSION_OF`,
      "org:csto-cfm org:csto BODY_OF",
    ]);
  });

  it("contains Khachaturov's office on that day only", () => {
    expect(drawn("HELD_OFFICE", "title", "on", "validFrom", "validTo")).toEqual([
      "person:yuri-khachaturov org:csto SECRETARY_GENERAL 2018-06-11 - -",
    ]);
  });
});

describe("what the bundle of the article omits", () => {
  it("includes edges from states and from persons except Khachaturov", () => {
    const actors = new Set(edges.map((row) => row.from ?? ""));
    expect([...actors].filter((id) => /^(state|person):/.test(id))).toEqual(["person:yuri-khachaturov"]);
  });

  it("includes host and chair", () => {
    expect(edges.filter((row) => ["HOST", "CHAIR"].includes(row.role ?? ""))).toEqual([]);
  });

  it("includes what the text does not state: publisher, address and country", () => {
    const said = [...bundle.sources.map(({ row }) => row), ...nodes].flatMap((row) => Object.keys(row));
    expect(said).not.toContain("publisher");
    expect(said).not.toContain("url");
    expect(said).not.toContain("placeCountry");
  });
});

it("every assertion has its place in the article and a quote of at most 200 characters", () => {
  const without = [...nodes, ...edges].filter((row) => !row.locator);
  expect(without).toEqual([]);
  expect(edges.filter((row) => !row.quote)).toEqual([]);
  expect(edges.filter((row) => (row.quote ?? "").length > 200)).toEqual([]);
});

describe.skipIf(article.missing !== "")(`against the article ${article.missing}`, () => {
  // Quotes have no marks of bold type and links.
  const text = article.missing
    ? ""
    : readFileSync(article.path, "utf8")
        .replaceAll("**", "")
        .replaceAll(/\[(.+?)\]\(#\)/g, "$1");
  const blocks = text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== "");
  const first = blocks.findIndex((block) => block.startsWith("В Алматы 11 июня 2018 года прошло"));
  const placesOf = (locator: string) => locator.split("; ").map((part) => places.get(part) ?? "");
  const places = new Map([
    ["заголовок", blocks[0]],
    ["подзаголовок", blocks[2]],
    ["подпись к фото", blocks[3]],
    ...blocks.slice(first).map((block, index) => [`абз. ${index + 1}`, block] as const),
  ]);

  it("has seven paragraphs", () => {
    expect(places.size).toBe(3 + 7);
  });

  it("contains every quote unchanged at its locator", () => {
    const wrong = [...nodes, ...edges].filter(
      ({ locator = "", quote = "" }) => !placesOf(locator).some((place) => place.includes(quote)),
    );
    expect(wrong).toEqual([]);
  });

  it("contains every name at its locator, apart from endings", () => {
    const stems = (name: string) =>
      name.split(/[^\p{L}\d]+/u).map((word) => word.slice(0, word.length > 5 ? -3 : -1));
    const wrong = bundle.nodes.flatMap(({ row, names }) =>
      names
        .filter(({ text: name = "" }) => {
          const found = placesOf(row.locator ?? "").some((place) =>
            stems(name.toLowerCase()).every((stem) => place.toLowerCase().includes(stem)),
          );
          return !found;
        })
        .map((name) => `${row.id} ${name.text}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has the same title and day as the bundle", () => {
    const [source] = bundle.sources.map(({ row }) => row);
    expect(blocks[0]).toBe(source?.title);
    expect(blocks[1]).toBe("11-06-2018, 20:15.");
    expect(source).toMatchObject({ publishedAt: "2018-06-11", version: "11-06-2018, 20:15" });
  });
});

import { describe, expect, it } from "vitest";
import { draftOf, type Known, saidBy } from "./support.js";

const KNOWN: Known = {
  "Совета? министров обороны": [
    ["org:csto-cdm", "Organization", { kind: "BODY", wholes: ["org:csto"] }],
    ["org:cis-cdm", "Organization", { kind: "BODY", wholes: ["org:cis"] }],
  ],
  "ОДКБ|[Tt]he CSTO": [["org:csto", "Organization", { kind: "IGO" }]],
  "Договора? по открытому небу|the Open Skies Treaty": [["treaty:open-skies-1992", "Treaty"]],
  "США|[Tt]he United States": [["state:usa", "State"]],
  "Армени[яи]|Armenia": [["state:arm", "State"]],
  "Иван Петров|Ivan Petrov": [["person:ivan-petrov", "Person"]],
  Сидоров: [["person:sidorov-a", "Person", { score: 0.5 }]],
};

const RUSSIAN = `Министры обороны стран ОДКБ встретились в Душанбе

15.09.2021, 10:00

В Душанбе в понедельник прошло заседание Совета министров обороны ОДКБ. В нём приняли участие Армения и генеральный секретарь организации Иван Петров. Сидоров отсутствовал.

Министры подписали совместное заявление по ситуации вокруг Договора по открытому небу. Они подтвердили важность Договора и осудили США.

Совет также утвердил план учений на 2022–2023 годы, а также не принял решение о бюджете. Был рассмотрен проект Дорожной карты. Стороны обсудили погоду. Союз Народов Востока молчал.`;

describe("a draft of a Russian article", () => {
  const draft = draftOf(RUSSIAN, KNOWN);

  it("has the article as its source, with its day", () => {
    expect(draft.sources).toMatchObject([
      {
        kind: "NEWS",
        lang: "ru",
        publishedAt: "2021-09-15",
        name: "Министры обороны стран ОДКБ встретились в Душанбе",
      },
    ]);
  });

  it("has the meeting with its day, town and body", () => {
    // The Monday before Wednesday, 15 September 2021.
    expect(draft.nodes.filter(({ type }) => type === "Meeting")).toMatchObject([
      {
        id: "meeting:csto-cdm-2021-09-13",
        kind: "SESSION",
        date: "2021-09-13",
        place: "Душанбе",
        locator: "абз. 3",
      },
    ]);
    expect(saidBy(draft)).toContain("PART_OF meeting:csto-cdm-2021-09-13 org:csto-cdm SESSION_OF 2021-09-13");
    expect(draft.text).toContain('"в понедельник" read as 2021-09-13');
  });

  it("lists the participants by name and leaves unknown roles open", () => {
    expect(saidBy(draft)).toEqual(
      expect.arrayContaining([
        "PARTICIPATED org:csto-cdm meeting:csto-cdm-2021-09-13 MEMBER true",
        "PARTICIPATED state:arm meeting:csto-cdm-2021-09-13 TODO",
        "PARTICIPATED person:ivan-petrov meeting:csto-cdm-2021-09-13 OFFICIAL генеральный секретарь",
        "HELD_OFFICE person:ivan-petrov org:csto SECRETARY_GENERAL генеральный секретарь 2021-09-13",
      ]),
    );
    expect(draft.text).toContain("Choose role: HOST");
  });

  it("lists what was adopted and considered, and how", () => {
    expect(saidBy(draft).filter((edge) => /^(ADOPTED|CONSIDERED)/.test(edge))).toEqual([
      "ADOPTED meeting:csto-cdm-2021-09-13 statement:csto-cdm-joint-statement-2021-09-13 SIGNED",
      "ADOPTED meeting:csto-cdm-2021-09-13 document:csto-cdm-plan-2021-09-13 APPROVED",
      "CONSIDERED meeting:csto-cdm-2021-09-13 document:csto-cdm-roadmap-2021-09-13 CONSIDERED",
    ]);
    expect(draft.nodes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "PLAN", period: "2022/2023", name: "План учений на 2022–2023 годы" }),
        expect.objectContaining({ kind: "ROADMAP", status: "DRAFT" }),
      ]),
    );
    expect(draft.text).toMatch(/no node yet: "обсудили погоду/);
  });

  it("lists the attitudes of the statement with quotes", () => {
    const of = draft.edges.filter(({ type, stance }) => type === "CONCERNS" && stance !== undefined);
    expect(of).toMatchObject(
      [
        {
          to: "treaty:open-skies-1992",
          stance: "SUPPORTS",
          aspect: "VALUE",
          quote: /подтвердили важность Договора/,
        },
        { to: "state:usa", stance: "CRITICIZES" },
      ].map(({ quote, ...rest }) => ({ ...rest, ...(quote ? { quote: expect.stringMatching(quote) } : {}) })),
    );
  });

  it("marks every edge as inferred and quotes the text", () => {
    expect(draft.edges.length).toBeGreaterThan(8);
    for (const { basis, quote, locator } of draft.edges) {
      expect(basis).toBe("INFERRED");
      expect(RUSSIAN).toContain(quote);
      expect(locator).toMatch(/^абз\. \d+$/);
    }
  });

  it("lists uncertain and unknown names without using them", () => {
    expect(draft.text).toMatch(/"Сидоров" at \d+: person:sidorov-a\?/);
    expect(draft.text).toContain("- Союз Народов Востока");
    expect(JSON.stringify(draft.edges)).not.toContain("sidorov");
    expect(JSON.stringify([draft.nodes, draft.edges])).not.toContain("cis-cdm");
  });
});

const ENGLISH = `<html><head><title>x</title></head><body><nav>Menu</nav>
<h1>Defence ministers meet in Dushanbe</h1><p>14 September 2021</p>
<p>The CSTO held a <a href="/x">summit</a> in Dushanbe on September 13. Ivan Petrov attended the session.
The leaders adopted a declaration on the Open Skies Treaty. They condemned the United States and expressed support for Armenia.</p>
<p>The United States withdrew from the Open Skies Treaty on 22 November 2020. Armenia did not ratify the Open Skies Treaty.
Last Friday Armenia signed the Open Skies Treaty.</p></body></html>`;

describe("a draft of an English article in HTML", () => {
  const draft = draftOf(ENGLISH, KNOWN, { file: "a.html" });

  it("has the meeting, the text that it adopted, and its attitudes", () => {
    expect(saidBy(draft)).toEqual(
      expect.arrayContaining([
        "PARTICIPATED person:ivan-petrov meeting:csto-2021-09-13 TODO",
        "ADOPTED meeting:csto-2021-09-13 statement:csto-declaration-2021-09-13 ADOPTED",
        "CONCERNS statement:csto-declaration-2021-09-13 treaty:open-skies-1992",
        "CONCERNS statement:csto-declaration-2021-09-13 state:usa CRITICIZES",
        "CONCERNS statement:csto-declaration-2021-09-13 state:arm SUPPORTS",
      ]),
    );
    expect(draft.nodes.find(({ type }) => type === "Meeting")).toMatchObject({
      kind: "SUMMIT",
      place: "Dushanbe",
    });
    expect(draft.text).not.toContain("Menu");
  });

  it("lists acts of states with their days, but not acts that did not happen", () => {
    expect(saidBy(draft).filter((edge) => /^(TREATY_ACTION|SIGNED)/.test(edge))).toEqual([
      "TREATY_ACTION state:usa treaty:open-skies-1992 WITHDRAWAL 2020-11-22",
      // The Friday before Tuesday, 14 September 2021.
      "SIGNED state:arm treaty:open-skies-1992 2021-09-10",
    ]);
  });
});

describe("an article", () => {
  it("needs a day in its first lines or as an option", () => {
    expect(() => draftOf("Без даты\n\nТекст.", {})).toThrow(/--date 2018-06-11/);
    expect(draftOf("Без даты\n\nТекст.", {}, { day: "2020-01-02" }).sources).toMatchObject([
      { publishedAt: "2020-01-02" },
    ]);
  });

  it("is rejected if it is empty or not UTF-8", () => {
    expect(() => draftOf(" \n", {})).toThrow(/no text/);
  });

  it("makes a draft without a meeting if it mentions none", () => {
    const draft = draftOf("News\n\n2021-09-14\n\nArmenia likes apples.", KNOWN);
    expect(draft.edges).toEqual([]);
    expect(draft.nodes).toMatchObject([{ id: "state:arm" }]);
  });

  it("loses Markdown marks but no words", () => {
    const draft = draftOf("# News of **Armenia**\n\n2021-09-14\n\n[Armenia](http://x.example) sings.", KNOWN);
    expect(draft.sources).toMatchObject([{ name: "News of Armenia" }]);
    expect(draft.text).not.toContain("x.example");
  });
});

import { describe, expect, it } from "vitest";
import { askBundled, ends, ids, sourced } from "./run.js";
import { edgesOf } from "./seed-facts.js";

/** The questions on meetings, statements and names that the bundled data answer. */
const ARTICLE = "source:almaty-2018-06-11";
const BACKGROUND = "source:background";
const INF = "treaty:inf-1987";
const MEETING = "meeting:csto-cfm-2018-06-11";
const { ask } = askBundled();

describe("question 19: which CSTO bodies met, where, how often", () => {
  /** The CSTO and all its bodies, at any depth. */
  function bodies(): ReadonlySet<string | undefined> {
    const found = new Set<string | undefined>(["org:csto"]);
    const partOf = edgesOf("PART_OF").filter(({ kind }) => kind !== "SESSION_OF");
    for (const whole of found)
      for (const { from } of partOf.filter(({ to }) => to === whole)) found.add(from);
    return found;
  }

  it("are all sessions of the bundles, that of the foreign ministers in Almaty among them", async () => {
    const { organization } = await ask(19);
    const { edges, totalCount, aggregate } = organization.parts;
    const of = bodies();
    const sessions = edgesOf("PART_OF", { kind: "SESSION_OF" }).filter(({ to }) => of.has(to));
    expect(totalCount).toBe(sessions.length);
    expect(edges).toContainEqual({
      via: { id: "org:csto-cfm", name: "Council of Foreign Ministers of the CSTO" },
      node: { id: MEETING, date: "2018-06-11", place: "Алматы" },
      source: { id: ARTICLE },
    });
    const keys = ["Council of Foreign Ministers of the CSTO", "Алматы", "2018"];
    expect(aggregate.groups).toContainEqual({ keys, count: 1 });
  });
});

describe("question 20: the Secretary General of a day and his meetings", () => {
  it("was Khachaturov on 11 June 2018; he was at the session of that day, as an official", async () => {
    const { organization } = await ask(20);
    expect(sourced(organization.officeHolders.edges)).toEqual([`person:yuri-khachaturov ${BACKGROUND}`]);
    const [holder] = organization.officeHolders.edges;
    // The summit of 14 April 2017 appointed him from 2 May on; that of 8 November 2018 noted that he had been recalled.
    expect(holder.validFrom).toBe("2017-05-02");
    expect(holder.validTo).toMatch(/^2018-11/);
    const { edges } = holder.node.participated;
    expect(sourced(edges)).toContain(`${MEETING} ${ARTICLE}`);
    expect(edges).toContainEqual(
      expect.objectContaining({
        role: "OFFICIAL",
        node: expect.objectContaining({ id: MEETING, date: "2018-06-11" }),
      }),
    );
  });

  it("was Zas in 2021, with the meetings that the bundles have of him", async () => {
    const { organization } = await ask(20, { day: "2021-01-01" });
    expect(sourced(organization.officeHolders.edges)).toEqual([`person:stanislav-zas ${BACKGROUND}`]);
    const { edges } = organization.officeHolders.edges[0].node.participated;
    const attended = edgesOf("PARTICIPATED", { from: "person:stanislav-zas" });
    expect(attended.length).toBeGreaterThan(0);
    expect([...ends(edges)].sort()).toEqual(attended.map(({ to }) => to).sort());
  });
});

describe("question 21: topics of the list of 2018 without a statement", () => {
  it("are all three that the article names, and the list may have more", async () => {
    const { document } = await ask(21);
    expect(document.exhaustive).toBe(false);
    const topics = ["topic:counter-terrorism", "topic:illegal-migration", "topic:wmd-non-proliferation"];
    expect(sourced(document.concerns.edges)).toEqual(topics.map((topic) => `${topic} ${ARTICLE}`));
    expect(document.concerns.totalCount).toBe(3);
    expect(ids(document.withoutStatement.nodes)).toEqual(topics);
    expect(document.withoutStatement.totalCount).toBe(3);
  });
});

describe("question 22: documents considered and never adopted", () => {
  it("are the instructions and the draft roadmap", async () => {
    const { documents } = await ask(22);
    const considered = edgesOf("CONSIDERED").filter(({ to = "" }) => to.startsWith("document:"));
    const adopted = new Set(edgesOf("ADOPTED").map(({ to }) => to));
    const open = considered.filter(({ to }) => !adopted.has(to)).map(({ to, result }) => `${to} ${result}`);
    const told = documents.nodes.map(
      (node: { id: string; consideredBy: { edges: readonly { result: string }[] } }) =>
        `${node.id} ${node.consideredBy.edges.map(({ result }) => result).join()}`,
    );
    expect(told).toEqual(open.sort());
    expect(told).toEqual([
      "document:csto-collective-instructions DISCUSSED",
      "document:csto-un-roadmap-2018-2020 CONSIDERED",
    ]);
    expect(documents.totalCount).toBe(2);
    expect(documents.pageInfo.hasNextPage).toBe(false);
    for (const { consideredBy } of documents.nodes) {
      expect(sourced(consideredBy.edges)).toEqual([`${MEETING} ${ARTICLE}`]);
    }
  });

  it("come a page at a time", async () => {
    const first = await ask(22, { first: 1 });
    expect(ids(first.documents.nodes)).toEqual(["document:csto-collective-instructions"]);
    expect(first.documents).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const second = await ask(22, { first: 1, after: first.documents.pageInfo.endCursor });
    expect(ids(second.documents.nodes)).toEqual(["document:csto-un-roadmap-2018-2020"]);
    expect(second.documents.pageInfo.hasNextPage).toBe(false);
  });
});

describe("question 23: who took part, in what capacity, who below minister", () => {
  it("is the Council as a group at minister's level, and the Secretary General, whose level nobody says", async () => {
    const { meeting } = await ask(23);
    expect(meeting.participants.totalCount).toBe(2);
    expect(sourced(meeting.participants.edges)).toEqual([
      `org:csto-cfm ${ARTICLE}`,
      `person:yuri-khachaturov ${ARTICLE}`,
    ]);
    expect(meeting.participants.edges).toMatchObject([
      { role: "MEMBER", level: "MINISTER", collective: true, title: null },
      { role: "OFFICIAL", level: null, title: "Secretary General" },
    ]);
    for (const { role, level, source, assertions } of meeting.participants.edges) {
      expect(assertions).toEqual([{ role, level, source }]);
    }
    expect(meeting.belowMinister).toEqual({ totalCount: 0, edges: [] });
  });
});

describe("question 27: accused of a breach while still party", () => {
  it("is the United States on 11 June 2018, of the INF Treaty, by the CSTO's ministers, then Russia and Iran", async () => {
    const { statements } = await ask(27);
    expect(ids(statements.nodes)).toEqual([
      "statement:csto-inf-2018-06-11",
      "statement:usa-inf-2018-12-04",
      "statement:e3-snapback-2025-08-28",
    ]);
    const [{ date, concerns }] = statements.nodes;
    expect(date).toBe("2018-06-11");
    const accused = concerns.edges.filter(({ aspect }: { aspect: string }) => aspect === "ALLEGED_BREACH");
    expect(accused).toMatchObject([
      { stance: "CRITICIZES", node: { id: "state:usa" }, source: { id: ARTICLE } },
    ]);
    expect(ends(concerns.edges)).toContain(INF);
  });
});

describe("question 28: what happened around the INF Treaty in 2018 and 2019", () => {
  interface Event {
    readonly date: string;
    readonly what: string;
    readonly node: { readonly id: string };
    readonly edge: { readonly type: string; readonly source: { readonly id: string } };
  }

  it("goes from the CSTO's statement to the end, every event by its source", async () => {
    const { timeline } = await ask(28);
    const told = timeline.edges.map(({ date, what, node }: Event) => `${date} ${what} ${node.id}`);
    const lastDays = ["blr", "kaz", "rus", "ukr", "usa"].map((s) => `2019-08-01 PARTY_TO.validTo state:${s}`);
    const expected = [
      // Twice: for its value and for its viability.
      "2018-06-11 CONCERNS statement:csto-inf-2018-06-11",
      "2018-06-11 CONCERNS statement:csto-inf-2018-06-11",
      "2018-10-20 CONCERNS statement:usa-inf-2018-10-20",
      // Twice: for the suspension and for the breach that it alleges.
      "2018-12-04 CONCERNS statement:usa-inf-2018-12-04",
      "2018-12-04 CONCERNS statement:usa-inf-2018-12-04",
      "2019-02-01 CONCERNS statement:usa-inf-2019-02-01",
      "2019-02-02 CONCERNS statement:rus-inf-2019-02-02",
      "2019-02-02 RELATED_TO.RESPONDS_TO statement:rus-inf-2019-02-02",
      // Suspension and notice, and the day on which the suspension took effect.
      "2019-02-02 TREATY_ACTION.date state:usa",
      "2019-02-02 TREATY_ACTION.date state:usa",
      "2019-02-02 TREATY_ACTION.effectiveOn state:usa",
      "2019-03-04 TREATY_ACTION.date state:rus",
      "2019-03-04 TREATY_ACTION.effectiveOn state:rus",
      ...lastDays,
      // Withdrawal; effect of the notice and of the withdrawal.
      "2019-08-02 TREATY_ACTION.date state:usa",
      "2019-08-02 TREATY_ACTION.effectiveOn state:usa",
      "2019-08-02 TREATY_ACTION.effectiveOn state:usa",
      `2019-08-02 Treaty.ended ${INF}`,
    ];
    expect([...told].sort()).toEqual([...expected].sort());
    expect(timeline.totalCount).toBe(expected.length);
    const dates = timeline.edges.map(({ date }: Event) => date);
    expect(dates).toEqual([...dates].sort());
    for (const { node, edge } of timeline.edges as readonly Event[]) {
      const ofArticle = node.id === "statement:csto-inf-2018-06-11";
      expect([node.id, edge.source.id]).toEqual([node.id, ofArticle ? ARTICLE : BACKGROUND]);
    }
  });

  it("has the meeting and what it adopted when they are asked for, too", async () => {
    const about = [MEETING, "statement:csto-inf-2018-06-11", INF];
    const { timeline } = await ask(28, { about, within: "2018" });
    const told = timeline.edges.map(({ what, node }: Event) => `${what} ${node.id}`);
    expect(told).toContain("ADOPTED.date statement:csto-inf-2018-06-11");
    expect(told).toContain(`Meeting.date ${MEETING}`);
    expect(told).toContain("CONCERNS statement:csto-inf-2018-06-11");
  });
});

describe("question 29: names in any form", () => {
  interface Hit {
    readonly matched: string;
    readonly match: string;
    readonly node: { readonly id: string; readonly name: string };
  }

  it.each([
    ["words", INF, "Договор о ракетах средней дальности", "MORPHOLOGY"],
    ["inf", INF, "INF", "EXACT"],
    ["abbreviation", INF, "ДРСМД", "EXACT"],
    ["former", "state:kgz", "Киргизия", "EXACT"],
    ["current", "state:kgz", "Кыргызстан", "EXACT"],
  ])("%s finds %s first", async (alias, id, matched, match) => {
    const { [alias]: found } = await ask(29);
    const [best]: readonly Hit[] = found.edges;
    expect(best).toMatchObject({ matched, match, node: { id } });
    const counted = found.facets.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
    expect(counted).toBe(found.totalCount);
  });

  it("names both in Russian", async () => {
    const { inf, current } = await ask(29);
    expect(inf.edges[0].node.name).toBe("Договор о ликвидации ракет средней и меньшей дальности");
    expect(current.edges[0].node.name).toBe("Киргизия");
  });
});

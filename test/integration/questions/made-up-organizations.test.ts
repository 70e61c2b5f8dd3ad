import { describe, expect, it } from "vitest";
import { askMadeUp, ends, ids, sourced } from "./run.js";

/** Questions on organizations and meetings, on the made-up example; answers worked out by hand. */
const A = "source:example-a";
const B = "source:example-b";
const ALLIANCE = { organization: "org:x-alliance" };
const { ask } = askMadeUp();

describe("question 5: statements of an organization and its bodies in support of a treaty", () => {
  it("are those of a session and of the body itself, not what criticizes or is of another", async () => {
    const { organization } = await ask(5, { ...ALLIANCE, treaty: "treaty:x-base" });
    const told = organization.adopted.edges.map(
      ({ via, node, source }: { via: { id: string }; node: { id: string }; source: { id: string } }) =>
        [via.id, node.id, source.id].join(" "),
    );
    expect([...told].sort()).toEqual([
      `meeting:x-council-2018 statement:x-by-session ${A}`,
      `org:x-council statement:x-by-body ${A}`,
    ]);
    expect(organization.adopted.totalCount).toBe(2);
  });
});

describe("question 17: members, associates and observers at the end of each year", () => {
  it("follows who joins, leaves and changes its role", async () => {
    const { organization } = await ask(17, { organization: "org:x-forum", during: "1999/2003" });
    const told = organization.members.aggregate.series.map(
      ({
        period,
        count,
        groups,
      }: {
        period: string;
        count: number;
        groups: readonly Record<string, unknown>[];
      }) => [period, count, ...groups.map(({ keys, count }) => `${keys} ${count}`)].join(" "),
    );
    expect(told).toEqual([
      "1999 0",
      "2000 3 MEMBER 2 OBSERVER 1",
      "2001 3 ASSOCIATE 1 MEMBER 1 OBSERVER 1",
      "2002 4 ASSOCIATE 1 MEMBER 2 OBSERVER 1",
      "2003 4 MEMBER 3 OBSERVER 1",
    ]);
  });
});

describe("question 18: organizations of France and Turkey without Greece", () => {
  interface Found {
    readonly id: string;
    readonly members: { readonly edges: Parameters<typeof sourced>[0] };
  }

  it("are three at the end of 2010: Greece had left one, observes one, joins one the day after", async () => {
    const { organizations } = await ask(18);
    expect(ids(organizations.nodes)).toEqual(["org:x-forum", "org:x-with-observer", "org:x-greece-later"]);
    expect(organizations.totalCount).toBe(3);
    const members = organizations.nodes.map(({ members }: Found) => sourced(members.edges));
    expect(members).toEqual([
      [`state:fra ${A}`, `state:tur ${A}`],
      [`state:fra ${A}`, `state:tur ${B}`],
      [`state:fra ${A}`, `state:tur ${A}`],
    ]);
  });

  it("are none that was dissolved before, although nobody says that its members left", async () => {
    const { organizations } = await ask(18, { two: "state:deu" });
    expect(organizations).toEqual({ totalCount: 0, nodes: [] });
    const before = await ask(18, { two: "state:deu", day: "2005-12-31" });
    expect(ids(before.organizations.nodes)).toEqual(["org:x-dissolved"]);
  });

  it("are others a day earlier and a day later", async () => {
    const earlier = await ask(18, { day: "2010-12-30" });
    expect([...ids(earlier.organizations.nodes)].sort()).toEqual([
      "org:x-forum",
      "org:x-france-left",
      "org:x-with-observer",
    ]);
    const later = await ask(18, { day: "2011-01-01" });
    expect([...ids(later.organizations.nodes)].sort()).toEqual([
      "org:x-forum",
      "org:x-turkey-later",
      "org:x-with-observer",
    ]);
  });
});

describe("question 19: which bodies met, where, how often a year", () => {
  interface Session {
    readonly via: { readonly id: string };
    readonly node: { readonly id: string; readonly date: string; readonly place: string };
    readonly source: { readonly id: string };
  }

  it("has the meetings of the organization, of its body and of the body of that, and of no other", async () => {
    const { organization } = await ask(19, ALLIANCE);
    const told = organization.parts.edges.map(({ via, node, source }: Session) =>
      [via.id, node.id, node.date, node.place, source.id].join(" "),
    );
    expect([...told].sort()).toEqual([
      `org:x-alliance meeting:x-summit-2016 2016-12-01 Minsk ${A}`,
      `org:x-council meeting:x-council-2016-05 2016-05-01 Moscow ${A}`,
      `org:x-council meeting:x-council-2016-11 2016-11-02 Minsk ${B}`,
      `org:x-council meeting:x-council-2016-12 2016-12 Moscow ${A}`,
      `org:x-council meeting:x-council-2017 2017-03-03 Moscow ${A}`,
      `org:x-council meeting:x-council-2018 2018-03-01 Minsk ${A}`,
      `org:x-staff meeting:x-staff-2017 2017-04-04 Moscow ${A}`,
    ]);
    expect(organization.parts.totalCount).toBe(7);
    expect(organization.parts.aggregate.groups).toEqual([
      { keys: ["Alliance", "Minsk", "2016"], count: 1 },
      { keys: ["Council of the Alliance", "Minsk", "2016"], count: 1 },
      { keys: ["Council of the Alliance", "Minsk", "2018"], count: 1 },
      { keys: ["Council of the Alliance", "Moscow", "2016"], count: 2 },
      { keys: ["Council of the Alliance", "Moscow", "2017"], count: 1 },
      { keys: ["Staff of the Council", "Moscow", "2017"], count: 1 },
    ]);
  });
});

describe("question 20: the Secretary General of a day and the meetings of the term", () => {
  it("was the first, with the meetings from the first to the last day of the term", async () => {
    const { organization } = await ask(20, ALLIANCE);
    expect(sourced(organization.officeHolders.edges)).toEqual([`person:x-one ${A}`]);
    const [{ validFrom, validTo, node }] = organization.officeHolders.edges;
    expect([validFrom, validTo, node.name]).toEqual(["2016-01-01", "2018-12-31", "Секретарь Первый"]);
    expect(sourced(node.participated.edges)).toEqual([
      `meeting:x-council-2016-11 ${A}`,
      `meeting:x-council-2017 ${B}`,
      `meeting:x-last-day-of-term ${A}`,
    ]);
    const roles = node.participated.edges.map(({ role }: { role: string }) => role);
    expect(roles).toEqual(["OFFICIAL", "OFFICIAL", "SPEAKER"]);
  });

  it("was the second the day after, who went nowhere; the deputy is one of another title", async () => {
    const { organization } = await ask(20, { ...ALLIANCE, day: "2019-01-01" });
    expect(sourced(organization.officeHolders.edges)).toEqual([`person:x-two ${A}`]);
    expect(organization.officeHolders.edges[0].node.participated.edges).toEqual([]);
    const deputy = await ask(20, { ...ALLIANCE, title: "DEPUTY" });
    expect(ends(deputy.organization.officeHolders.edges)).toEqual(["person:x-deputy"]);
  });
});

describe("question 21: topics of its own list on which a body issued no statement that year", () => {
  const list = { list: "document:x-topics", body: "org:x-council" };

  it("are those with a statement of another year or body, or only a document", async () => {
    const { document } = await ask(21, list);
    expect(document.exhaustive).toBe(true);
    expect(sourced(document.concerns.edges)).toEqual(
      ["by-body", "by-session", "elsewhere", "only-document", "year-late"].map(
        (topic) => `topic:x-${topic} ${A}`,
      ),
    );
    expect(document.concerns.totalCount).toBe(5);
    // By a session and by the body itself: both are statements of the body.
    const without = ["topic:x-elsewhere", "topic:x-only-document", "topic:x-year-late"];
    expect(ids(document.withoutStatement.nodes)).toEqual(without);
    expect(document.withoutStatement.totalCount).toBe(3);
  });

  it("are others the year after", async () => {
    const { document } = await ask(21, { ...list, year: "2019" });
    expect(ids(document.withoutStatement.nodes)).not.toContain("topic:x-year-late");
    expect(document.withoutStatement.totalCount).toBe(4);
  });
});

describe("question 22: considered, never adopted, the oldest first", () => {
  interface Draft {
    readonly id: string;
    readonly consideredBy: {
      readonly edges: readonly { readonly result: string; readonly source: { id: string } }[];
    };
  }

  it("has the older draft before the newer, the undated last, by whom and with what result", async () => {
    const { documents } = await ask(22);
    const told = documents.nodes.map(({ id, consideredBy }: Draft) =>
      [id, ...consideredBy.edges.map(({ result, source }) => `${result} ${source.id}`)].join(" "),
    );
    expect(told).toEqual([
      `document:x-draft-b-older DEFERRED ${B}`,
      `document:x-draft-a-newer REJECTED ${A}`,
      `document:x-draft-c-undated DISCUSSED ${A}`,
    ]);
    expect(documents.totalCount).toBe(3);
  });

  it("keeps the order over pages", async () => {
    const found: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 3; page++) {
      const { documents } = await ask(22, { first: 1, after });
      found.push(...ids(documents.nodes));
      expect(documents.pageInfo.hasNextPage).toBe(page < 2);
      after = documents.pageInfo.endCursor;
    }
    expect(found).toEqual([
      "document:x-draft-b-older",
      "document:x-draft-a-newer",
      "document:x-draft-c-undated",
    ]);
  });
});

describe("question 23: participants and who is below minister", () => {
  it("has the deputy by the source that is read, what the other says, and no unknown level", async () => {
    const { meeting } = await ask(23, { meeting: "meeting:x-council-2016-11" });
    const levels = meeting.participants.edges.map(
      (edge: { node: { id: string }; role: string; level: string | null; source: { id: string } }) =>
        [edge.node.id, edge.role, edge.level ?? "-", edge.source.id].join(" "),
    );
    expect([...levels].sort()).toEqual([
      `person:x-one OFFICIAL - ${A}`,
      `state:arm MEMBER MINISTER ${A}`,
      `state:blr MEMBER DEPUTY ${A}`,
      `state:kaz OBSERVER OTHER ${B}`,
      `state:rus CHAIR HEAD ${A}`,
    ]);
    expect(meeting.participants.totalCount).toBe(5);
    const belarus = meeting.participants.edges.find(
      ({ node }: { node: { id: string } }) => node.id === "state:blr",
    );
    expect(belarus.assertions).toEqual([
      { level: "DEPUTY", role: "MEMBER", source: { id: A } },
      { level: "MINISTER", role: "MEMBER", source: { id: B } },
    ]);
    expect(sourced(meeting.belowMinister.edges)).toEqual([`state:blr ${A}`, `state:kaz ${B}`]);
    expect(meeting.belowMinister.edges[0]).toMatchObject({ level: "DEPUTY", title: "Deputy minister" });
    expect(meeting.belowMinister.totalCount).toBe(2);
  });
});

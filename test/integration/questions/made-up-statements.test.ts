import { describe, expect, it } from "vitest";
import { askMadeUp, ends, ids, sourced } from "./run.js";

/** Questions on statements and treaties, on the made-up example; answers worked out by hand. */
const A = "source:example-a";
const B = "source:example-b";
const TREATY = "treaty:x-missiles";
const { ask } = askMadeUp();

interface Source {
  readonly source: { readonly id: string };
}

describe("question 4: statements within 90 days after the announcement", () => {
  const STATEMENTS = [
    "statement:x-same-day",
    "statement:x-rus-suspends",
    "statement:x-some-day-of-may",
    "statement:x-day-90",
  ];

  it("are those of the same day to the 90th, other announcements included, the earliest first", async () => {
    const { statements } = await ask(4, { treaty: TREATY });
    expect(ids(statements.nodes)).toEqual(STATEMENTS);
    expect(statements.totalCount).toBe(4);
    expect(statements.nodes.map(({ date }: { date: string }) => date)).toEqual([
      "2019-02-01",
      "2019-02-02",
      "2019-05",
      "2019-05-02",
    ]);
    expect(sourced(statements.nodes[1].adoptedBy.edges)).toEqual([`state:rus ${A}`]);
    expect(sourced(statements.nodes[3].adoptedBy.edges)).toEqual([`state:deu ${A}`]);
  });

  it("include the 91st day when 91 are asked for, and not the 90th when 89 are", async () => {
    const more = await ask(4, { treaty: TREATY, days: 91 });
    expect(ids(more.statements.nodes)).toEqual([...STATEMENTS, "statement:x-day-91"]);
    const fewer = await ask(4, { treaty: TREATY, days: 89 });
    expect(ids(fewer.statements.nodes)).toEqual(STATEMENTS.slice(0, 3));
  });

  it("are none when another state announced it, and for a treaty that nobody leaves", async () => {
    const other = await ask(4, { treaty: "treaty:x-other" });
    expect(other.statements).toEqual({ totalCount: 0, nodes: [] });
    const russian = await ask(4, { treaty: "treaty:x-other", state: "state:rus" });
    expect(ids(russian.statements.nodes)).toEqual(["statement:x-of-other"]);
    const ban = await ask(4, { treaty: "treaty:x-ban" });
    expect(ban.statements.totalCount).toBe(0);
  });
});

describe("question 6: who protested against a withdrawal within half a year", () => {
  interface Act extends Source {
    readonly act: string;
    readonly date: string;
    readonly effectiveOn: string;
    readonly node: {
      readonly id: string;
      readonly concernedBy: { readonly edges: readonly (Source & { readonly node: Protest })[] };
    };
  }
  interface Protest {
    readonly id: string;
    readonly adoptedBy: { readonly nodes: readonly { readonly id: string }[] };
  }

  it("finds the protests around the notice and around the end, and not the state's own criticism", async () => {
    const { state } = await ask(6);
    const acts: readonly Act[] = state.treatyActions.edges;
    expect(state.treatyActions.totalCount).toBe(2);
    expect(
      acts.map(({ act, date, effectiveOn, node }) => `${act} ${date} ${effectiveOn} ${node.id}`),
    ).toEqual([
      `WITHDRAWAL_NOTICE 2019-02-02 2019-08-02 ${TREATY}`,
      `WITHDRAWAL 2019-08-02 2019-08-02 ${TREATY}`,
    ]);
    expect(acts.map(({ source }) => source.id)).toEqual([A, A]);
    // 2019-02-01 is 182 days before the end; 2020-01-29 is 180, 2020-01-30 is 181 days after it.
    expect(acts.map(({ node }) => sourced(node.concernedBy.edges))).toEqual([
      [`statement:x-day-90 ${A}`, `statement:x-same-day ${A}`],
      [`statement:x-day-90 ${A}`, `statement:x-protest-180 ${A}`],
    ]);
    const protesters = acts.map(({ node }) =>
      node.concernedBy.edges.flatMap(({ node: { adoptedBy } }) => ids(adoptedBy.nodes)),
    );
    expect(protesters).toEqual([
      ["state:deu", "state:fra"],
      ["state:deu", "state:can"],
    ]);
  });

  it("has no withdrawal of a state that only suspended, ratified or did nothing", async () => {
    const { state } = await ask(6, { state: "state:fra" });
    expect(state.treatyActions).toEqual({ totalCount: 0, edges: [] });
  });
});

describe("question 7: reservations and the objections to each", () => {
  it("has both reservations by date, two objections to one and none to the other", async () => {
    const { treaty } = await ask(7, { treaty: "treaty:x-ban" });
    const { edges, totalCount } = treaty.concernedBy;
    expect(sourced(edges)).toEqual([`statement:x-reservation-tur ${A}`, `statement:x-reservation-ind ${A}`]);
    expect(totalCount).toBe(2);
    const [turkish, indian] = edges.map(({ node }: { node: unknown }) => node);
    expect([turkish.date, ids(turkish.adoptedBy.nodes)]).toEqual(["2000-05-01", ["state:tur"]]);
    expect(turkish.relatedFrom).toEqual({ totalCount: 0, edges: [] });
    expect([indian.date, ids(indian.adoptedBy.nodes)]).toEqual(["2001-05-01", ["state:ind"]]);
    expect(sourced(indian.relatedFrom.edges)).toEqual([
      `statement:x-objection-deu ${B}`,
      `statement:x-objection-fra ${A}`,
    ]);
    expect(indian.relatedFrom.totalCount).toBe(2);
    const objections = indian.relatedFrom.edges.map(
      ({ node }: { node: { date: string; adoptedBy: { nodes: readonly { id: string }[] } } }) =>
        `${node.date} ${ids(node.adoptedBy.nodes).join()}`,
    );
    expect(objections).toEqual(["2002-02-01 state:deu", "2002-01-01 state:fra"]);
  });

  it("has none of a treaty without reservations", async () => {
    const { treaty } = await ask(7, { treaty: TREATY });
    expect(treaty.concernedBy).toEqual({ totalCount: 0, edges: [] });
  });
});

describe("question 9: what changed a treaty", () => {
  it("is its protocols at any depth, what amends or supersedes it, and what supersedes that", async () => {
    const { treaty } = await ask(9, { treaty: "treaty:x-base" });
    expect([...sourced(treaty.parts.edges)].sort()).toEqual([
      `treaty:x-protocol ${A}`,
      `treaty:x-protocol-to-protocol ${A}`,
    ]);
    expect(sourced(treaty.relatedFrom.edges)).toEqual([`treaty:x-amendment ${A}`, `treaty:x-next ${A}`]);
    expect(treaty.relatedFrom.edges.map(({ kind }: { kind: string }) => kind)).toEqual([
      "AMENDS",
      "SUPERSEDES",
    ]);
    const [amendment, next] = treaty.relatedFrom.edges;
    expect(amendment.node.relatedFrom.edges).toEqual([]);
    expect(ends(next.node.relatedFrom.edges)).toEqual(["treaty:x-after-next"]);
  });
});

describe("question 27: accused of a breach while still party", () => {
  it("finds the accusations up to the last day, not the day after, of an outsider or of another treaty", async () => {
    const { statements } = await ask(27);
    expect(ids(statements.nodes)).toEqual(["statement:x-breach", "statement:x-breach-last-day"]);
    expect(statements.totalCount).toBe(2);
    expect(statements.nodes.map(({ date }: { date: string }) => date)).toEqual(["2018-06-01", "2019-08-01"]);
    for (const { concerns } of statements.nodes) {
      expect(sourced(concerns.edges)).toEqual([`state:usa ${A}`, `${TREATY} ${A}`]);
      expect(concerns.edges[0]).toMatchObject({ aspect: "ALLEGED_BREACH", stance: "CRITICIZES" });
    }
  });
});

describe("question 28: announcement, notice and the answers to it, in order", () => {
  interface Event {
    readonly date: string;
    readonly what: string;
    readonly node: { readonly id: string };
    readonly edge: Source & { readonly type: string };
    readonly respondsTo: readonly { readonly id: string }[];
  }

  it("has answers to answers that do not name the treaty, and what each responds to", async () => {
    const { timeline } = await ask(28, { about: [TREATY], within: "2019-02" });
    const told = timeline.edges.map(({ date, what, node, respondsTo }: Event) =>
      [date, what, node.id, ...ids(respondsTo)].join(" "),
    );
    const expected = [
      "2019-02-01 CONCERNS statement:x-same-day",
      // Of its withdrawal and of its value.
      "2019-02-01 CONCERNS statement:x-usa-leaves",
      "2019-02-01 CONCERNS statement:x-usa-leaves",
      "2019-02-02 CONCERNS statement:x-rus-suspends statement:x-usa-leaves",
      "2019-02-02 RELATED_TO.RESPONDS_TO statement:x-rus-suspends statement:x-usa-leaves",
      "2019-02-02 TREATY_ACTION.date state:usa",
      "2019-02-10 RELATED_TO.RESPONDS_TO statement:x-reply statement:x-rus-suspends",
      "2019-02-11 RELATED_TO.RESPONDS_TO statement:x-reply-to-reply statement:x-reply",
    ];
    expect([...told].sort()).toEqual(expected);
    expect(timeline.totalCount).toBe(expected.length);
    const dates = timeline.edges.map(({ date }: Event) => date);
    expect(dates).toEqual([...dates].sort());
    for (const { edge } of timeline.edges as readonly Event[]) expect(edge.source.id).toBe(A);
  });
});

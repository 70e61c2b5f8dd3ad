import { describe, expect, it } from "vitest";
import { askMadeUp, ids, sourced } from "./run.js";

/** Questions on votes, on the made-up example; answers worked out by hand. */
const A = "source:example-a";
const B = "source:example-b";
const { ask } = askMadeUp();

describe("question 24: how often two states agreed in votes on a topic, by year", () => {
  it("counts ballots that both cast on that topic", async () => {
    const { network } = await ask(24, { topic: "topic:x-disarmament" });
    expect(network.links).toHaveLength(1);
    const [link] = network.links;
    expect([link.from, link.to].sort()).toEqual(["state:kaz", "state:rus"]);
    expect([link.shared, link.agreed]).toEqual([3, 2]);
    expect(link.weight).toBeCloseTo(2 / 3, 9);
    const byKey = [...link.groups].sort((one, other) => (one.key < other.key ? -1 : 1));
    expect(byKey).toEqual([
      { key: "1995", shared: 2, agreed: 1, weight: 0.5 },
      { key: "1996", shared: 1, agreed: 1, weight: 1 },
    ]);
  });

  it("has the one of another topic apart, and the pair of France with one ballot", async () => {
    const trade = await ask(24, { topic: "topic:x-trade" });
    expect(trade.network.links).toMatchObject([{ shared: 1, agreed: 1, weight: 1 }]);
    const french = await ask(24, { topic: "topic:x-disarmament", two: "state:fra" });
    expect(french.network.links).toMatchObject([{ shared: 1, agreed: 1, groups: [{ key: "1995" }] }]);
    const none = await ask(24, { topic: "topic:x-trade", two: "state:fra" });
    expect(none.network.links).toEqual([]);
  });
});

describe("question 25: resolutions on which the members at the time of the vote split", () => {
  interface Resolution {
    readonly id: string;
    readonly symbol: string;
    readonly date: string;
    readonly voters: {
      readonly edges: readonly {
        readonly position: string;
        readonly node: { id: string };
        readonly source: { id: string };
      }[];
      readonly aggregate: { readonly groups: readonly unknown[] };
    };
  }

  it("are two: not where the one against joined later, had left, or only observes", async () => {
    const { documents } = await ask(25, { organization: "org:x-alliance" });
    const found: readonly Resolution[] = documents.nodes;
    expect(found.map(({ id, symbol, date }) => `${id} ${symbol} ${date}`)).toEqual([
      "document:x-split X/50/10 1995-12-01",
      "document:x-split-later X/51/11 1996-12-02",
    ]);
    expect(documents.totalCount).toBe(2);
  });

  it("shows the votes of those who were members that day, and of nobody else", async () => {
    const { documents } = await ask(25, { organization: "org:x-alliance" });
    const votes = documents.nodes.map(({ voters }: Resolution) =>
      voters.edges.map(({ position, node, source }) => `${node.id} ${position} ${source.id}`).sort(),
    );
    expect(votes).toEqual([
      [`state:geo ABSTAIN ${A}`, `state:kaz NO ${B}`, `state:rus YES ${A}`],
      [`state:blr NO ${A}`, `state:rus YES ${A}`],
    ]);
    expect(documents.nodes.map(({ voters }: Resolution) => voters.aggregate.groups)).toEqual([
      [
        { keys: ["ABSTAIN"], count: 1 },
        { keys: ["NO"], count: 1 },
        { keys: ["YES"], count: 1 },
      ],
      [
        { keys: ["NO"], count: 1 },
        { keys: ["YES"], count: 1 },
      ],
    ]);
  });

  it("are none of an organization whose members did not vote", async () => {
    const { documents } = await ask(25, { organization: "org:x-with-observer" });
    expect(documents).toEqual({ totalCount: 0, nodes: [] });
  });
});

describe("question 26: who abstained but signed the treaty that the resolution is about", () => {
  it("are India and France, by Russian name, each vote by its source", async () => {
    const { document } = await ask(26, { resolution: "document:x-on-ban" });
    expect([document.symbol, document.date, ids(document.concerns.nodes)]).toEqual([
      "X/65/20",
      "2010-12-01",
      ["treaty:x-ban"],
    ]);
    expect(sourced(document.voters.edges)).toEqual([`state:ind ${B}`, `state:fra ${A}`]);
    expect(document.voters.edges.map(({ node }: { node: { name: string } }) => node.name)).toEqual([
      "Индия",
      "Франция",
    ]);
    expect(document.voters.totalCount).toBe(2);
  });

  it("is Canada for the resolution of the next year", async () => {
    const { document } = await ask(26, { resolution: "document:x-on-ban-again" });
    expect(sourced(document.voters.edges)).toEqual([`state:can ${A}`]);
  });

  it("is nobody for a resolution that is about no treaty", async () => {
    const { document } = await ask(26, { resolution: "document:x-r2" });
    expect(document.voters).toEqual({ totalCount: 0, edges: [] });
  });
});

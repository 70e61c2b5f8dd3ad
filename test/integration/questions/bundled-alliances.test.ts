import { describe, expect, it } from "vitest";
import { askBundled, ids, sourced } from "./run.js";
import { coSignatures, edgesOf, holding, nodeValues } from "./seed-facts.js";

/** The questions on alliances and networks that the bundled data answer; expectations are counted from the bundle files. */
const BACKGROUND = "source:background";
const { ask } = askBundled();

const alliances = [...nodeValues("Treaty", "allianceType")];

describe("question 10: allies of Kazakhstan", () => {
  it.each([
    ["2005-01-01", ["arm", "blr", "kgz", "rus", "tjk"]],
    ["1998-01-01", ["arm", "aze", "blr", "geo", "kgz", "rus", "tjk", "uzb"]],
    ["2009-01-01", ["arm", "blr", "kgz", "rus", "tjk", "uzb"]],
  ])("on %s: the parties of the Collective Security Treaty, a defence pact", async (day, codes) => {
    const { state } = await ask(10, { day });
    expect(state.partyTo.totalCount).toBe(1);
    const [{ node, source }] = state.partyTo.edges;
    expect([node.id, node.allianceType, source.id]).toEqual(["treaty:cst-1992", "DEFENSE_PACT", BACKGROUND]);
    expect(ids(node.parties.nodes)).toEqual(codes.map((code) => `state:${code}`));
    expect(node.parties.totalCount).toBe(codes.length);
    const counted = holding(edgesOf("PARTY_TO", { to: "treaty:cst-1992" }), day, day).map(
      ({ from = "" }) => from,
    );
    expect(counted.filter((id) => id !== "state:kaz").sort()).toEqual(ids(node.parties.nodes));
  });

  it("has none before the treaty, though Kazakhstan was party to arms control treaties", async () => {
    const { state } = await ask(10, { day: "1993-12-31" });
    expect(state.partyTo).toEqual({ totalCount: 0, edges: [] });
  });
});

describe("question 11: the shortest way of alliances from Russia to India", () => {
  it("is none: India is party to no alliance of the bundles, which the search finds in time", async () => {
    expect(alliances.flatMap(([to]) => edgesOf("PARTY_TO", { from: "state:ind", to }))).toEqual([]);
    expect((await ask(11)).path).toEqual({ status: "NONE", length: null, paths: [] });
  });
});

describe("question 13: alliance commitments by year and type", () => {
  interface Period {
    readonly period: string;
    readonly count: number;
    readonly nodes: number;
    readonly groups: readonly { readonly keys: readonly string[]; readonly count: number }[];
  }

  it("counts the spells of each year as they are in the bundles", async () => {
    const { treaties } = await ask(13, { during: "1992/2014" });
    expect(treaties.totalCount).toBe(alliances.length);
    const rows = alliances.flatMap(([to]) => edgesOf("PARTY_TO", { to }));
    expect(treaties.aggregate.count).toBe(rows.length);
    const series: readonly Period[] = treaties.aggregate.series;
    expect(series.map(({ period }) => period)).toEqual(
      Array.from({ length: 23 }, (_, i) => String(1992 + i)),
    );
    for (const { period, count, nodes, groups } of series) {
      const held = holding(rows, `${period}-01-01`, `${period}-12-31`);
      expect([period, count]).toEqual([period, held.length]);
      expect([period, nodes]).toEqual([period, new Set(held.map(({ from }) => from)).size]);
      expect(groups).toEqual(count ? [{ keys: ["DEFENSE_PACT"], count }] : []);
    }
    // Nine from 1994 to 1999, six after; seven while Uzbekistan was back.
    const by = new Map(series.map(({ period, count }) => [period, count]));
    expect(["1993", "1994", "1999", "2000", "2006", "2012", "2013"].map((year) => by.get(year))).toEqual([
      0, 9, 9, 6, 7, 7, 6,
    ]);
  });
});

describe("question 14: who left an alliance and rejoined it", () => {
  it("is Uzbekistan with its two spells of the Collective Security Treaty", async () => {
    const { treaties } = await ask(14);
    expect(ids(treaties.nodes)).toEqual(["treaty:cst-1992"]);
    expect(treaties.totalCount).toBe(1);
    const [{ parties }] = treaties.nodes;
    expect(parties.aggregate.nodes).toBe(1);
    const spells = edgesOf("PARTY_TO", { to: "treaty:cst-1992", from: "state:uzb" });
    expect(spells).toHaveLength(2);
    expect(
      parties.edges.map(({ validFrom, validTo }: Record<string, string>) => [validFrom, validTo]),
    ).toEqual(spells.map(({ validFrom, validTo }) => [validFrom, validTo]));
    expect(sourced(parties.edges)).toEqual([`state:uzb ${BACKGROUND}`, `state:uzb ${BACKGROUND}`]);
  });

  it("leaves out nobody that has two spells of an alliance in the bundles", () => {
    const pairs = alliances
      .flatMap(([to]) => edgesOf("PARTY_TO", { to }))
      .map(({ from, to }) => `${from} ${to}`);
    const twice = new Set(pairs.filter((pair, index) => pairs.indexOf(pair) !== index));
    expect([...twice]).toEqual(["state:uzb treaty:cst-1992"]);
  });
});

describe("question 16: who signed treaties together in the 1990s", () => {
  interface Link {
    readonly from: string;
    readonly to: string;
    readonly weight: number;
  }
  const weights = coSignatures("1990-01-01", "1999-12-31");
  const pairOf = ({ from, to }: Link) => [from, to].sort().join(" ");

  it("has as many pairs as the bundles, the heaviest first, each with its weight", async () => {
    const { network } = await ask(16);
    expect(network.totalCount).toBe(weights.size);
    const links: readonly Link[] = network.links;
    const heaviest = [...weights.values()].sort((one, other) => other - one).slice(0, 50);
    expect(links.map(({ weight }) => weight)).toEqual(heaviest);
    for (const link of links)
      expect([pairOf(link), link.weight]).toEqual([pairOf(link), weights.get(pairOf(link))]);
    expect(new Set(links.map(pairOf)).size).toBe(50);
  });

  it("measures of the whole network: neighbours and strength of every state", async () => {
    const { network } = await ask(16);
    const strength = new Map<string, number>();
    const degree = new Map<string, number>();
    for (const [pair, weight] of weights) {
      for (const id of pair.split(" ")) {
        strength.set(id, (strength.get(id) ?? 0) + weight);
        degree.set(id, (degree.get(id) ?? 0) + 1);
      }
    }
    const told = network.nodes.map((n: { node: { id: string }; degree: number; strength: number }) => [
      n.node.id,
      n.degree,
      n.strength,
    ]);
    expect(told).toEqual([...strength.keys()].sort().map((id) => [id, degree.get(id), strength.get(id)]));
  });

  it.each([
    ["state:rus", "state:usa"],
    ["state:fra", "state:deu"],
    ["state:kaz", "state:kgz"],
    ["state:usa", "state:isl"],
  ])("%s and %s, counted by hand over the treaties", async (one, other) => {
    const { network } = await ask(16, { first: 10_000 });
    const signed = (state: string) =>
      new Set(
        edgesOf("SIGNED", { from: state })
          .filter(({ to = "", date = "" }) => to.startsWith("treaty:") && /^199/.test(date))
          .map(({ to = "" }) => to),
      );
    const ofOther = signed(other);
    const shared = [...signed(one)].filter((treaty) => ofOther.has(treaty));
    const link = network.links.find((found: Link) => pairOf(found) === [one, other].sort().join(" "));
    expect(shared.length).toBeGreaterThan(1);
    expect(link?.weight).toBe(shared.length);
  });

  it("counts no signature outside the years", async () => {
    const { network } = await ask(16, { from: "2000", to: "2007", first: 10_000 });
    const later = coSignatures("2000-01-01", "2007-12-31");
    const told = network.links.map((link: Link) => `${pairOf(link)} ${link.weight}`);
    expect([...told].sort()).toEqual([...later].map(([pair, weight]) => `${pair} ${weight}`).sort());
  });
});

describe("question 17: members of the CSTO at the end of each year", () => {
  it("are six, and seven while Uzbekistan was back", async () => {
    const { organization } = await ask(17);
    const { series } = organization.members.aggregate;
    const rows = edgesOf("MEMBER_OF", { to: "org:csto" });
    const expected = Array.from({ length: 13 }, (_, index) => {
      const period = String(2002 + index);
      const day = `${period}-12-31`;
      const count = holding(rows, day, day).length;
      return { period, count, groups: count ? [{ keys: ["MEMBER"], count }] : [] };
    });
    expect(expected.map(({ count }) => count)).toEqual([0, 6, 6, 6, 7, 7, 7, 7, 7, 7, 6, 6, 6]);
    expect(series).toEqual(expected);
  });
});

import { describe, expect, it } from "vitest";
import type { Row } from "../../unit/seed-data/bundles.js";
import { askBundled, ids, sourced } from "./run.js";
import { coSignatures, edgesOf, holding, nodeValues } from "./seed-facts.js";

/** The questions on alliances and networks that the bundled data answer; expectations are counted from the bundle files. */
const BACKGROUND = "source:background";
const { ask } = askBundled();

const alliances = nodeValues("Treaty", "allianceType");
const signed = nodeValues("Treaty", "signed");
/** A spell without a stated start begins with the treaty at the earliest. */
const parties = [...alliances.keys()]
  .flatMap((to) => edgesOf("PARTY_TO", { to, source: BACKGROUND }))
  .map((row): Row => ({ ...row, validFrom: row.validFrom ?? signed.get(row.to ?? "") ?? "" }));

/** The alliances that a state was party to on a day. */
const alliancesOf = (state: string, day: string) =>
  holding(
    parties.filter(({ from }) => from === state),
    day,
    day,
  )
    .map(({ to = "" }) => to)
    .sort();

describe("question 10: allies of Kazakhstan", () => {
  interface Commitment {
    readonly node: {
      readonly id: string;
      readonly allianceType: string;
      readonly parties: { readonly totalCount: number; readonly nodes: readonly { readonly id: string }[] };
    };
    readonly source: { readonly id: string };
  }

  it.each([
    ["2005-01-01", ["arm", "blr", "kgz", "rus", "tjk"]],
    ["1998-01-01", ["arm", "aze", "blr", "geo", "kgz", "rus", "tjk", "uzb"]],
    ["2009-01-01", ["arm", "blr", "kgz", "rus", "tjk", "uzb"]],
  ])(
    "on %s: the parties of the Collective Security Treaty, a defence pact, among them",
    async (day, codes) => {
      const { state } = await ask(10, { day });
      const commitments: readonly Commitment[] = state.partyTo.edges;
      expect(commitments.map(({ node }) => node.id).sort()).toEqual(alliancesOf("state:kaz", day));
      expect(state.partyTo.totalCount).toBe(commitments.length);
      const pact = commitments.find(({ node }) => node.id === "treaty:cst-1992");
      expect([pact?.node.allianceType, pact?.source.id]).toEqual(["DEFENSE_PACT", BACKGROUND]);
      expect(ids(pact?.node.parties.nodes ?? [])).toEqual(codes.map((code) => `state:${code}`));
      expect(pact?.node.parties.totalCount).toBe(codes.length);
    },
  );

  it("are none before the first treaty", async () => {
    const { state } = await ask(10, { day: "1991-12-31" });
    expect(state.partyTo).toEqual({ totalCount: 0, edges: [] });
  });
});

describe("question 11: the shortest path of alliances from Russia to India", () => {
  const DAY = "2005-01-01";

  it("leads over each alliance that both are party to", async () => {
    const ofIndia = alliancesOf("state:ind", DAY);
    const shared = alliancesOf("state:rus", DAY).filter((treaty) => ofIndia.includes(treaty));
    const { path } = await ask(11);
    expect(path).toMatchObject({ status: "FOUND", length: 1 });
    expect(shared).toContain("treaty:russia-india-1993");
    const over = path.paths.map(({ nodes }: { nodes: readonly { id: string }[] }) => ids(nodes));
    expect([...over].sort()).toEqual(shared.map((treaty) => ["state:rus", treaty, "state:ind"]));
  });

  it("does not exist for a state without alliances, and the search ends in time", async () => {
    expect(alliancesOf("state:che", DAY)).toEqual([]);
    expect((await ask(11, { to: "state:che" })).path).toEqual({ status: "NONE", length: null, paths: [] });
  });
});

describe("question 13: alliance commitments by year and type", () => {
  interface Period {
    readonly period: string;
    readonly count: number;
    readonly nodes: number;
    readonly groups: readonly { readonly keys: readonly string[]; readonly count: number }[];
  }

  it("are counted by year as in the bundles", async () => {
    const { treaties } = await ask(13, { during: "1992/2014" });
    expect(treaties.totalCount).toBe(alliances.size);
    expect(treaties.aggregate.count).toBe(parties.length);
    const series: readonly Period[] = treaties.aggregate.series;
    expect(series.map(({ period }) => period)).toEqual(
      Array.from({ length: 23 }, (_, i) => String(1992 + i)),
    );
    for (const { period, count, nodes, groups } of series) {
      const held = holding(parties, `${period}-01-01`, `${period}-12-31`);
      expect([period, count]).toEqual([period, held.length]);
      expect([period, nodes]).toEqual([period, new Set(held.map(({ from }) => from)).size]);
      const types = held.map(({ to = "" }) => alliances.get(to));
      const counts = [...new Set(types)].sort().map((type) => {
        return { keys: [type], count: types.filter((each) => each === type).length };
      });
      expect(groups).toEqual(counts);
    }
  });
});

describe("question 14: who left an alliance and rejoined it", () => {
  const pairs = parties.map(({ from, to }) => `${from} ${to}`);
  const twice = pairs.filter((pair, index) => pairs.indexOf(pair) !== index);

  it("are Uzbekistan with its two spells, and any others in the bundles", async () => {
    const { treaties } = await ask(14);
    interface Rejoined {
      readonly id: string;
      readonly parties: {
        readonly edges: readonly { readonly node: { readonly id: string }; readonly validFrom: string }[];
      };
    }
    const told = treaties.nodes.flatMap(({ id, parties: { edges } }: Rejoined) =>
      edges.map(({ node }) => `${node.id} ${id}`),
    );
    expect([...new Set(told)].sort()).toEqual([...new Set(twice)].sort());
    expect(treaties.totalCount).toBe(treaties.nodes.length);
    const cst = treaties.nodes.find(({ id }: Rejoined) => id === "treaty:cst-1992");
    const spells = edgesOf("PARTY_TO", { to: "treaty:cst-1992", from: "state:uzb" });
    expect(spells).toHaveLength(2);
    expect(
      cst.parties.edges.map(({ validFrom, validTo }: Record<string, string>) => [validFrom, validTo]),
    ).toEqual(spells.map(({ validFrom, validTo }) => [validFrom, validTo]));
    expect(sourced(cst.parties.edges)).toEqual([`state:uzb ${BACKGROUND}`, `state:uzb ${BACKGROUND}`]);
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

  it("are the pairs of the bundles with their weights, the heaviest first", async () => {
    const { network } = await ask(16);
    expect(network.totalCount).toBe(weights.size);
    const links: readonly Link[] = network.links;
    const heaviest = [...weights.values()].sort((one, other) => other - one).slice(0, 50);
    expect(links.map(({ weight }) => weight)).toEqual(heaviest);
    for (const link of links)
      expect([pairOf(link), link.weight]).toEqual([pairOf(link), weights.get(pairOf(link))]);
    expect(new Set(links.map(pairOf)).size).toBe(50);
  });

  it("have the right degree and strength in the whole network", async () => {
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
  ])("are counted for %s and %s as by hand over the treaties", async (one, other) => {
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

  it("do not include signatures outside these years", async () => {
    const { network } = await ask(16, { from: "2006", to: "2009", first: 10_000 });
    const later = coSignatures("2006-01-01", "2009-12-31");
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

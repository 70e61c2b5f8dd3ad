import { describe, expect, it } from "vitest";
import { askMadeUp, ids, sourced } from "./run.js";

/** Questions on alliances, on the made-up example; answers worked out by hand. */
const A = "source:example-a";
const B = "source:example-b";
const { ask } = askMadeUp();

interface Claim {
  readonly values: readonly { readonly name: string; readonly value: string }[];
  readonly source: { readonly id: string };
}

const claimed = ({ values }: Claim, name: string) => values.find((value) => value.name === name)?.value;

describe("question 11: the shortest way of alliances from Russia to India", () => {
  interface Hop extends Claim {
    readonly from: { readonly id: string };
    readonly to: { readonly id: string };
  }

  it("leads over Mongolia in 1980: neither over the League, nor a treaty on arms, nor a later entente", async () => {
    const { path } = await ask(11, { day: "1980-01-01" });
    expect(path).toMatchObject({ status: "FOUND", length: 2 });
    expect(path.paths).toHaveLength(1);
    const [route] = path.paths;
    expect(ids(route.nodes)).toEqual([
      "state:rus",
      "treaty:x-rus-mng",
      "state:mng",
      "treaty:x-mng-ind",
      "state:ind",
    ]);
    expect(route.nodes[2].name).toBe("Монголия");
    const hops = route.edges.map((hop: Hop) =>
      [hop.from.id, hop.to.id, claimed(hop, "validFrom"), hop.source.id].join(" "),
    );
    expect(hops).toEqual([
      `state:rus treaty:x-rus-mng 1966-01-15 ${A}`,
      `state:mng treaty:x-rus-mng 1966-01-15 ${A}`,
      `state:mng treaty:x-mng-ind 1975-01-01 ${B}`,
      `state:ind treaty:x-mng-ind 1975-01-01 ${A}`,
    ]);
  });

  it("is direct in 2000, and there is none in 1970 and in 1992", async () => {
    const later = await ask(11, { day: "2000-01-01" });
    expect(later.path.paths.map((route: { nodes: readonly { id: string }[] }) => ids(route.nodes))).toEqual([
      ["state:rus", "treaty:x-rus-ind", "state:ind"],
    ]);
    for (const day of ["1970-01-01", "1992-01-01"])
      expect((await ask(11, { day })).path).toEqual({ status: "NONE", length: null, paths: [] });
  });
});

describe("question 12: dyads with a defence pact in 1980 and not in 2010", () => {
  it("are the two whose pacts ended, the heavier first", async () => {
    const { network } = await ask(12);
    expect(network.links).toMatchObject([
      { from: "state:kgz", to: "state:tkm", weight: 2 },
      { from: "state:arm", to: "state:blr", weight: 1 },
    ]);
    for (const { sources } of network.links) expect(sources).toEqual([A]);
    expect(network.totalCount).toBe(2);
  });

  it("include Kazakhstan, which left on the last day of 1979, for that day", async () => {
    const { network } = await ask(12, { earlier: "1979-12-31" });
    const pairs = network.links.map(({ from, to }: { from: string; to: string }) => `${from} ${to}`);
    expect([...pairs].sort()).toEqual([
      "state:arm state:blr",
      "state:arm state:kaz",
      "state:blr state:kaz",
      "state:kgz state:tkm",
    ]);
  });

  it("are none when both days are the same", async () => {
    const { network } = await ask(12, { later: "1980-01-01" });
    expect(network).toEqual({ totalCount: 0, links: [] });
  });
});

describe("question 13: commitments by year and type", () => {
  it("counts the parties of each type by the source that is read", async () => {
    const { treaties } = await ask(13, { during: "1979/1980" });
    // Greece is back from October 1980, by the source that is read; Kazakhstan left on the last day of 1979.
    const rest = [
      { keys: ["NEUTRALITY"], count: 3 },
      { keys: ["NON_AGGRESSION"], count: 2 },
    ];
    const groups = (pacts: number, ententes: number) => [
      { keys: ["DEFENSE_PACT"], count: pacts },
      { keys: ["ENTENTE"], count: ententes },
      ...rest,
    ];
    expect(treaties.aggregate.series).toEqual([
      { period: "1979", count: 24, nodes: 18, groups: groups(11, 8) },
      { period: "1980", count: 24, nodes: 18, groups: groups(10, 9) },
    ]);
  });
});

describe("question 14: who left an alliance and rejoined it", () => {
  it("is Moldova: not Azerbaijan, of which the source that is read says no such thing, nor India and a ban", async () => {
    const { treaties } = await ask(14);
    const found = treaties.nodes.map(
      ({ id, parties }: { id: string; parties: { edges: readonly { node: { id: string } }[] } }) =>
        `${id}: ${parties.edges.map(({ node }) => node.id).join()}`,
    );
    // Greece left the alliance of which two sources tell, by the one that is read.
    expect(found).toEqual([
      "treaty:x-rejoined: state:mda,state:mda",
      "treaty:x-sources: state:grc,state:grc",
    ]);
    expect(treaties.totalCount).toBe(2);
    const [{ parties }] = treaties.nodes;
    expect(parties.aggregate.nodes).toBe(1);
    expect(sourced(parties.edges)).toEqual([`state:mda ${A}`, `state:mda ${A}`]);
    expect(parties.edges).toMatchObject([
      { validFrom: "1994-01-01", validTo: "1999-12-31" },
      { validFrom: "2006-01-01", validTo: ".." },
    ]);
  });
});

describe("question 15: on which members of an alliance the sources differ, and how", () => {
  interface Conflict {
    readonly from: { readonly id: string };
    readonly to: { readonly id: string };
    readonly differences: readonly {
      readonly property: string;
      readonly values: readonly { readonly source: string; readonly value: string }[];
    }[];
    readonly claims: readonly Claim[];
  }

  it("are France, Greece, Turkey and the United States: not who is the same, less exact or of one source", async () => {
    const { conflicts } = await ask(15, { treaty: "treaty:x-sources" });
    expect(conflicts.totalCount).toBe(4);
    const found: readonly Conflict[] = conflicts.edges;
    expect(new Set(found.map(({ to }) => to.id))).toEqual(new Set(["treaty:x-sources"]));
    const differences = new Map(
      found.map(({ from, differences }) => [
        from.id,
        Object.fromEntries(
          differences.map(({ property, values }) => [
            property,
            values.map(({ source, value }) => `${source} ${value}`),
          ]),
        ),
      ]),
    );
    expect(differences.get("state:fra")).toEqual({ validTo: [`${A} 1990-06-30`, `${B} 1991-06-30`] });
    expect(differences.get("state:tur")).toEqual({ validFrom: [`${A} 1952-02-18`, `${B} 1953-01-01`] });
    expect(differences.get("state:grc")?.spells).toEqual([`${A} 2`, `${B} 1`]);
    expect(differences.get("state:grc")).not.toHaveProperty("validFrom");
    // Without an end it was seen until the source was published, and so not over in 2000.
    expect(differences.get("state:usa")).toEqual({ validTo: [`${A} 2000-12-31`, `${B} 2021-02-01/..`] });
    expect([...differences.keys()].sort()).toEqual(["state:fra", "state:grc", "state:tur", "state:usa"]);
  });

  it("shows all claims of the fact, each by its source, the one that is read first", async () => {
    const { conflicts } = await ask(15, { treaty: "treaty:x-sources" });
    const claims = new Map(
      conflicts.edges.map(({ from, claims }: Conflict) => [
        from.id,
        claims.map((claim) =>
          [claimed(claim, "validFrom"), claimed(claim, "validTo"), claim.source.id].join(" "),
        ),
      ]),
    );
    expect(claims.get("state:fra")).toEqual([`1950-01-01 1990-06-30 ${A}`, `1950-01-01 1991-06-30 ${B}`]);
    expect(claims.get("state:grc")).toEqual([
      `1952-02-18 1974-08-14 ${A}`,
      `1980-10-20 .. ${A}`,
      `1952-02-18 .. ${B}`,
    ]);
  });

  it("has none where one source speaks", async () => {
    const { conflicts } = await ask(15, { treaty: "treaty:x-missiles" });
    expect(conflicts).toEqual({ totalCount: 0, edges: [] });
  });
});

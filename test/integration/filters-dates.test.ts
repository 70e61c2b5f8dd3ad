import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedGraph, serveGraph } from "../fixtures/serve-graph.js";
import { SPELLS } from "../fixtures/spells-graph.js";
import { DATES } from "../fixtures/values-graph.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(DATES, SPELLS);
});
afterAll(() => graph?.stop());

type Certainty = "POSSIBLE" | "CERTAIN";

const ALL = ["d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8"];

async function signed(filter: string, certainty: Certainty, wrap = (where: string) => where) {
  const where = `{and: [{id: {matches: "treaty:d?"}}, ${wrap(`{signed: ${filter}}`)}]}`;
  return graph.list("treaties", `certainty: ${certainty}, where: ${where}`);
}

// d1 1987-12-08, d2 193X, d3 1984?, d4 1987-12, d5 1987-12/1988-01, d6 unset, d7 1988-01-01, d8 1990/..
describe("a filter on a date of a node", () => {
  it.each([
    [`{eq: "1987-12"}`, ["d1", "d4", "d5"], ["d1", "d4"]],
    [`{ne: "1987-12"}`, ["d2", "d3", "d6", "d7", "d8"], ["d2", "d3", "d5", "d6", "d7", "d8"]],
    [`{lt: "1987-12"}`, ["d2", "d3"], ["d2", "d3"]],
    [`{lte: "1987-12"}`, ["d1", "d2", "d3", "d4", "d5"], ["d1", "d2", "d3", "d4"]],
    [`{gt: "1987-12"}`, ["d5", "d7", "d8"], ["d7", "d8"]],
    [`{gte: "1987-12"}`, ["d1", "d4", "d5", "d7", "d8"], ["d1", "d4", "d5", "d7", "d8"]],
    [`{eq: "1987-12-08"}`, ["d1", "d4", "d5"], ["d1"]],
    [`{lt: "1987-12-08"}`, ["d2", "d3", "d4", "d5"], ["d2", "d3"]],
    [`{lte: "1987-12-08"}`, ["d1", "d2", "d3", "d4", "d5"], ["d1", "d2", "d3"]],
    [`{gt: "1987-12-08"}`, ["d4", "d5", "d7", "d8"], ["d7", "d8"]],
    [`{gte: "1987-12-08"}`, ["d1", "d4", "d5", "d7", "d8"], ["d1", "d7", "d8"]],
    [`{in: ["193X", "1988"]}`, ["d2", "d5", "d7"], ["d2", "d7"]],
    [`{in: "1984?"}`, ["d3"], ["d3"]],
    [`{in: []}`, [], []],
    [`{isNull: false, lt: "1985"}`, ["d2", "d3"], ["d2", "d3"]],
    // Case 12: a masked decade is ten years long.
    [`{eq: "1939"}`, ["d2"], []],
    [`{eq: "1939-12-31"}`, ["d2"], []],
    [`{eq: "1930-01-01"}`, ["d2"], []],
    [`{eq: "1940"}`, [], []],
    [`{eq: "193X"}`, ["d2"], ["d2"]],
    [`{eq: "1929/1940"}`, ["d2"], ["d2"]],
    [`{lt: "1931"}`, ["d2"], []],
    [`{lt: "1940"}`, ["d2"], ["d2"]],
    [`{gt: "1939-12-30", lt: "1941"}`, ["d2"], []],
    // Open ends of a value and of an operand.
    [`{eq: "2500"}`, ["d8"], []],
    [`{gt: "3000"}`, ["d8"], []],
    [`{gte: "1990"}`, ["d8"], ["d8"]],
    [`{eq: "1988/.."}`, ["d5", "d7", "d8"], ["d7", "d8"]],
    [`{eq: "../1984"}`, ["d2", "d3"], ["d2", "d3"]],
    [`{eq: "1984~"}`, ["d3"], ["d3"]],
    [`{eq: "1984-06-XX"}`, ["d3"], []],
  ])("finds possible and certain matches: %s", async (filter, possible, certain) => {
    expect(await signed(filter, "POSSIBLE")).toEqual(possible);
    expect(await signed(filter, "CERTAIN")).toEqual(certain);
    // The complement is exact, the unset ones included.
    for (const [certainty, found] of [
      ["POSSIBLE", possible],
      ["CERTAIN", certain],
    ] as const) {
      const rest = await signed(filter, certainty, (where) => `{not: ${where}}`);
      expect(rest, `not, ${certainty}`).toEqual(
        ALL.filter((slug) => !(found as readonly string[]).includes(slug)),
      );
    }
  });

  it("finds unset dates, to which certainty does not apply", async () => {
    const unset = 'where: {id: {matches: "treaty:d?"}, signed: {isNull: true}}';
    expect(await graph.list("treaties", unset)).toEqual(["d6"]);
  });

  it("defaults to POSSIBLE and compares the bounds that are shown", async () => {
    const { treaties } = await graph.data(
      `{ treaties(where: {signed: {eq: "1939"}}) { nodes { id signed signedMin signedMax } } }`,
    );
    expect(treaties.nodes).toEqual([
      { id: "treaty:d2", signed: "193X", signedMin: "1930-01-01", signedMax: "1939-12-31" },
    ]);
  });

  it("can compare two dates of the same node", async () => {
    // From signature to entry into force: d1 176 days, d4 1 to 31, d7 10.
    const near = async (days: number, certainty: Certainty) => {
      const own = `where: {as: "t", inForce: {within: {of: "t.signed", days: ${days}}}}`;
      const found = await graph.list("treaties", `certainty: ${certainty}, ${own}`);
      const field = `where: {inForce: {within: {of: "treaties.signed", days: ${days}}}}`;
      expect(await graph.list("treaties", `certainty: ${certainty}, ${field}`)).toEqual(found);
      return found;
    };
    expect(await near(0, "POSSIBLE")).toEqual([]);
    expect(await near(9, "POSSIBLE")).toEqual(["d4"]);
    expect(await near(10, "POSSIBLE")).toEqual(["d4", "d7"]);
    expect(await near(10, "CERTAIN")).toEqual(["d7"]);
    expect(await near(30, "CERTAIN")).toEqual(["d7"]);
    expect(await near(31, "CERTAIN")).toEqual(["d4", "d7"]);
    expect(await near(175, "CERTAIN")).toEqual(["d4", "d7"]);
    expect(await near(176, "CERTAIN")).toEqual(["d1", "d4", "d7"]);
  });

  it("takes operands and whole filters from variables", async () => {
    const asked = (head: string, filter: string, value: unknown) =>
      graph.list(
        "treaties",
        `where: {id: {matches: "treaty:d?"}, signed: ${filter}}`,
        { v: value },
        `($v: ${head})`,
      );
    expect(await asked("EDTF", "{eq: $v}", "1987-12")).toEqual(["d1", "d4", "d5"]);
    expect(await asked("EDTF!", "{in: [$v]}", "1987-12")).toEqual(["d1", "d4", "d5"]);
    expect(await asked("[EDTF!]", "{in: $v}", ["193X", "1988-01-01"])).toEqual(["d2", "d5", "d7"]);
    expect(await asked("DateFilter", "$v", { gt: "1988-01" })).toEqual(["d8"]);
  });
});

/** Whether a value is set is never a matter of certainty, so that the argument would be rejected. */
function certaintyFor(where: string, certainty: Certainty): string {
  return where.includes("isNull") ? "" : `certainty: ${certainty}, `;
}

// aaa 1990-06-01/.., bbb 1990/1999, ccc neither given (source published 2020-01-01), x 199X/2005~
describe("a filter on the start or end of a spell", () => {
  async function parties(where: string, certainty: Certainty): Promise<readonly string[]> {
    const { treaty } = await graph.data(
      `{ treaty(id: "treaty:t1") { parties(${certaintyFor(where, certainty)}where: ${where}) { nodes { id } } } }`,
    );
    return treaty.parties.nodes.map(({ id }: { id: string }) => id.replace(/^.*:/, "")).sort();
  }

  it.each([
    [`{validFrom: {eq: "1990"}}`, ["aaa", "bbb", "ccc", "x"], ["aaa", "bbb"]],
    [`{validFrom: {lt: "1990-06"}}`, ["bbb", "ccc", "x"], []],
    [`{validFrom: {lt: "1995"}}`, ["aaa", "bbb", "ccc", "x"], ["aaa", "bbb"]],
    [`{validFrom: {gt: "1995"}}`, ["ccc", "x"], []],
    [`{validFrom: {lte: "2020-01-01"}}`, ["aaa", "bbb", "ccc", "x"], ["aaa", "bbb", "ccc", "x"]],
    [`{validFrom: {gt: "2020-01-01"}}`, [], []],
    [`{validFrom: {isNull: true}}`, ["ccc"], ["ccc"]],
    [`{validFrom: {isNull: false}}`, ["aaa", "bbb", "x"], ["aaa", "bbb", "x"]],
    [`{validTo: {isNull: true}}`, ["ccc"], ["ccc"]],
    [`{validTo: {gt: "2006"}}`, ["aaa", "ccc"], ["aaa", "ccc"]],
    [`{validTo: {gt: "2021"}}`, ["aaa", "ccc"], []],
    [`{validTo: {lt: "2021"}}`, ["aaa", "bbb", "ccc", "x"], ["bbb", "x"]],
    [`{validTo: {lte: "1999-06"}}`, ["bbb"], []],
    [`{validTo: {eq: "2005"}}`, ["x"], ["x"]],
    [`{validTo: {eq: "2020/.."}}`, ["aaa", "ccc"], ["aaa", "ccc"]],
  ])("finds possible and certain matches: %s", async (where, possible, certain) => {
    expect(await parties(where, "POSSIBLE")).toEqual(possible);
    expect(await parties(where, "CERTAIN")).toEqual(certain);
    const rest = ["aaa", "bbb", "ccc", "x"].filter((slug) => !(possible as readonly string[]).includes(slug));
    expect(await parties(`{not: ${where}}`, "POSSIBLE")).toEqual(rest);
  });

  it("uses the certainty of its relation, which nested relations inherit", async () => {
    const parties = (args: string) =>
      graph.list(
        "treaties",
        `where: {parties: {some: {validTo: {gt: "2021"}, node: {type: {eq: State}, id: {ne: "state:aaa"}}}, ${args}}}`,
      );
    expect(await parties("certainty: POSSIBLE")).toEqual(["t1"]);
    expect(await parties("certainty: CERTAIN")).toEqual([]);
    const inner = (outer: string, args: string) =>
      graph.list(
        "states",
        `where: {partyTo: {${outer} some: {node: {parties: {${args} some: {validFrom: {gt: "1995"}, node: {id: {eq: "org:x"}}}}}}}}`,
      );
    expect(await inner("", "")).toEqual(["aaa", "bbb", "ccc"]);
    expect(await inner("certainty: CERTAIN", "")).toEqual([]);
    expect(await inner("certainty: CERTAIN", "certainty: POSSIBLE")).toEqual(["aaa", "bbb", "ccc"]);
  });
});

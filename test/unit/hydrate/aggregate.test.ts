import { describe, expect, it } from "vitest";
import { type CutList, Hydrator } from "../../../src/hydrate/hydrator.js";
import { isRow, type Row, rowsOf } from "../../../src/hydrate/row.js";
import { compiledField, type Values } from "../compile/support/compiled.js";

/** The aggregate that an operation gives whose only root field is a list, from what the database returns. */
async function aggregated(
  query: string,
  aggregate: unknown,
  variables: Values = {},
): Promise<{ aggregate: Row; cut: readonly CutList[] }> {
  const { field, bound } = await compiledField(query, variables);
  const hydrator = new Hydrator(bound);
  const value: Row = { aggregate };
  field.hydrate([{ value }], hydrator);
  if (!isRow(value.aggregate)) throw new Error("An aggregate is expected.");
  return { aggregate: value.aggregate, cut: hydrator.cutLists };
}

const group = (key: string, count: number, more: Row = {}) => ({ keys: [key], count, ...more });
const GROUPS = 'groups(by: [{ path: "kind" }], first: 2) { keys count }';

describe("totals", () => {
  it("are in the aggregate itself", async () => {
    const { aggregate } = await aggregated("{ treaties { aggregate { count nodes } } }", {
      totals: { count: 7, nodes: 5 },
    });
    expect(aggregate).toEqual({ count: 7, nodes: 5 });
  });

  it("stand beside groups", async () => {
    const { aggregate } = await aggregated(`{ treaties { aggregate { count ${GROUPS} } } }`, {
      totals: { count: 3 },
      groups_0: [group("PEACE", 3)],
    });
    expect(aggregate).toEqual({ count: 3, groups_0: [group("PEACE", 3)] });
  });
});

describe("groups", () => {
  const three = [group("PEACE", 3), group("ENTENTE", 2), group("OTHER", 1)];

  it("are truncated to the requested number, which is reported with its path", async () => {
    const { aggregate, cut } = await aggregated(`{ pacts: treaties { aggregate { ${GROUPS} } } }`, {
      groups_0: three,
    });
    expect(aggregate.groups_0).toEqual(three.slice(0, 2));
    expect(cut).toEqual([{ path: ["pacts", "aggregate", "groups"], size: 2 }]);
  });

  it("are not reported as truncated if all are returned", async () => {
    const { aggregate, cut } = await aggregated(`{ treaties { aggregate { ${GROUPS} } } }`, {
      groups_0: three.slice(0, 2),
    });
    expect(aggregate.groups_0).toEqual(three.slice(0, 2));
    expect(cut).toEqual([]);
  });

  it("are limited to 100 by default", async () => {
    const many = Array.from({ length: 101 }, (_, index) => group(`kind ${index}`, 1));
    const { aggregate, cut } = await aggregated(
      '{ treaties { aggregate { groups(by: [{ path: "kind" }]) { keys } } } }',
      { groups_0: many },
    );
    expect(aggregate.groups_0).toEqual(many.slice(0, 100));
    expect(cut).toEqual([{ path: ["treaties", "aggregate", "groups"], size: 100 }]);
  });

  it("are an empty list if there are no rows", async () => {
    const { aggregate, cut } = await aggregated(`{ treaties { aggregate { ${GROUPS} } } }`, { groups_0: [] });
    expect(aggregate.groups_0).toEqual([]);
    expect(cut).toEqual([]);
  });
});

describe("a series", () => {
  const series = (args: string, selection: string) =>
    `{ treaties { aggregate { series(of: "signed", ${args}) { ${selection} } } } }`;

  it("has every period in order with its days, with 0 in empty ones", async () => {
    const { aggregate } = await aggregated(
      series('by: YEAR, during: "1990/1993"', "period from to count nodes"),
      // The database gives the periods in which there is something, in any order.
      {
        series_0: {
          totals: [
            { i: 3, count: 4, nodes: 2 },
            { i: 1, count: 5, nodes: 3 },
          ],
        },
      },
    );
    const year = (text: string) => ({ period: text, from: `${text}-01-01`, to: `${text}-12-31` });
    expect(aggregate.series_0).toMatchObject([
      { ...year("1990"), count: 0, nodes: 0 },
      { ...year("1991"), count: 5, nodes: 3 },
      { ...year("1992"), count: 0, nodes: 0 },
      { ...year("1993"), count: 4, nodes: 2 },
    ]);
    expect(aggregate.series_0).toHaveLength(4);
  });

  it("of decades has periods of ten years", async () => {
    const { aggregate } = await aggregated(
      series('by: DECADE, during: "1985/1991"', "period from to count"),
      {
        series_0: { totals: [{ i: 1, count: 2 }] },
      },
    );
    expect(aggregate.series_0).toMatchObject([
      { period: "198X", from: "1980-01-01", to: "1989-12-31", count: 0 },
      { period: "199X", from: "1990-01-01", to: "1999-12-31", count: 2 },
    ]);
  });

  it("has null for min and max in an empty period, not 0", async () => {
    const { aggregate } = await aggregated(
      series('by: YEAR, during: "1990/1990"', 'count least: min(of: "signed") most: max(of: "signed")'),
      { series_0: { totals: [] } },
    );
    const [period] = rowsOf(aggregate.series_0);
    const { count, certainCount, covered, ...others } = period ?? {};
    expect({ count, certainCount, covered }).toEqual({ count: 0, certainCount: 0, covered: null });
    expect(Object.values(others)).toEqual([null, null]);
  });

  it("has all periods even if the database counted nothing", async () => {
    const { aggregate } = await aggregated(series('by: YEAR, during: "1990/1991"', "period count"), {
      series_0: null,
    });
    expect(aggregate.series_0).toMatchObject([
      { period: "1990", count: 0 },
      { period: "1991", count: 0 },
    ]);
  });

  it("truncates the groups of each period separately and reports it once", async () => {
    const { aggregate, cut } = await aggregated(series('by: YEAR, during: "1990/1992"', `period ${GROUPS}`), {
      series_0: {
        totals: [],
        groups_1: [
          group("PEACE", 3, { i: 0 }),
          group("ENTENTE", 2, { i: 0 }),
          group("OTHER", 1, { i: 0 }),
          group("PEACE", 9, { i: 2 }),
          group("OTHER", 8, { i: 2 }),
          group("ENTENTE", 7, { i: 2 }),
        ],
      },
    });
    const [peace, entente, other] = ["PEACE", "ENTENTE", "OTHER"].map((key) => ({ keys: [key] }));
    expect(aggregate.series_0).toMatchObject([
      {
        period: "1990",
        groups_1: [
          { ...peace, count: 3 },
          { ...entente, count: 2 },
        ],
      },
      { period: "1991", groups_1: [] },
      {
        period: "1992",
        groups_1: [
          { ...peace, count: 9 },
          { ...other, count: 8 },
        ],
      },
    ]);
    expect(cut).toEqual([{ path: ["treaties", "aggregate", "series", "groups"], size: 2 }]);
  });
});

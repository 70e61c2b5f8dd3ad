import { parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { apiSchema } from "../../../src/fields/api-schema.js";
import {
  type Count,
  conditionsOf,
  conditionsOfOthers,
  countsOf,
  groupingOf,
  groupsQueryOf,
  PERIOD_NAMES,
  periodsOf,
  yearOf,
} from "../../../web/page/views/build/grouping.js";
import { largestParts, marksByValue, marksOverTime } from "../../../web/page/views/build/marks.js";
import { filterKind, isListed, LISTS } from "../../../web/page/views/build/question.js";

const EVERYTHING = { asOf: null, sources: null, lang: "ru" } as const;
const OFFER = {
  filters: new Map([
    ["kind", "TreatyKindFilter"],
    ["signed", "DateFilter"],
    ["bilateral", "FlagFilter"],
    ["parties", "TreatyPartiesRelation"],
  ]),
  relations: new Set(["parties"]),
};
const TREATIES = { type: "Treaty", conditions: [], columns: [], isCertain: false } as const;

function grouping(params: Readonly<Record<string, string>>) {
  const found = groupingOf(params, OFFER);
  if (!found) throw new Error("no grouping");
  return found;
}

describe("a grouping", () => {
  it.each([{}, { by: "" }, { by: "none" }, { by: "__proto__" }])("does not exist in %j", (params) => {
    expect(groupingOf(params, OFFER)).toBeUndefined();
  });

  it.each([
    [{ by: "signed", form: "areas" }, "areas"],
    [{ by: "signed", form: "x" }, "bars"],
    [{ by: "kind", form: "areas" }, "bars"],
  ])("%j is drawn as %s", (params, form) => {
    expect(grouping(params).form).toBe(form);
  });

  it("does not offer its own property or unique values for a split", () => {
    expect(grouping({ by: "kind", split: "kind" }).split).toBe("");
    expect(grouping({ by: "kind", split: "signed" }).split).toBe("");
    expect(grouping({ by: "kind", split: "parties" }).split).toBe("");
    expect(grouping({ by: "kind", split: "bilateral" }).split).toBe("bilateral");
  });

  it("requests dates in ordered periods", () => {
    const text = groupsQueryOf(TREATIES, grouping({ by: "signed", period: "YEAR" }), OFFER, EVERYTHING);
    expect(text).toContain('groups(by: [{path: "signed", bucket: YEAR}], orderBy: KEY');
  });

  it("requests a relation by id and name, the largest first", () => {
    const text = groupsQueryOf(TREATIES, grouping({ by: "parties", split: "kind" }), OFFER, EVERYTHING);
    expect(text).toContain(
      'by: [{path: "parties.node.id"}, {path: "parties.node.name", lang: "ru"}, {path: "kind"}], orderBy: COUNT',
    );
  });
});

describe("the counts of a chart", () => {
  const byParty = grouping({ by: "parties", split: "kind" });
  const groups = [
    { keys: ["state:kaz", "Казахстан", "PEACE"], count: 2 },
    { keys: [null, null, null], count: 1 },
  ];

  it("have the name of a relation and the part", () => {
    expect(countsOf(groups, byParty, OFFER)).toEqual([
      { key: "state:kaz", label: "Казахстан", part: "PEACE", count: 2 },
      { key: null, label: null, part: null, count: 1 },
    ]);
  });

  it("link to their rows", () => {
    const [one, none] = countsOf(groups, byParty, OFFER).map((count) => conditionsOf(count, byParty, OFFER));
    expect(one).toEqual([
      { field: "parties", how: "some", value: "state:kaz" },
      { field: "kind", how: "eq", value: "PEACE" },
    ]);
    expect(none).toEqual([
      { field: "parties", how: "missing", value: "" },
      { field: "kind", how: "isNull", value: "" },
    ]);
  });

  it("link to the rows of no part if they are the others", () => {
    const [one] = countsOf(groups, byParty, OFFER);
    expect(one && conditionsOfOthers(one, byParty, OFFER, ["ALLIANCE", null])).toEqual([
      { field: "parties", how: "some", value: "state:kaz" },
      { field: "kind", how: "ne", value: "ALLIANCE" },
      { field: "kind", how: "isSet", value: "" },
    ]);
  });

  it("link to the rows of a period", () => {
    const byDate = grouping({ by: "signed" });
    const [count] = countsOf([{ keys: ["198X"], count: 3 }], byDate, OFFER);
    expect(count && conditionsOf(count, byDate, OFFER)).toEqual([
      { field: "signed", how: "eq", value: "198X" },
    ]);
  });
});

const count = (key: string | null, part: Count["part"], number: number): Count => ({
  ...{ key, label: key, part, count: number },
});

describe("the periods of a chart", () => {
  it.each([
    ["YEAR", ["1999", "2002"], ["1999", "2000", "2001", "2002"]],
    ["DECADE", ["198X", "201X"], ["198X", "199X", "200X", "201X"]],
    ["CENTURY", ["09XX", "11XX"], ["09XX", "10XX", "11XX"]],
  ] as const)("have no gap by %s", (period, given, all) => {
    expect(
      periodsOf(
        given.map((key) => count(key, undefined, 1)),
        period,
      ),
    ).toEqual(all);
  });

  it("do not exist without a date", () => {
    expect(periodsOf([count(null, undefined, 1)], "YEAR")).toEqual([]);
  });

  it("begin in a year", () => {
    expect([yearOf("1987"), yearOf("198X"), yearOf("19XX")]).toEqual([1987, 1980, 1900]);
  });
});

describe("the marks of a chart", () => {
  it("are 0 for empty periods and leave out rows without a date", () => {
    const counts = [count("1990", "A", 2), count("1992", "B", 1), count(null, "A", 5)];
    const marks = marksOverTime(counts, "YEAR", largestParts(counts), String);
    expect(marks.map(({ x, part, count: number }) => `${x} ${part} ${number}`)).toEqual([
      ...["1990 A 2", "1991 A 0", "1992 A 0"],
      ...["1990 B 0", "1991 B 0", "1992 B 1"],
    ]);
  });

  it("are added up for the smallest parts", () => {
    const counts = Array.from({ length: 12 }, (_, at) => count("1990", `P${at}`, 12 - at));
    const large = largestParts(counts);
    expect([...large]).toEqual(Array.from({ length: 9 }, (_, at) => `P${at}`));
    const marks = marksOverTime(counts, "YEAR", large, (part) => (large.has(part) ? String(part) : "others"));
    expect(marks.at(-1)).toEqual({ x: "1990", year: 1990, part: "others", count: 3 + 2 + 1 });
  });

  it("are sorted by value, with all their parts", () => {
    const counts = Array.from({ length: 50 }, (_, at) => [
      count(`v${at}`, "A", 60 - at),
      count(`v${at}`, "B", 2 * at),
    ]);
    const marks = marksByValue(counts.flat(), false, String, String);
    expect(marks).toHaveLength(80);
    expect(marks.slice(0, 2)).toMatchObject([
      { x: "v49", part: "A", count: 11 },
      { x: "v49", part: "B", count: 98 },
    ]);
  });

  it("are merged for parts with the same name and keep the order of numbers", () => {
    const counts = [count("1", "A", 1), count("1", "B", 2), count("2", "A", 9)];
    const marks = marksByValue(counts, true, String, () => "others");
    expect(marks.map(({ x, count: number }) => `${x} ${number}`)).toEqual(["1 3", "2 9"]);
  });
});

describe("every field of every list", () => {
  const schema = apiSchema();
  it.each(Object.keys(LISTS).filter(isListed))("makes a valid query of groups: %s", (type) => {
    const where = schema.getType(`${type}Where`);
    if (!where || !("getFields" in where)) throw new Error(`no ${type}Where`);
    const filters = new Map(
      Object.values(where.getFields()).flatMap(({ name, type: filter }) =>
        filterKind(String(filter)) ? [[name, String(filter)] as const] : [],
      ),
    );
    const offer = { filters, relations: new Set<string>() };
    for (const by of filters.keys())
      for (const period of PERIOD_NAMES) {
        const found = groupingOf({ by, period, split: "kind" }, offer);
        expect(found).toBeDefined();
        const text = found && groupsQueryOf({ ...TREATIES, type }, found, offer, EVERYTHING);
        expect(validate(schema, parse(text ?? "")).map(String), text).toEqual([]);
      }
  });
});

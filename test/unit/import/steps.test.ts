import { describe, expect, it } from "vitest";
import { type Cells, pick, run } from "./support.js";

describe("the step where", () => {
  it("leaves out and counts rows that do not match", () => {
    const { rows, leftOut, rejected } = run("- where: { a: [x, y] }", [
      { a: "x" },
      { a: null },
      { a: "y" },
      { a: "z" },
    ]);
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
    expect(leftOut).toEqual([3, 5]);
    expect(rejected).toEqual([]);
  });

  it("rejects each row if a column is missing", () => {
    const { rows, leftOut, rejected } = run("- where: { b: x }", [{ a: "x" }, { a: "y" }]);
    expect([rows, leftOut]).toEqual([[], []]);
    expect(rejected.map(({ line, column }) => [line, column])).toEqual([
      [2, "b"],
      [3, "b"],
    ]);
  });
});

describe("the step let", () => {
  it("makes each column from the earlier ones", () => {
    const { columns } = run('- let: { b: "{a}!", c: "{b}{b}", a: "new" }', [{ a: "x", z: null }]);
    expect(columns).toEqual([{ a: "new", b: "x!", c: "x!x!", z: null }]);
  });

  it("cannot use a column that is made later", () => {
    const { rejected } = run('- let: { b: "{c}", c: "{a}" }', [{ a: "x" }]);
    expect(rejected).toMatchObject([{ line: 2, column: "c" }]);
  });

  it("rejects an invalid row with column and reason", () => {
    const { columns, rejected } = run("- let: { d: { date: { year: y, month: m } } }", [
      { y: "1990", m: "13" },
      { y: "1990", m: "12" },
    ]);
    expect(columns).toMatchObject([{ d: "1990-12" }]);
    expect(rejected).toEqual([{ line: 2, column: "m", message: expect.stringContaining('"13"') }]);
  });

  it("does not change its input", () => {
    const row: Cells = Object.freeze({ a: "x" });
    expect(run('- let: { a: "y" }', [row]).columns).toEqual([{ a: "y" }]);
    expect(row).toEqual({ a: "x" });
  });
});

describe("the step extract", () => {
  const STEP = `- extract: { column: a, match: '^(?<day>\\d+)(?: (?<mark>\\p{L}+))?$' }`;

  it("makes a column of each named group", () => {
    const { columns } = run(STEP, [{ a: "12 d" }, { a: "7" }]);
    expect(columns).toEqual([
      { a: "12 d", day: "12", mark: "d" },
      { a: "7", day: "7", mark: null },
    ]);
  });

  it("rejects a row that does not match", () => {
    const { columns, rejected } = run(STEP, [{ a: "d 12" }, { a: "7" }]);
    expect(columns).toHaveLength(1);
    expect(rejected).toEqual([{ line: 2, column: "a", message: expect.stringContaining('"d 12"') }]);
  });

  it("leaves the groups empty for an empty cell", () => {
    expect(run(STEP, [{ a: null }]).columns).toEqual([{ a: null, day: null, mark: null }]);
  });

  it("leaves the groups empty if it is optional", () => {
    const { columns, rejected } = run(STEP.replace(" }", ", optional: true }"), [{ a: "x" }, { a: "1 a" }]);
    expect(columns).toEqual([
      { a: "x", day: null, mark: null },
      { a: "1 a", day: "1", mark: "a" },
    ]);
    expect(rejected).toEqual([]);
  });

  it("does not make columns of lookarounds", () => {
    const { columns } = run(`- extract: { column: a, match: '(?<=on )(?<day>\\d+)(?!\\d)' }`, [
      { a: "on 12." },
    ]);
    expect(columns).toEqual([{ a: "on 12.", day: "12" }]);
  });
});

describe("the step unpivot", () => {
  const WIDE: Cells = { id: "1", kaz: "1", rus: "-1", usa: null, note: "n" };

  it("makes a row of each wide column", () => {
    const step = '- unpivot: { columns: [kaz, rus, usa], name: state, value: status, skip: ["-1"] }';
    const { rows, columns } = run(step, [WIDE]);
    expect(columns).toEqual([
      { id: "1", note: "n", state: "kaz", status: "1" },
      { id: "1", note: "n", state: "usa", status: null },
    ]);
    expect(rows.map(({ line }) => line)).toEqual([2, 2]);
  });

  it("can skip empty cells with ~", () => {
    const step = '- unpivot: { columns: [kaz, rus, usa], name: state, value: status, skip: ["-1", ~] }';
    expect(pick(run(step, [WIDE]).columns, "state", "status")).toEqual([["kaz", "1"]]);
  });

  it("can keep only some of the other columns", () => {
    const step = "- unpivot: { columns: [kaz, rus], name: state, value: status, keep: [id] }";
    const { columns } = run(step, [{ ...WIDE, $line: "2" }]);
    expect(columns).toEqual([
      { id: "1", $line: "2", state: "kaz", status: "1" },
      { id: "1", $line: "2", state: "rus", status: "-1" },
    ]);
  });

  it("can find the wide columns by a regular expression", () => {
    const step = '- unpivot: { columns: { matches: "^[a-z]{3}$", not: [usa] }, name: state, value: status }';
    const { columns } = run(step, [WIDE]);
    expect(columns).toEqual([
      { id: "1", usa: null, note: "n", state: "kaz", status: "1" },
      { id: "1", usa: null, note: "n", state: "rus", status: "-1" },
    ]);
  });

  it("reads files with different headers separately", () => {
    const step = '- unpivot: { columns: { matches: "^s" }, name: n, value: v }';
    const { columns } = run(step, [
      { id: "1", s1: "a" },
      { id: "2", s2: "b", s3: "c" },
      { id: "3", s1: "d" },
    ]);
    expect(pick(columns, "id", "n", "v")).toEqual([
      ["1", "s1", "a"],
      ["2", "s2", "b"],
      ["2", "s3", "c"],
      ["3", "s1", "d"],
    ]);
  });

  it.each([
    ["a wide column", "columns: [kaz, uzb], name: n, value: v", "uzb"],
    ["a column that is kept", "columns: [kaz], keep: [idd], name: n, value: v", "idd"],
  ])("rejects the row if %s is missing", (_case, step, column) => {
    const { rows, rejected } = run(`- unpivot: { ${step} }`, [{ ...WIDE, $line: "2" }]);
    expect(rows).toEqual([]);
    expect(rejected).toMatchObject([{ line: 2, column }]);
  });

  it("rejects all rows if a wide column is missing", () => {
    const { rows, rejected } = run("- unpivot: { columns: [kaz, uzb], name: n, value: v }", [
      WIDE,
      WIDE,
      WIDE,
    ]);
    expect(rows).toEqual([]);
    expect(rejected.map(({ line }) => line)).toEqual([2, 3, 4]);
  });
});

describe("the step unpivot over a list", () => {
  const OBJECTS = '[{"role":"member","org":{"id":"o1"}},{"role":"chair","org":{"id":"o2"},"since":"1990"}]';

  it("makes a row of each object, with prefixed columns", () => {
    const step = "- unpivot: { list: posts, as: post, optional: [since] }";
    const { columns } = run(step, [{ id: "1", posts: OBJECTS }]);
    expect(pick(columns, "id", "post.role", "post.org.id", "post.since")).toEqual([
      ["1", "member", "o1", null],
      ["1", "chair", "o2", "1990"],
    ]);
  });

  it("makes a row of each text, and none of an empty list", () => {
    const step = "- unpivot: { list: tags, as: tag }";
    const { columns } = run(step, [{ tags: "a; b" }, { tags: null }, { tags: '["x; y","z"]' }]);
    expect(pick(columns, "tag")).toEqual([["a"], ["b"], ["x; y"], ["z"]]);
  });

  it("can be applied to nested lists", () => {
    const steps = `- unpivot: { list: people, as: person }
- unpivot: { list: person.names, as: name }
- extract: { column: name, match: "(?<lang>[a-z]+)=(?<text>.+)" }`;
    const people = '[{"names":["en=Ann","ru=Анна"]},{"names":["en=Bob"]}]';
    expect(pick(run(steps, [{ people }]).columns, "lang", "text")).toEqual([
      ["en", "Ann"],
      ["ru", "Анна"],
      ["en", "Bob"],
    ]);
  });

  it("rejects a row whose objects lack a required key", () => {
    const steps = '- unpivot: { list: posts, as: post }\n- let: { x: "{post.since}" }';
    const { rows, rejected } = run(steps, [{ id: "1", posts: OBJECTS }]);
    expect([rows.length, rejected.map(({ column }) => column)]).toEqual([1, ["post.since"]]);
  });

  it("rejects a row whose cell is not a list", () => {
    const { rejected } = run("- unpivot: { list: posts, as: post }", [{ posts: "[1, 2" }]);
    expect(rejected).toMatchObject([{ line: 2, column: "posts", message: /not a list/ }]);
  });
});

describe("the step split", () => {
  it("makes a row of each trimmed part that is not empty", () => {
    const { columns } = run("- split: { column: a, by: '[;,]' }", [{ a: " x; y ,,z;", b: "1" }]);
    expect(columns).toEqual([
      { a: "x", b: "1" },
      { a: "y", b: "1" },
      { a: "z", b: "1" },
    ]);
  });

  it("can write to a new column", () => {
    expect(run("- split: { column: a, by: '; ', into: part }", [{ a: "x; y" }]).columns).toEqual([
      { a: "x; y", part: "x" },
      { a: "x; y", part: "y" },
    ]);
  });

  it("makes one row of a cell without the separator", () => {
    expect(run("- split: { column: a, by: ';' }", [{ a: "x y" }]).columns).toEqual([{ a: "x y" }]);
  });
});

describe("the step join", () => {
  const STEP = "- join: { file: other, on: code, key: id, as: o }";
  const OTHER = {
    file: "other",
    key: "id",
    rows: [
      { id: "1", name: "A" },
      { id: "2", name: null },
    ],
  };

  it("adds the columns of the other row with a prefix", () => {
    const { columns } = run(STEP, [{ code: "1" }, { code: "2" }, { code: "1" }], [OTHER]);
    expect(columns).toEqual([
      { code: "1", "o.id": "1", "o.name": "A" },
      { code: "2", "o.id": "2", "o.name": null },
      { code: "1", "o.id": "1", "o.name": "A" },
    ]);
  });

  it.each(["3", "01", null])("rejects a row without a match (%s)", (code) => {
    const { columns, rejected } = run(STEP, [{ code }, { code: "1" }], [OTHER]);
    expect(columns).toHaveLength(1);
    expect(rejected).toEqual([{ line: 2, column: "code", message: expect.stringMatching(/other.*no row/) }]);
  });

  it("can leave the columns empty", () => {
    const { columns, rejected } = run(
      STEP.replace(" }", ", required: false }"),
      [{ code: "3" }, { code: null }],
      [OTHER],
    );
    expect(columns).toEqual([
      { code: "3", "o.id": null, "o.name": null },
      { code: null, "o.id": null, "o.name": null },
    ]);
    expect(rejected).toEqual([]);
  });
});

describe("the step fold", () => {
  const STEP = '- fold: { key: [org, state], same: [status], year: year, gaps: unknown, missing: ["-9"] }';
  const year = (text: string, status: string, state = "kaz"): Cells => ({
    org: "o",
    state,
    year: text,
    status,
  });
  const fold = (rows: readonly Cells[]) =>
    pick(run(STEP, rows).columns, "state", "status", "first", "last", "since", "until");

  it("makes one spell of consecutive years with the same status", () => {
    expect(fold([year("1990", "1"), year("1991", "1"), year("1992", "1")])).toEqual([
      ["kaz", "1", "1990", "1992", "1990", "1992"],
    ]);
    expect(fold([year("1990", "1")])).toEqual([["kaz", "1", "1990", "1990", "1990", "1990"]]);
  });

  it("starts another spell with another status", () => {
    expect(fold([year("1990", "2"), year("1991", "1"), year("1992", "1"), year("1993", "0")])).toEqual([
      ["kaz", "2", "1990", "1990", "1990", "1990"],
      ["kaz", "1", "1991", "1992", "1991", "1992"],
      ["kaz", "0", "1993", "1993", "1993", "1993"],
    ]);
  });

  it("makes two spells of someone who leaves and comes back", () => {
    expect(
      fold([year("1990", "1"), year("1991", "0"), year("1992", "1")]).map((one) => one.slice(1, 4)),
    ).toEqual([
      ["1", "1990", "1990"],
      ["0", "1991", "1991"],
      ["1", "1992", "1992"],
    ]);
  });

  it("separates groups", () => {
    expect(
      fold([year("1990", "1"), year("1990", "1", "rus"), year("1991", "1", "rus"), year("1991", "1")]),
    ).toEqual([
      ["kaz", "1", "1990", "1991", "1990", "1991"],
      ["rus", "1", "1990", "1991", "1990", "1991"],
    ]);
  });

  it("does not depend on the order of rows", () => {
    const rows = ["1990", "1991", "1992", "1995", "1996"].map((text) => year(text, "1"));
    const others = [year("1993", "0"), year("1997", "-9"), year("1998", "2")];
    const all = [...rows, ...others];
    const expected = fold([...all].sort((a, b) => Number(a.year) - Number(b.year)));
    expect(expected.map((one) => one.slice(1))).toEqual([
      ["1", "1990", "1992", "1990", "1992"],
      ["0", "1993", "1993", "1993", "1993/1994"],
      ["1", "1995", "1996", "1994/1995", "1996/1997"],
      ["2", "1998", "1998", "1997/1998", "1998"],
    ]);
    for (const order of [[...all].reverse(), [4, 0, 7, 2, 6, 1, 5, 3].map((n) => all[n] ?? year("", ""))]) {
      expect(fold(order)).toEqual(expected);
    }
  });

  it("ends and starts spells within a gap", () => {
    expect(fold([year("1990", "1"), year("1994", "1")])).toEqual([
      ["kaz", "1", "1990", "1990", "1990", "1990/1993"],
      ["kaz", "1", "1994", "1994", "1991/1994", "1994"],
    ]);
  });

  it("makes no spell of a missing year and inexact bounds beside it", () => {
    expect(fold([year("1990", "0"), year("1991", "-9"), year("1992", "-9"), year("1993", "1")])).toEqual([
      ["kaz", "0", "1990", "1990", "1990", "1990/1992"],
      ["kaz", "1", "1993", "1993", "1991/1993", "1993"],
    ]);
  });

  it("leaves bounds open beside missing years at the beginning and the end", () => {
    expect(fold([year("1989", "-9"), year("1990", "1"), year("1991", "-9")])).toEqual([
      ["kaz", "1", "1990", "1990", "../1990", null],
    ]);
  });

  it("makes exact bounds at a gap if the file lists only valid years", () => {
    const rows = [year("1990", "1"), year("1991", "1"), year("1995", "1")];
    expect(fold(rows)).toEqual([
      ["kaz", "1", "1990", "1991", "1990", "1991/1994"],
      ["kaz", "1", "1995", "1995", "1992/1995", "1995"],
    ]);
    const out = run(STEP.replace("unknown", "out"), rows).columns;
    expect(pick(out, "since", "until")).toEqual([
      ["1990", "1991"],
      ["1995", "1995"],
    ]);
    // A row that says that a year is unknown is no gap.
    const unsure = run(STEP.replace("unknown", "out"), [...rows, year("1992", "-9")]).columns;
    expect(pick(unsure, "since", "until")).toEqual([
      ["1990", "1991/1994"],
      ["1995", "1995"],
    ]);
  });

  it("makes no spell if all years are missing", () => {
    expect(fold([year("1990", "-9"), year("1991", "-9")])).toEqual([]);
  });

  it("ignores other columns without same", () => {
    const { columns } = run("- fold: { key: [a], year: y, gaps: unknown }", [
      { a: "x", y: "1990", z: "1" },
      { a: "x", y: "1991", z: "2" },
    ]);
    expect(columns).toEqual([
      { a: "x", y: "1990", z: "1", first: "1990", last: "1991", since: "1990", until: "1991" },
    ]);
  });

  it("keeps the columns and the line of the first year", () => {
    const { rows } = run(STEP, [year("1990", "1"), year("1990", "1", "rus"), year("1991", "1")]);
    expect(rows.map(({ line, columns }) => [columns.state, columns.year, line])).toEqual([
      ["kaz", "1990", 2],
      ["rus", "1990", 3],
    ]);
  });

  it.each(["90", "1990.0", "1990-91", "", null])('rejects the invalid year "%s"', (text) => {
    const { rows, rejected } = run(STEP, [{ ...year("1990", "1"), year: text }]);
    expect(rows).toEqual([]);
    expect(rejected).toMatchObject([{ line: 2, column: "year" }]);
  });

  it("rejects a repeated year and names the first one", () => {
    const { rejected, columns } = run(STEP, [year("1990", "1"), year("1990", "2")]);
    expect(pick(columns, "status", "first", "last")).toEqual([["1", "1990", "1990"]]);
    expect(rejected).toEqual([
      { line: 3, column: "year", message: expect.stringMatching(/Duplicate year 1990.*line 2/) },
    ]);
  });

  it.each([
    [
      "with another status",
      "2",
      [
        ["1", "1990", "1991"],
        ["2", "1992", "1993"],
      ],
    ],
    ["with the same status", "1", [["1", "1990", "1993"]]],
  ])("handles a repeated year %s without losing others", (_case, status, expected) => {
    const { rejected, columns } = run(STEP, [
      year("1990", "1"),
      year("1991", "1"),
      year("1991", status),
      year("1992", status),
      year("1993", status),
    ]);
    expect(rejected.map(({ line }) => line)).toEqual([4]);
    expect(pick(columns, "status", "first", "last")).toEqual(expected);
  });

  it("reports a repeated year with the lines of its spell", () => {
    const { rejected } = run(STEP, [year("1990", "1"), year("1991", "1"), year("1991", "2")]);
    expect(rejected).toMatchObject([{ line: 4, message: expect.stringMatching(/1991.*lines 2 to 3/) }]);
  });

  it("keeps four digits for years before 1000", () => {
    expect(fold([year("0987", "1"), year("0990", "1")]).map((one) => one.slice(2))).toEqual([
      ["0987", "0987", "0987", "0987/0989"],
      ["0990", "0990", "0988/0990", "0990"],
    ]);
  });
});

describe("the step merge", () => {
  const STEP = "- merge: { key: [who], from: a, to: b, largest: [flag], last: [note] }";
  const spell = (a: string | null, b: string | null, more: Cells = {}): Cells => ({
    who: "kaz",
    a,
    b,
    flag: "0",
    note: null,
    ...more,
  });
  const merge = (rows: readonly Cells[]) => pick(run(STEP, rows).columns, "a", "b");

  it.each<[string, Cells[], (string | null)[][]]>([
    [
      "overlap",
      [spell("1990-01-01", "1995-06-30"), spell("1993-01-01", "1999-12-31")],
      [["1990-01-01", "1999-12-31"]],
    ],
    [
      "touch on one day",
      [spell("1990-01-01", "1995-06-30"), spell("1995-06-30", "1999-12-31")],
      [["1990-01-01", "1999-12-31"]],
    ],
    [
      "follow on the next day",
      [spell("1990-01-01", "1996-02-28"), spell("1996-02-29", "1999-12-31")],
      [["1990-01-01", "1999-12-31"]],
    ],
    [
      "follow on the next day of another month",
      [spell("1990", "1995-12-31"), spell("1996-01-01", "1997")],
      [["1990", "1997"]],
    ],
    [
      "have a day between them",
      [spell("1990-01-01", "1996-02-28"), spell("1996-03-01", "1999-12-31")],
      [
        ["1990-01-01", "1996-02-28"],
        ["1996-03-01", "1999-12-31"],
      ],
    ],
    [
      "lie in each other",
      [spell("1990", "1999"), spell("1992", "1993"), spell("1999", "2000")],
      [["1990", "2000"]],
    ],
    ["are the same", [spell("1990", "1999"), spell("1990", "1999")], [["1990", "1999"]]],
    ["are known to the year", [spell("1990", "1995"), spell("1996", "1999")], [["1990", "1999"]]],
    [
      "are known to years apart",
      [spell("1990", "1994"), spell("1996", "1999")],
      [
        ["1990", "1994"],
        ["1996", "1999"],
      ],
    ],
    ["are known to the month", [spell("1990", "1995-06"), spell("1995-07-01", "1999")], [["1990", "1999"]]],
    ["go on without an end", [spell("1990", null), spell("1995", "1996")], [["1990", null]]],
    ["go on in the second", [spell("1990", "1995"), spell("1995", null)], [["1990", null]]],
    ["are known to go on", [spell("1990", ".."), spell("1995", "1999")], [["1990", ".."]]],
    ["begin in an interval", [spell("1985/1990", "1995"), spell("1995", "1996")], [["1985/1990", "1996"]]],
    [
      "stand in another order",
      [spell("1996", "1999"), spell("1990", "1993"), spell("1993", "1996")],
      [["1990", "1999"]],
    ],
    [
      "have no first day",
      [spell(null, "1995"), spell("1990", "1994"), spell(null, null)],
      [
        [null, "1995"],
        [null, null],
        ["1990", "1994"],
      ],
    ],
  ])("is correct for spells that %s", (_case, rows, expected) => {
    expect(merge(rows)).toEqual(expected);
  });

  it("treats spells with an open end as overlapping later ones", () => {
    expect(merge([spell("1990", "1992/.."), spell("1995", "1999")])).toHaveLength(1);
  });

  it("does not lose a spell that ends before it begins", () => {
    const { rows, rejected } = run(STEP, [spell("1990", "1999"), spell("1995", "1985")]);
    expect(rows.length + rejected.length).toBe(2);
  });

  it("separates groups by key and by the columns that must be equal", () => {
    const step = "- merge: { key: [who], same: [flag], from: a, to: b }";
    const { columns } = run(step, [
      spell("1990", "1995"),
      spell("1996", "1999", { flag: "1" }),
      spell("1995", "1997", { who: "rus" }),
      spell("1993", "1998"),
    ]);
    expect(pick(columns, "who", "flag", "a", "b").sort()).toEqual([
      ["kaz", "0", "1990", "1998"],
      ["kaz", "1", "1996", "1999"],
      ["rus", "0", "1995", "1997"],
    ]);
  });

  it("keeps the largest number of flags", () => {
    const flags = (...values: (string | null)[]) =>
      run(
        STEP,
        values.map((flag, n) => spell(String(1990 + n), String(1991 + n), { flag })),
      ).columns.map(({ flag }) => flag);
    expect(flags("0", "1", "0")).toEqual(["1"]);
    expect(flags("9", "10")).toEqual(["10"]);
    expect(flags("-9", null, "-10")).toEqual(["-9"]);
    expect(flags(null, "0")).toEqual(["0"]);
    expect(flags(null, null)).toEqual([null]);
  });

  it("takes some columns from the last spell and the others from the first", () => {
    const { columns } = run(STEP, [
      spell("1993", "1996", { note: "second", other: "2" }),
      spell("1996", "1999", { note: "third", other: "3" }),
      spell("1990", "1993", { note: "first", other: "1" }),
    ]);
    expect(pick(columns, "note", "other")).toEqual([["third", "1"]]);
  });

  it("keeps the first line of merged rows", () => {
    const { rows } = run(STEP, [spell("1990", "1995"), spell("2002", "2003"), spell("1995", "1999")]);
    expect(rows.map(({ line }) => line)).toEqual([2, 3]);
  });

  it("keeps the first line of rows that were merged before", () => {
    const { rows } = run(
      "- fold: { key: [who], same: [s], year: y, gaps: unknown }\n- merge: { key: [who], from: since, to: until }",
      ["1990", "1991", "1992", "1993"].map((y, n) => ({ who: "kaz", y, s: n < 2 ? "1" : "2" })),
    );
    expect(rows.map(({ line }) => line)).toEqual([2]);
  });

  it("rejects only the row with an invalid date", () => {
    const { rows, rejected } = run(STEP, [
      spell("1990", "1995"),
      spell("199x?", "1996"),
      spell("1995", "31.12.1999"),
    ]);
    expect(rows).toHaveLength(1);
    expect(rejected.map(({ line, column }) => [line, column])).toEqual([
      [3, "a"],
      [4, "b"],
    ]);
  });
});

describe("a list of steps", () => {
  it("passes the result of each step to the next", () => {
    const steps = `- unpivot: { columns: { matches: "^[a-z]{3}$" }, name: state, value: status, skip: ["-1"] }
- fold: { key: [id, state], same: [status], year: y, gaps: unknown, missing: ["-9"] }
- where: { status: "1" }
- let: { spell: "{since}/{until}" }`;
    const { columns, leftOut, rejected } = run(steps, [
      { id: "o", y: "1990", kaz: "1", rus: "-1" },
      { id: "o", y: "1991", kaz: "1", rus: "1" },
      { id: "o", y: "1992", kaz: "0", rus: "1" },
    ]);
    expect(pick(columns, "state", "spell")).toEqual([
      ["kaz", "1990/1991"],
      ["rus", "1991/1992"],
    ]);
    expect(leftOut).toEqual([4]);
    expect(rejected).toEqual([]);
  });
});

describe("the step number", () => {
  const STEP = "- number: { key: [session, who], into: nth }";
  const row = (session: string, who: string | null, post: string) => ({ session, who, post });

  it("counts the rows of each group from 1", () => {
    const { columns } = run(STEP, [
      row("13", "gromyko", "a"),
      row("13", "david", "b"),
      row("14", "gromyko", "c"),
      row("13", "gromyko", "d"),
    ]);
    expect(columns).toEqual([
      { ...row("13", "gromyko", "a"), nth: "1" },
      { ...row("13", "david", "b"), nth: "1" },
      { ...row("14", "gromyko", "c"), nth: "1" },
      { ...row("13", "gromyko", "d"), nth: "2" },
    ]);
  });

  it("treats rows without a value as a group", () => {
    const { columns } = run(STEP, [row("13", null, "a"), row("13", "null", "b"), row("13", null, "c")]);
    expect(columns.map(({ nth }) => nth)).toEqual(["1", "1", "2"]);
  });

  it("rejects a row without the column", () => {
    const { columns, rejected } = run(STEP, [{ session: "13" }]);
    expect(columns).toEqual([]);
    expect(rejected).toMatchObject([{ line: 2, column: "who" }]);
  });
});

import { describe, expect, it } from "vitest";
import { type Cells, pick, run } from "./support.js";

describe("where", () => {
  it("rows that do not fit are left out and counted, the others keep their lines", () => {
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

  it("a column that is not there refuses each row", () => {
    const { rows, leftOut, rejected } = run("- where: { b: x }", [{ a: "x" }, { a: "y" }]);
    expect([rows, leftOut]).toEqual([[], []]);
    expect(rejected.map(({ line, column }) => [line, column])).toEqual([
      [2, "b"],
      [3, "b"],
    ]);
  });
});

describe("let", () => {
  it("makes each column from those before it and keeps the others", () => {
    const { columns } = run('- let: { b: "{a}!", c: "{b}{b}", a: "new" }', [{ a: "x", z: null }]);
    expect(columns).toEqual([{ a: "new", b: "x!", c: "x!x!", z: null }]);
  });

  it("a column that is made only later is not there yet", () => {
    const { rejected } = run('- let: { b: "{c}", c: "{a}" }', [{ a: "x" }]);
    expect(rejected).toMatchObject([{ line: 2, column: "c" }]);
  });

  it("a row that cannot be used is refused with column and reason; the next one goes on", () => {
    const { columns, rejected } = run("- let: { d: { date: { year: y, month: m } } }", [
      { y: "1990", m: "13" },
      { y: "1990", m: "12" },
    ]);
    expect(columns).toMatchObject([{ d: "1990-12" }]);
    expect(rejected).toEqual([{ line: 2, column: "m", message: expect.stringContaining('"13"') }]);
  });

  it("does not change the row that it got", () => {
    const row: Cells = Object.freeze({ a: "x" });
    expect(run('- let: { a: "y" }', [row]).columns).toEqual([{ a: "y" }]);
    expect(row).toEqual({ a: "x" });
  });
});

describe("extract", () => {
  const STEP = `- extract: { column: a, match: '^(?<day>\\d+)(?: (?<mark>\\p{L}+))?$' }`;

  it("makes each named group a column; one that takes no part is empty", () => {
    const { columns } = run(STEP, [{ a: "12 d" }, { a: "7" }]);
    expect(columns).toEqual([
      { a: "12 d", day: "12", mark: "d" },
      { a: "7", day: "7", mark: null },
    ]);
  });

  it("what does not fit is refused with column and text", () => {
    const { columns, rejected } = run(STEP, [{ a: "d 12" }, { a: "7" }]);
    expect(columns).toHaveLength(1);
    expect(rejected).toEqual([{ line: 2, column: "a", message: expect.stringContaining('"d 12"') }]);
  });

  it("an empty cell leaves the groups empty", () => {
    expect(run(STEP, [{ a: null }]).columns).toEqual([{ a: null, day: null, mark: null }]);
  });

  it("optional: what does not fit leaves the groups empty, too", () => {
    const { columns, rejected } = run(STEP.replace(" }", ", optional: true }"), [{ a: "x" }, { a: "1 a" }]);
    expect(columns).toEqual([
      { a: "x", day: null, mark: null },
      { a: "1 a", day: "1", mark: "a" },
    ]);
    expect(rejected).toEqual([]);
  });

  it("looks before and behind without making columns of it", () => {
    const { columns } = run(`- extract: { column: a, match: '(?<=on )(?<day>\\d+)(?!\\d)' }`, [
      { a: "on 12." },
    ]);
    expect(columns).toEqual([{ a: "on 12.", day: "12" }]);
  });
});

describe("unpivot", () => {
  const WIDE: Cells = { id: "1", kaz: "1", rus: "-1", usa: null, note: "n" };

  it("each wide column becomes a row with the other columns; what is to be skipped makes none", () => {
    const step = '- unpivot: { columns: [kaz, rus, usa], name: state, value: status, skip: ["-1"] }';
    const { rows, columns } = run(step, [WIDE]);
    expect(columns).toEqual([
      { id: "1", note: "n", state: "kaz", status: "1" },
      { id: "1", note: "n", state: "usa", status: null },
    ]);
    expect(rows.map(({ line }) => line)).toEqual([2, 2]);
  });

  it("~ skips what is empty", () => {
    const step = '- unpivot: { columns: [kaz, rus, usa], name: state, value: status, skip: ["-1", ~] }';
    expect(pick(run(step, [WIDE]).columns, "state", "status")).toEqual([["kaz", "1"]]);
  });

  it("keep: of the other columns only these and the line", () => {
    const step = "- unpivot: { columns: [kaz, rus], name: state, value: status, keep: [id] }";
    const { columns } = run(step, [{ ...WIDE, $line: "2" }]);
    expect(columns).toEqual([
      { id: "1", $line: "2", state: "kaz", status: "1" },
      { id: "1", $line: "2", state: "rus", status: "-1" },
    ]);
  });

  it("the wide columns by expression, without some", () => {
    const step = '- unpivot: { columns: { matches: "^[a-z]{3}$", not: [usa] }, name: state, value: status }';
    const { columns } = run(step, [WIDE]);
    expect(columns).toEqual([
      { id: "1", usa: null, note: "n", state: "kaz", status: "1" },
      { id: "1", usa: null, note: "n", state: "rus", status: "-1" },
    ]);
  });

  it("files with other heads one after the other are each read by their own", () => {
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
  ])("%s that is not there refuses the row", (_case, step, column) => {
    const { rows, rejected } = run(`- unpivot: { ${step} }`, [{ ...WIDE, $line: "2" }]);
    expect(rows).toEqual([]);
    expect(rejected).toMatchObject([{ line: 2, column }]);
  });

  it("a wide column that is not there refuses all rows, not the first alone", () => {
    const { rows, rejected } = run("- unpivot: { columns: [kaz, uzb], name: n, value: v }", [
      WIDE,
      WIDE,
      WIDE,
    ]);
    expect(rows).toEqual([]);
    expect(rejected.map(({ line }) => line)).toEqual([2, 3, 4]);
  });
});

describe("unpivot of a list", () => {
  const OBJECTS = '[{"role":"member","org":{"id":"o1"}},{"role":"chair","org":{"id":"o2"},"since":"1990"}]';

  it("each object becomes a row, its keys columns with the prefix; the other columns stay", () => {
    const step = "- unpivot: { list: posts, as: post, optional: [since] }";
    const { columns } = run(step, [{ id: "1", posts: OBJECTS }]);
    expect(pick(columns, "id", "post.role", "post.org.id", "post.since")).toEqual([
      ["1", "member", "o1", null],
      ["1", "chair", "o2", "1990"],
    ]);
  });

  it("each text becomes a row, and no list makes none", () => {
    const step = "- unpivot: { list: tags, as: tag }";
    const { columns } = run(step, [{ tags: "a; b" }, { tags: null }, { tags: '["x; y","z"]' }]);
    expect(pick(columns, "tag")).toEqual([["a"], ["b"], ["x; y"], ["z"]]);
  });

  it("lists within lists are unpivoted in turn, and extract reads their texts", () => {
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

  it("a key that only some objects have and the mapping does not call optional refuses the row", () => {
    const steps = '- unpivot: { list: posts, as: post }\n- let: { x: "{post.since}" }';
    const { rows, rejected } = run(steps, [{ id: "1", posts: OBJECTS }]);
    expect([rows.length, rejected.map(({ column }) => column)]).toEqual([1, ["post.since"]]);
  });

  it("what is no list refuses the row", () => {
    const { rejected } = run("- unpivot: { list: posts, as: post }", [{ posts: "[1, 2" }]);
    expect(rejected).toMatchObject([{ line: 2, column: "posts", message: /not a list/ }]);
  });
});

describe("split", () => {
  it("each part that is not empty becomes a row, without the spaces around it", () => {
    const { columns } = run("- split: { column: a, by: '[;,]' }", [{ a: " x; y ,,z;", b: "1" }]);
    expect(columns).toEqual([
      { a: "x", b: "1" },
      { a: "y", b: "1" },
      { a: "z", b: "1" },
    ]);
  });

  it("into: a new column, the cell itself stays", () => {
    expect(run("- split: { column: a, by: '; ', into: part }", [{ a: "x; y" }]).columns).toEqual([
      { a: "x; y", part: "x" },
      { a: "x; y", part: "y" },
    ]);
  });

  it("a cell without the separator is one part", () => {
    expect(run("- split: { column: a, by: ';' }", [{ a: "x y" }]).columns).toEqual([{ a: "x y" }]);
  });
});

describe("join", () => {
  const STEP = "- join: { file: other, on: code, key: id, as: o }";
  const OTHER = {
    file: "other",
    key: "id",
    rows: [
      { id: "1", name: "A" },
      { id: "2", name: null },
    ],
  };

  it("the columns of the partner get the name and a dot before theirs", () => {
    const { columns } = run(STEP, [{ code: "1" }, { code: "2" }, { code: "1" }], [OTHER]);
    expect(columns).toEqual([
      { code: "1", "o.id": "1", "o.name": "A" },
      { code: "2", "o.id": "2", "o.name": null },
      { code: "1", "o.id": "1", "o.name": "A" },
    ]);
  });

  it.each(["3", "01", null])("a row without a partner (%s) is refused with its column", (code) => {
    const { columns, rejected } = run(STEP, [{ code }, { code: "1" }], [OTHER]);
    expect(columns).toHaveLength(1);
    expect(rejected).toEqual([{ line: 2, column: "code", message: expect.stringMatching(/other.*no row/) }]);
  });

  it("not required: it goes on with empty columns", () => {
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

describe("fold", () => {
  const STEP = '- fold: { key: [org, state], same: [status], year: year, gaps: unknown, missing: ["-9"] }';
  const year = (text: string, status: string, state = "kaz"): Cells => ({
    org: "o",
    state,
    year: text,
    status,
  });
  const fold = (rows: readonly Cells[]) =>
    pick(run(STEP, rows).columns, "state", "status", "first", "last", "since", "until");

  it("years that follow each other with the same status are one spell", () => {
    expect(fold([year("1990", "1"), year("1991", "1"), year("1992", "1")])).toEqual([
      ["kaz", "1", "1990", "1992", "1990", "1992"],
    ]);
    expect(fold([year("1990", "1")])).toEqual([["kaz", "1", "1990", "1990", "1990", "1990"]]);
  });

  it("another status is another spell, known to the year", () => {
    expect(fold([year("1990", "2"), year("1991", "1"), year("1992", "1"), year("1993", "0")])).toEqual([
      ["kaz", "2", "1990", "1990", "1990", "1990"],
      ["kaz", "1", "1991", "1992", "1991", "1992"],
      ["kaz", "0", "1993", "1993", "1993", "1993"],
    ]);
  });

  it("who leaves and comes back has two spells", () => {
    expect(
      fold([year("1990", "1"), year("1991", "0"), year("1992", "1")]).map((one) => one.slice(1, 4)),
    ).toEqual([
      ["1", "1990", "1990"],
      ["0", "1991", "1991"],
      ["1", "1992", "1992"],
    ]);
  });

  it("groups are kept apart", () => {
    expect(
      fold([year("1990", "1"), year("1990", "1", "rus"), year("1991", "1", "rus"), year("1991", "1")]),
    ).toEqual([
      ["kaz", "1", "1990", "1991", "1990", "1991"],
      ["rus", "1", "1990", "1991", "1990", "1991"],
    ]);
  });

  it("the order of the rows does not matter", () => {
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

  it("a gap: it ended and began again in one of the years between", () => {
    expect(fold([year("1990", "1"), year("1994", "1")])).toEqual([
      ["kaz", "1", "1990", "1990", "1990", "1990/1993"],
      ["kaz", "1", "1994", "1994", "1991/1994", "1994"],
    ]);
  });

  it("a year that is missing makes no spell; what is beside it is not known to the year", () => {
    expect(fold([year("1990", "0"), year("1991", "-9"), year("1992", "-9"), year("1993", "1")])).toEqual([
      ["kaz", "0", "1990", "1990", "1990", "1990/1992"],
      ["kaz", "1", "1993", "1993", "1991/1993", "1993"],
    ]);
  });

  it("missing years at the beginning and the end leave it open since and until when", () => {
    expect(fold([year("1989", "-9"), year("1990", "1"), year("1991", "-9")])).toEqual([
      ["kaz", "1", "1990", "1990", "../1990", null],
    ]);
  });

  it("a gap between rows has exact ends where the file lists only what holds", () => {
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

  it("a state of which all years are missing has no spell", () => {
    expect(fold([year("1990", "-9"), year("1991", "-9")])).toEqual([]);
  });

  it('without "same" all years of a key that follow each other are one', () => {
    const { columns } = run("- fold: { key: [a], year: y, gaps: unknown }", [
      { a: "x", y: "1990", z: "1" },
      { a: "x", y: "1991", z: "2" },
    ]);
    expect(columns).toEqual([
      { a: "x", y: "1990", z: "1", first: "1990", last: "1991", since: "1990", until: "1991" },
    ]);
  });

  it("keeps the columns and the line of its first year", () => {
    const { rows } = run(STEP, [year("1990", "1"), year("1990", "1", "rus"), year("1991", "1")]);
    expect(rows.map(({ line, columns }) => [columns.state, columns.year, line])).toEqual([
      ["kaz", "1990", 2],
      ["rus", "1990", 3],
    ]);
  });

  it.each(["90", "1990.0", "1990-91", "", null])('"%s" is no year: the row is refused', (text) => {
    const { rows, rejected } = run(STEP, [{ ...year("1990", "1"), year: text }]);
    expect(rows).toEqual([]);
    expect(rejected).toMatchObject([{ line: 2, column: "year" }]);
  });

  it("a year that stands twice is refused where it stands again, and the first one is named", () => {
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
  ])("a year that stands twice %s takes no other year with it", (_case, status, expected) => {
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

  it("a year that stands twice is told with the lines of the spell that has it", () => {
    const { rejected } = run(STEP, [year("1990", "1"), year("1991", "1"), year("1991", "2")]);
    expect(rejected).toMatchObject([{ line: 4, message: expect.stringMatching(/1991.*lines 2 to 3/) }]);
  });

  it("a year before 1000 keeps its four digits", () => {
    expect(fold([year("0987", "1"), year("0990", "1")]).map((one) => one.slice(2))).toEqual([
      ["0987", "0987", "0987", "0987/0989"],
      ["0990", "0990", "0988/0990", "0990"],
    ]);
  });
});

describe("merge", () => {
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
  ])("spells that %s", (_case, rows, expected) => {
    expect(merge(rows)).toEqual(expected);
  });

  it("spells whose end may lie anywhere later overlap what follows", () => {
    expect(merge([spell("1990", "1992/.."), spell("1995", "1999")])).toHaveLength(1);
  });

  it("a spell that ends before it begins is not lost in another one", () => {
    const { rows, rejected } = run(STEP, [spell("1990", "1999"), spell("1995", "1985")]);
    expect(rows.length + rejected.length).toBe(2);
  });

  it("groups are kept apart, by key and by what must be the same", () => {
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

  it("flags get the largest number, as a number and not as text", () => {
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

  it("some columns are those of the last spell, all others those of the first", () => {
    const { columns } = run(STEP, [
      spell("1993", "1996", { note: "second", other: "2" }),
      spell("1996", "1999", { note: "third", other: "3" }),
      spell("1990", "1993", { note: "first", other: "1" }),
    ]);
    expect(pick(columns, "note", "other")).toEqual([["third", "1"]]);
  });

  it("rows keep the line of the first of those they were made of", () => {
    const { rows } = run(STEP, [spell("1990", "1995"), spell("2002", "2003"), spell("1995", "1999")]);
    expect(rows.map(({ line }) => line)).toEqual([2, 3]);
  });

  it("rows that were made of several before keep their first line", () => {
    const { rows } = run(
      "- fold: { key: [who], same: [s], year: y, gaps: unknown }\n- merge: { key: [who], from: since, to: until }",
      ["1990", "1991", "1992", "1993"].map((y, n) => ({ who: "kaz", y, s: n < 2 ? "1" : "2" })),
    );
    expect(rows.map(({ line }) => line)).toEqual([2]);
  });

  it("a text that is no date refuses its row alone", () => {
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

describe("steps one after the other", () => {
  it("each gets what the one before it hands on", () => {
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

describe("number", () => {
  const STEP = "- number: { key: [session, who], into: nth }";
  const row = (session: string, who: string | null, post: string) => ({ session, who, post });

  it("counts the rows of each group from 1, wherever they are in the file; nothing else changes", () => {
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

  it("rows without a value are a group of their own", () => {
    const { columns } = run(STEP, [row("13", null, "a"), row("13", "null", "b"), row("13", null, "c")]);
    expect(columns.map(({ nth }) => nth)).toEqual(["1", "1", "2"]);
  });

  it("a column that is missing rejects the row", () => {
    const { columns, rejected } = run(STEP, [{ session: "13" }]);
    expect(columns).toEqual([]);
    expect(rejected).toMatchObject([{ line: 2, column: "who" }]);
  });
});

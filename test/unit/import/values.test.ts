import { describe, expect, it } from "vitest";
import { RowError } from "../../../src/import/values/row-error.js";
import { type Cells, conditionOf, makerOf, rowProblem } from "./support.js";

describe("a template", () => {
  it("inserts columns and keeps the other text unchanged", () => {
    const make = makerOf('"treaty:cow-{id}/{ name }.{id}"');
    expect(rowProblem(() => make({ id: "7" })).column).toBe(" name ");
    expect(makerOf('"treaty:cow-{id}/{name}.{id}"')({ id: "0007", name: "А б" })).toBe(
      "treaty:cow-0007/А б.0007",
    );
    expect(makerOf('"no holes"')({})).toBe("no holes");
    expect(makerOf('"100 % {} }{"')({})).toBe("100 % {} }{");
  });

  it("is empty if one part is empty", () => {
    const make = makerOf('"{a}-{b}"');
    expect(make({ a: "x", b: null })).toBeNull();
    expect(make({ a: null, b: "y" })).toBeNull();
    expect(make({ a: "x", b: "y" })).toBe("x-y");
  });

  it("takes names of columns with dots, spaces and letters of any script", () => {
    expect(
      makerOf('"{state.ccode} {Дата принятия} {$line}"')({
        "state.ccode": "2",
        "Дата принятия": "май",
        $line: "9",
      }),
    ).toBe("2 май 9");
  });

  it("rejects an unknown column and lists the known ones", () => {
    const { column, message } = rowProblem(() => makerOf('"{ccod}"')({ ccode: "2", year: "1990" }));
    expect(column).toBe("ccod");
    expect(message).toMatch(/Unknown column "ccod".*ccode, year/);
  });

  it.each(["constructor", "toString"])('rejects the unknown column "%s"', (name) => {
    expect(() => makerOf(`"{${name}}"`)({ a: "x" })).toThrow(RowError);
  });

  it.each<[string, string, string | null]>([
    ["slug", "Côte d’Ivoire (new)", "cote-divoire-new"],
    ["slug", "Қазақстан", "qazaqstan"],
    ["slug", "  -- ", null],
    ["code", "Minister for Foreign Affairs", "MINISTER_FOR_FOREIGN_AFFAIRS"],
    ["code", "e-mail", "E_MAIL"],
    ["code", "…", null],
    ["lower", "ÇÀ Ё", "çà ё"],
    ["upper", "ça ё", "ÇA Ё"],
    ["trim", "  a \t b\u00a0 c ", "a b c"],
    ["trim", " \n ", null],
    ["trim", "Й и й", "Й и й"],
  ])('applies the filter %s to "%s": "%s"', (filter, text, expected) => {
    expect(makerOf(`"{a|${filter}}"`)({ a: text })).toBe(expected);
    expect(makerOf(`"<{a|${filter}}>"`)({ a: text })).toBe(expected === null ? null : `<${expected}>`);
    expect(makerOf(`"{a|${filter}}"`)({ a: null })).toBeNull();
  });

  it("treats й and ё in both Unicode forms as the same in an id", () => {
    const slug = makerOf('"{a|slug}"');
    const composed = "Йемен и Ёж";
    expect(slug({ a: composed.normalize("NFD") })).toBe(slug({ a: composed }));
    expect(slug({ a: composed })).toMatch(/^[a-z0-9-]+$/);
  });

  it("rejects an unknown filter and lists the known ones", () => {
    const { message } = rowProblem(() => makerOf('"{a|slugg}"'));
    expect(message).toMatch(/Unknown filter "slugg".*slug.*lower.*trim/);
  });

  it.each(["{a|}", "{|lower}"])("rejects the malformed placeholder %s", (template) => {
    expect(() => makerOf(`"${template}"`)({ a: " X " })).toThrow(RowError);
  });
});

describe("a condition", () => {
  it.each<[string, string, readonly (string | null)[], readonly (string | null)[]]>([
    ["a value", "{ a: x }", ["x"], ["X", "x ", "", null]],
    ["no value", "{ a: ~ }", [null], ["", "x"]],
    ["a list", "{ a: [x, y] }", ["x", "y"], ["z", "x, y", null]],
    ["an empty list", "{ a: [] }", [], ["x", "", null]],
    ["an expression", '{ a: { matches: "^1[0-9]$" } }', ["10", "19"], ["1", "100", null]],
    ["an expression anywhere in the text", "{ a: { matches: b } }", ["abc"], ["B", null]],
    ["not a value", "{ a: { not: x } }", ["y", "", null], ["x"]],
    ["not empty", "{ a: { not: ~ } }", ["x", ""], [null]],
    ["not a list", "{ a: { not: [x, y] } }", ["z", null], ["x", "y"]],
    [
      "a least number",
      "{ a: { least: 10 } }",
      ["10", "10.5", "100"],
      ["9", "9.99", "-11", "ten", "", " ", null],
    ],
    ["a largest number", "{ a: { most: -1.5 } }", ["-1.5", "-2"], ["-1", "0", "none", "", null]],
    ["an expression that fits no letters", '{ a: { matches: "^x*$" } }', ["", "x"], ["y", null]],
    ["at most nothing", "{ a: { most: 0 } }", ["0", "-1"], ["1", "", " ", null]],
    ["at least nothing", "{ a: { least: 0 } }", ["0", "1"], ["-1", "", " ", null]],
    ["two bounds", "{ a: { least: 1, most: 3 } }", ["1", "2", "3.0"], ["0", "4", null]],
    ["an expression and an exception", '{ a: { matches: "^1", not: "12" } }', ["1", "13"], ["12", "2", null]],
  ])("is evaluated: %s", (_case, yaml, yes, no) => {
    const test = conditionOf(yaml);
    expect([...yes, ...no].filter((a) => test({ a }))).toEqual(yes);
  });

  it("is true if all columns of a map match", () => {
    const test = conditionOf("{ a: x, b: y }");
    expect(test({ a: "x", b: "y" })).toBe(true);
    expect(test({ a: "x", b: "z" })).toBe(false);
    expect(test({ a: "z", b: "y" })).toBe(false);
  });

  it("is true if one map of a list matches", () => {
    const test = conditionOf("[{ a: x, b: y }, { c: ~ }]");
    expect(test({ a: "x", b: "y", c: "z" })).toBe(true);
    expect(test({ a: "z", b: "y", c: null })).toBe(true);
    expect(test({ a: "x", b: "z", c: "z" })).toBe(false);
  });

  it("rejects an unknown column in any map of a list", () => {
    expect(rowProblem(() => conditionOf("{ aa: ~ }")({ a: "x" })).column).toBe("aa");
    expect(rowProblem(() => conditionOf("[{ a: y }, { bb: x }]")({ a: "x" })).column).toBe("bb");
  });
});

describe("a rule on a column that is mostly empty", () => {
  const ROWS: readonly Cells[] = [
    { country: "Yemen", note: null },
    { country: "Yemen Arab Republic", note: "north" },
    { country: "Kazakhstan", note: null },
    { country: "Russia", note: null },
    { country: "Germany", note: "" },
    { country: "Chad", note: null },
  ];

  it.each([
    ["{ note: north }", "state:yar"],
    ['{ note: { matches: "^north$" } }', "state:yar"],
    ["{ note: [north, south] }", "state:yar"],
    ["{ country: Yemen Arab Republic, note: { not: ~ } }", "state:yar"],
  ])("does not affect other rows: %s", (when, expected) => {
    const ruled = makerOf(`{ cases: [{ when: ${when}, value: "${expected}" }], else: "{country|slug}" }`);
    expect(ROWS.map(ruled)).toEqual(["yemen", expected, "kazakhstan", "russia", "germany", "chad"]);
  });

  it("does not affect other rows in a map by that column", () => {
    const ruled = makerOf('{ column: note, map: { north: "state:yar" }, else: "{country|slug}" }');
    expect(ROWS.map(ruled)).toEqual(["yemen", "state:yar", "kazakhstan", "russia", "germany", "chad"]);
  });
});

describe("a date from parts", () => {
  const make = makerOf('{ date: { year: y, month: m, day: d, nulls: ["0", "-9"] } }');

  it.each<[string | null, string | null, string | null, string | null]>([
    ["1949", "1", "1", "1949-01-01"],
    ["1906", null, null, "1906"],
    ["1906", "0", "-9", "1906"],
    ["1906", "2", "-9", "1906-02"],
    ["1906", "12", "", "1906-12"],
    ["1894", "01", "04", "1894-01-04"],
    ["2000", "2", "29", "2000-02-29"],
    ["2000.0", "2.0", "9.00", "2000-02-09"],
    [" 987 ", "3", "4", "0987-03-04"],
    [null, null, null, null],
    ["-9", "0", "0", null],
    ["0", "5", "6", null],
  ])("year %s, month %s, day %s is %s", (y, m, d, expected) => {
    expect(make({ y, m, d })).toBe(expected);
  });

  it.each<[string, string | null, string | null, string]>([
    ["1906", "2", "31", "d"],
    ["1900", "2", "29", "d"],
    ["2001", "2", "29", "d"],
    ["2001", "13", "1", "m"],
    ["2001", "1", "32", "d"],
    ["2001", null, "5", "d"],
    ["2001", "0", "5", "d"],
    ["99999", "1", "1", "y"],
    ["1990s", "1", "1", "y"],
    ["1990.5", "1", "1", "y"],
    ["-1990", "1", "1", "y"],
    ["2001", "May", "1", "m"],
    ["2001", "-99", "1", "m"],
    ["2001", "1", "1e1", "d"],
  ])("is rejected for year %s, month %s, day %s at the column %s", (y, m, d, column) => {
    expect(rowProblem(() => make({ y, m, d })).column).toBe(column);
  });

  it("is rejected for 0 unless the mapping allows it", () => {
    const strict = makerOf("{ date: { year: y, month: m } }");
    expect(rowProblem(() => strict({ y: "1990", m: "0" }))).toMatchObject({ column: "m" });
    expect(strict({ y: "1990", m: "7" })).toBe("1990-07");
  });

  it("is a year if only the year is known", () => {
    expect(makerOf("{ date: { year: y } }")({ y: "1906" })).toBe("1906");
    expect(make({ y: "1949", m: "1", d: "1" })).toBe("1949-01-01");
  });

  it("requires a year or a column", () => {
    expect(rowProblem(() => makerOf("{ date: { month: m } }")({ m: "1" })).message).toMatch(
      /requires year or column/,
    );
  });
});

describe("a date from text", () => {
  it.each<[string, string, string | null]>([
    ["[yyyy-MM-dd]", "1949-01-01", "1949-01-01"],
    ["[d MMMM yyyy]", "15 May 2002", "2002-05-15"],
    ["[d MMMM yyyy]", "5 sEPTEMBER 1991", "1991-09-05"],
    ["[d MMMM yyyy]", " 05  DECEMBER\u00a02001 ", "2001-12-05"],
    ["[d MMM yyyy]", "9 Aug 1945", "1945-08-09"],
    ["[d MMM yyyy]", "9 AUG. 1945", "1945-08-09"],
    ["[MMMM yyyy]", "March 1953", "1953-03"],
    ["[yyyy]", "1906", "1906"],
    ["[d/M/yyyy]", "2/6/1950", "1950-06-02"],
    ["[M/d/yyyy]", "2/6/1950", "1950-02-06"],
    ["[dd.MM.yyyy]", "02.06.1950", "1950-06-02"],
    ['["MMMM d, yyyy"]', "June 2, 1950", "1950-06-02"],
    ["[d MMMM yyyy, yyyy-MM, yyyy]", "1950-06", "1950-06"],
    ["[d MMMM yyyy, yyyy-MM, yyyy]", "1950", "1950"],
  ])('is read in the form %s from "%s" as %s', (formats, text, expected) => {
    expect(makerOf(`{ date: { column: a, formats: ${formats} } }`)({ a: text })).toBe(expected);
  });

  it.each([
    ["[d MMMM yyyy]", "31 February 1990", "1990-02-31 is not a valid date"],
    ["[d/M/yyyy]", "5/13/2002", "13 is not a valid month"],
    ["[M/d/yyyy]", "13/5/2002", "13 is not a valid month"],
    ["[d/M/yyyy]", "0/5/2002", "2002-05-00 is not a valid date"],
    ["[dd/MM/yyyy]", "2/06/1950", "not a date in the format"],
    ["[d/M/yyyy]", "2/6/50", "not a date in the format"],
    ["[d/M/yyyy]", "02/02/01", "not a date in the format"],
    ["[d.M.yyyy]", "2-6-1950", "not a date in the format"],
    ["[d MMMM yyyy]", "15 Mai 2002", "not a date in the format"],
    ["[d MMMM yyyy]", "15 May 2002 (a)", "not a date in the format"],
    ["[yyyy]", "1990?", "not a date in the format"],
    ["[yyyy-MM-dd]", "1990-01-01T00:00:00", "not a date in the format"],
  ])('is rejected in the form %s for "%s"', (formats, text, why) => {
    const make = makerOf(`{ date: { column: a, formats: ${formats} } }`);
    expect(rowProblem(() => make({ a: text }))).toEqual({
      column: "a",
      message: expect.stringContaining(why),
    });
  });

  it("is empty for an empty column, or for the texts that mean unknown", () => {
    const make = makerOf('{ date: { column: a, formats: [d MMM yyyy], nulls: ["n.a.", "-"] } }');
    for (const a of [null, "", "  ", "n.a.", " - "]) expect(make({ a })).toBeNull();
  });

  it.each(["d. de MMMM yyyy", "d/d/yyyy"])(
    "the form %s, in which a part stands twice, is an error of the mapping",
    (format) => {
      expect(() => makerOf(`{ date: { column: a, formats: ["${format}"] } }`)).toThrow(RowError);
    },
  );
});

describe("an ambiguous date", () => {
  it.each(["02/06/1950", "02/02/01", "2.6.1950", "1950/06/02"])("is rejected without a form: %s", (text) => {
    const { column, message } = rowProblem(() => makerOf("{ date: { column: a } }")({ a: text }));
    expect(column).toBe("a");
    expect(message).toContain(text);
  });
});

describe("a year or a day", () => {
  const signed = makerOf("{ date: { column: signed, formats: [yyyy-MM-dd, yyyy-MM, yyyy] } }");

  it.each(["1906", "1949-01-01", "1949-01", "1906-12-31", "0001", "9999"])(
    "is kept unchanged: %s",
    (text) => {
      expect(signed({ signed: text })).toBe(text);
    },
  );
});

describe("the first non-empty value", () => {
  it("is found in the order of the mapping", () => {
    const make = makerOf('{ first: ["{a}", { column: b, map: { "1": ~ }, else: "{b}" }, "c{c}", none] }');
    expect(make({ a: "x", b: "y", c: "z" })).toBe("x");
    expect(make({ a: null, b: "y", c: "z" })).toBe("y");
    expect(make({ a: null, b: "1", c: "z" })).toBe("cz");
    expect(make({ a: null, b: "1", c: null })).toBe("none");
  });

  it("is empty if all are", () => {
    expect(makerOf('{ first: ["{a}", ~] }')({ a: null })).toBeNull();
  });
});

describe("a list of cases", () => {
  const make = makerOf(
    '{ cases: [{ when: { a: x }, value: "1{b}" }, { when: { a: [x, y] }, value: ~ }], else: "3" }',
  );

  it("uses the first that applies, even if it is empty", () => {
    expect(make({ a: "x", b: "!" })).toBe("1!");
    expect(make({ a: "x", b: null })).toBeNull();
    expect(make({ a: "y", b: "!" })).toBeNull();
    expect(make({ a: "z", b: null })).toBe("3");
  });

  it("is empty if no case applies and there is no else", () => {
    expect(makerOf("{ cases: [{ when: { a: x }, value: y }] }")({ a: "z" })).toBeNull();
  });
});

describe("a value of a column", () => {
  it("is mapped, or rejected, or replaced by else", () => {
    const strict = makerOf('{ column: vote, map: { "yes": "YES", "1": ~ } }');
    expect(strict({ vote: "yes" })).toBe("YES");
    expect(strict({ vote: "1" })).toBeNull();
    expect(strict({ vote: null })).toBeNull();
    expect(rowProblem(() => strict({ vote: "Yes" }))).toMatchObject({
      column: "vote",
      message: expect.stringMatching(/"Yes"/),
    });
    expect(rowProblem(() => strict({ vote: "constructor" })).column).toBe("vote");
    const lenient = makerOf('{ column: vote, map: { "yes": "YES", "1": ~ }, else: "{vote|upper}" }');
    expect(lenient({ vote: "maybe" })).toBe("MAYBE");
    expect(lenient({ vote: "1" })).toBeNull();
    expect(makerOf('{ column: vote, map: { "yes": "YES" }, else: ~ }')({ vote: "no" })).toBeNull();
  });

  it("is extracted by the group value, the first group or the whole match", () => {
    expect(makerOf('{ column: a, match: "(\\\\d+)-(?<value>\\\\d+)" }')({ a: "x12-34y" })).toBe("34");
    expect(makerOf('{ column: a, match: "(\\\\d+)-(\\\\d+)" }')({ a: "x12-34y" })).toBe("12");
    expect(makerOf('{ column: a, match: "\\\\d+-\\\\d+" }')({ a: "x12-34y" })).toBe("12-34");
    expect(makerOf('{ column: a, match: "\\\\p{Lu}\\\\p{Ll}+" }')({ a: "в Алматы" })).toBe("Алматы");
  });

  it("is rejected or replaced by else if it does not match", () => {
    expect(rowProblem(() => makerOf('{ column: a, match: "^x" }')({ a: "y" }))).toMatchObject({
      column: "a",
      message: expect.stringContaining('"y"'),
    });
    expect(makerOf('{ column: a, match: "^x", else: "{b}" }')({ a: "y", b: "z" })).toBe("z");
    expect(makerOf('{ column: a, match: "^x" }')({ a: null })).toBeNull();
  });

  it("is extracted and then mapped", () => {
    const make = makerOf('{ column: a, match: "^(.)", map: { A: one, B: ~ }, else: "{a}" }');
    expect(make({ a: "Alpha" })).toBe("one");
    expect(make({ a: "Beta" })).toBeNull();
    expect(make({ a: "Gamma" })).toBe("Gamma");
    expect(make({ a: "" })).toBe("");
  });
});

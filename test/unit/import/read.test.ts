import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openText } from "../../../src/input/open.js";
import { Folder, failure, read } from "./support.js";
import { day, error, formatted, formula, number, truth, xlsx } from "./xlsx-file.js";

const folder = new Folder();

/** What is read of a file of this name and content. */
const readText = (name: string, content: string | Uint8Array, file = "") =>
  read(folder.write(name, content), file);

const PLAIN = "id,name\n1,Ааа\n2,Ббб\n";
const EXPECTED = [
  { id: "1", name: "Ааа" },
  { id: "2", name: "Ббб" },
];

describe("a table from a spreadsheet", () => {
  it("is the same with a byte order mark, semicolons and CRLF", async () => {
    const excel = `\ufeff${PLAIN.replaceAll(",", ";").replaceAll("\n", "\r\n")}`;
    const { columns, lines, broken } = await readText("excel.csv", excel, 'separator: ";"');
    expect(columns).toEqual(EXPECTED);
    expect(lines).toEqual([2, 3]);
    expect(broken).toEqual([]);
    expect((await readText("plain.csv", PLAIN)).columns).toEqual(EXPECTED);
  });

  it("can mix several kinds of line ends", async () => {
    const mixed = "id,name\n1,Ааа\r\n2,Ббб\r\n";
    expect((await readText("mixed.csv", mixed)).columns).toEqual(EXPECTED);
    expect((await readText("old.csv", PLAIN.replaceAll("\n", "\r"))).columns).toEqual(EXPECTED);
  });

  it("has its first column, quoted or not, in every encoding", async () => {
    const quoted = '\ufeff"id";"name"\r\n"1";"Ааа"\r\n"2";"Ббб"\r\n';
    expect((await readText("quoted.csv", quoted, 'separator: ";"')).columns).toEqual(EXPECTED);
    expect((await readText("mark.csv.gz", gzipSync(`\ufeff${PLAIN}`))).columns).toEqual(EXPECTED);
    const utf16 = Buffer.from(`\ufeff${PLAIN}`, "utf16le");
    expect((await readText("utf16.csv", utf16, "encoding: utf-16le")).columns).toEqual(EXPECTED);
    expect((await readText("mark.tsv", `\ufeff${PLAIN.replaceAll(",", "\t")}`)).columns).toEqual(EXPECTED);
    expect((await readText("mark.json", '\ufeff[{"id": 1}]')).columns).toEqual([{ id: "1" }]);
    expect((await readText("mark.jsonl", '\ufeff{"id": 1}\n')).columns).toEqual([{ id: "1" }]);
  });
});

describe("the line numbers of a table", () => {
  it("are correct after line breaks in quotation marks", async () => {
    const text = 'id,name\n1,"a\nb\nc"\n2,d\n3,"e\n"\n4,f';
    const { columns, lines } = await readText("breaks.csv", text);
    expect(columns.map(({ name }) => name)).toEqual(["a\nb\nc", "d", "e\n", "f"]);
    expect(lines).toEqual([2, 5, 6, 8]);
  });

  it("CRLF inside quotation marks stays", async () => {
    const { columns } = await readText("crlf.csv", 'id,name\r\n1,"a\r\nb"\r\n2,c\r\n3,d\r\n');
    expect(columns.map(({ name }) => name)).toEqual(["a\r\nb", "c", "d"]);
  });

  it("are correct after CRLF in quotation marks", async () => {
    const { lines } = await readText("crlf.csv", 'id,name\r\n1,"a\r\nb"\r\n2,c\r\n3,d\r\n');
    expect(lines).toEqual([2, 4, 5]);
  });

  it("are correct with CRLF", async () => {
    expect((await readText("crlf-2.csv", "id,name\r\n1,a\r\n2,b\r\n3,c\r\n")).lines).toEqual([2, 3, 4]);
  });

  it("are correct if the header has a line break", async () => {
    const { columns, lines } = await readText("head.csv", '"id","the\nname"\n1,a\n2,b\n');
    expect(columns).toEqual([
      { id: "1", "the\nname": "a" },
      { id: "2", "the\nname": "b" },
    ]);
    expect(lines).toEqual([3, 4]);
  });

  it("empty lines make no rows", async () => {
    const { columns, broken } = await readText("empty-lines.csv", "id,name\n\n1,a\n\n\n2,b\n\n");
    expect(columns).toEqual([
      { id: "1", name: "a" },
      { id: "2", name: "b" },
    ]);
    expect(broken).toEqual([]);
  });

  it("are correct after empty lines", async () => {
    const { lines, broken } = await readText("empty-lines-2.csv", "id,name\n\n1,a\n\n\n2,b\n\n3\n");
    expect(lines).toEqual([3, 6]);
    expect(broken.map(({ line }) => line)).toEqual([8]);
  });

  it("are reported with both counts for rows with too many or too few fields", async () => {
    const { columns, lines, broken } = await readText(
      "ragged.csv",
      'a,b,c\n1,2,3\n4,5\n6,7,8,9\n"x\ny",2,3\n1\n',
    );
    expect(columns).toEqual([
      { a: "1", b: "2", c: "3" },
      { a: "x\ny", b: "2", c: "3" },
    ]);
    expect(lines).toEqual([2, 5]);
    expect(broken).toEqual([
      { line: 3, message: expect.stringMatching(/has 2 fields.* has 3/) },
      { line: 4, message: expect.stringMatching(/has 4 fields.* has 3/) },
      { line: 7, message: expect.stringMatching(/has 1 fields.* has 3/) },
    ]);
  });

  it("a quotation mark that is not closed is told", async () => {
    const { code, message } = await failure(() => readText("quote.csv", 'a,b\n1,2\n3,"4\n5,6\n'));
    expect(code).toBe("IMPORT_FAILED");
    expect(message).toMatch(/quot/i);
    expect(message).toMatch(/line \d/);
  });

  it.each([
    ["bad-quote.csv", 'a,b\n1,2\n3,"4\n'],
    ["bad-json.json", '{"a": [1, 2'],
    ["bad-line.jsonl", '{"a": 1}\n{"a": \n'],
    ["no-list.json", '{"a": 1}'],
    ["no-object.json", "[1]"],
  ])("are reported with the name of the file: %s", async (name, text) => {
    const { message } = await failure(() => readText(name, text));
    expect(message).toContain(name);
  });
});

describe("the columns of a table", () => {
  it("are numbered if they have no name", async () => {
    const { columns } = await readText("unnamed.csv", ",name, ,id \n1,a,2,3\n");
    expect(columns).toEqual([{ column1: "1", name: "a", column3: "2", id: "3" }]);
  });

  it("can be without rows", async () => {
    for (const text of ["", "id,name", "id,name\n", "\ufeff", "\n\n"]) {
      expect(await readText("nothing.csv", text)).toMatchObject({ rows: [], broken: [] });
    }
  });

  it("have no value if empty, and keep other texts unchanged", async () => {
    const { columns } = await readText("nulls.csv", 'a,b,c,d,e\n,"", ,NA,0001\n');
    expect(columns).toEqual([{ a: null, b: null, c: " ", d: "NA", e: "0001" }]);
  });

  it("can have NA as null except where it means Namibia", async () => {
    const file = 'nulls: ["", NA], columns: { code: { nulls: [""] } }';
    const { columns } = await readText("namibia.csv", "code,name,year\nNA,NA,1990\n,Chad,NA\n", file);
    expect(columns).toEqual([
      { code: "NA", name: null, year: "1990" },
      { code: null, name: "Chad", year: null },
    ]);
  });

  it('keep empty fields if the null texts do not include ""', async () => {
    const { columns } = await readText("own-nulls.csv", "a,b\n,-9\n", "nulls: ['-9']");
    expect(columns).toEqual([{ a: "", b: null }]);
  });

  it("another quotation mark and separator", async () => {
    const { columns } = await readText("quote-mark.csv", "a|b\n'x|y'|z\n", `separator: "|", quote: "'"`);
    expect(columns).toEqual([{ a: "x|y", b: "z" }]);
  });

  it.each([
    ["a|b\n'x|\"y'|z\n", 'x|"y'],
    ["a|b\n'it''s'|z\n", "it's"],
  ])("keep their characters with another quotation mark %j", async (text, expected) => {
    const { columns } = await readText("quote-mark-2.csv", text, `separator: "|", quote: "'"`);
    expect(columns).toEqual([{ a: expected, b: "z" }]);
  });

  it("doubled quotation marks are one", async () => {
    const { columns } = await readText("doubled.csv", 'a,b\n"say ""yes""",2\n');
    expect(columns).toEqual([{ a: 'say "yes"', b: "2" }]);
  });

  it("reserved words such as constructor are ordinary column names", async () => {
    const { columns } = await readText("words.csv", "__proto__,constructor,toString\n1,2,3\n");
    const [row] = columns;
    expect(Object.entries(row ?? {})).toEqual([
      ["__proto__", "1"],
      ["constructor", "2"],
      ["toString", "3"],
    ]);
  });

  it("come from the name of the file, too", async () => {
    const file = String.raw`filename: '^(?<chapter>\d+)-(?<number>\d[\da-z-]*)(?<rest>x)?\.csv$'`;
    const { columns } = await readText("26-3-a.csv", "p\nKazakhstan\n", file);
    expect(columns).toEqual([{ p: "Kazakhstan", chapter: "26", number: "3-a", rest: null }]);
  });

  it("tabs separate TSV; commas and quotation marks within words stay", async () => {
    for (const name of ["t.tsv", "t.TAB", "t.tsv.gz"]) {
      const text = 'a\tb\n1,2\t"x\ty"\n';
      const content = name.endsWith(".gz") ? gzipSync(text) : text;
      expect((await readText(name, content)).columns).toEqual([{ a: "1,2", b: "x\ty" }]);
    }
  });

  it("the format of the mapping goes before the name of the file", async () => {
    expect((await readText("rows.txt", "a\tb\n1\t2\n", "format: tsv")).columns).toEqual([{ a: "1", b: "2" }]);
    expect((await readText("rows.data", '{"a": 1}\n', "format: jsonl")).columns).toEqual([{ a: "1" }]);
  });
});

describe("a compressed file", () => {
  it.each(["a.csv", "a.csv.gz", "a.bin", "A.CSV.GZ"])(
    "%s is unpacked when it is packed, whatever its name",
    async (name) => {
      expect((await readText(name, gzipSync(PLAIN))).columns).toEqual(EXPECTED);
      expect((await readText(name, PLAIN)).columns).toEqual(EXPECTED);
    },
  );

  it("can have two parts", async () => {
    const parts = Buffer.concat([gzipSync("id,name\n1,Ааа\n"), gzipSync("2,Ббб\n")]);
    expect((await readText("parts.csv.gz", parts)).columns).toEqual(EXPECTED);
  });

  it.each([
    ["cut.csv", "a,b\n1,2\n"],
    ["cut.json", '[{"a": 1}]\n\n\n\n'],
    ["cut.jsonl", '{"a": 1}\n'],
  ])("is reported if it is truncated: %s", async (name, text) => {
    const packed = gzipSync(text.repeat(1000));
    const { code, message } = await failure(() => readText(name, packed.subarray(0, packed.length - 12)));
    expect(code).toBe("IMPORT_FAILED");
    expect(message).toContain(name);
  });
});

describe("encodings", () => {
  const bytesOf = (text: string) =>
    Buffer.from(
      [...text].map((c) => (c >= "А" && c <= "я" ? (c.codePointAt(0) ?? 0) - 0x350 : c.charCodeAt(0))),
    );

  it("windows-1251", async () => {
    expect((await readText("cp1251.csv", bytesOf(PLAIN), "encoding: windows-1251")).columns).toEqual(
      EXPECTED,
    );
  });

  it("utf-16le without a byte order mark", async () => {
    const utf16 = Buffer.from(PLAIN, "utf16le");
    expect((await readText("utf16.csv", utf16, "encoding: utf-16le")).columns).toEqual(EXPECTED);
  });

  it.each(["csv", "json", "jsonl"])(
    "a %s file that is not in its encoding is told with name and place",
    async (kind) => {
      const content = Buffer.concat([Buffer.from('{"a":\n'), Buffer.from([0xc0, 0xe1]), Buffer.from("}\n")]);
      const { code, message } = await failure(() => readText(`wrong.${kind}`, content));
      expect(code).toBe("IMPORT_FAILED");
      expect(message).toMatch(new RegExp(`wrong\\.${kind}.*invalid utf-8.*line \\d.*encoding`));
    },
  );

  it("are reported for a file that ends within a character", async () => {
    const cut = Buffer.from(PLAIN).subarray(0, -2);
    const { message } = await failure(() => readText("half.csv", cut));
    expect(message).toMatch(/half\.csv.*invalid utf-8/);
  });

  it("are decoded across chunk borders", async () => {
    const wide = `a\n${"ё".repeat(300_001)}\n`;
    expect((await readText("border.csv", wide)).columns).toEqual([{ a: "ё".repeat(300_001) }]);
    expect((await readText("border-2.csv", `ab\n${"ё".repeat(300_001)}\n`)).columns).toEqual([
      { ab: "ё".repeat(300_001) },
    ]);
  });

  it.each(["latin-1", "latin1", "Latin_1", "cp1252", "CP-1252", "win-1252", "ansi"])(
    "%s is the name of an encoding of Western Europe",
    async (name) => {
      const bytes = Buffer.from("a,b\n1,Caf\u00e9\n", "latin1");
      const { columns } = await readText("x.csv", bytes, `encoding: ${name}`);
      expect(columns.map(({ b }) => b)).toEqual(["Café"]);
    },
  );

  it.each([
    ["at its end", 3_000, "line 3001, byte 6 \\(0xe9\\)"],
    ["in its first line", 0, "line 1, byte 6 \\(0xe9\\)"],
  ])("a wrong byte of a file %s is told with line and byte", async (_what, lines, place) => {
    const bytes = Buffer.concat([
      Buffer.from("a,Вена\n".repeat(lines)),
      Buffer.from("a,Caf\u00e9 x\n", "latin1"),
      Buffer.from("a,b\n"),
    ]);
    const { message } = await failure(() => readText("wrong.csv", bytes));
    expect(message).toMatch(new RegExp(`invalid utf-8 text in ${place}`));
  });

  it("are rejected with examples if unknown", async () => {
    const { code, message } = await failure(() => readText("x.csv", PLAIN, "encoding: cp-klingon"));
    expect(code).toBe("IMPORT_FAILED");
    expect(message).toMatch(/"cp-klingon".*windows-1251/);
  });
});

describe("JSON", () => {
  it("keeps numbers and booleans unchanged", async () => {
    const text =
      '{"edges": [{"a": 1.10, "b": 12e3, "c": 9007199254740993, "d": -0.0, "e": true, "f": null, "g": "", "h": "007"}]}';
    expect((await readText("letters.json", text, "path: edges")).columns).toEqual([
      { a: "1.10", b: "12e3", c: "9007199254740993", d: "-0.0", e: "true", f: null, g: null, h: "007" },
    ]);
  });

  it("has columns with a dot for inner objects, and joins lists of texts", async () => {
    const text = '[{"a": {"b": {"c": 1.0}, "d": null}, "e": ["x", "y"], "f": [1.10, 2], "g": []}]';
    const { columns } = await readText("inner.json", text);
    expect(columns).toEqual([{ "a.b.c": "1.0", "a.d": null, e: "x; y", f: "1.10; 2", g: null }]);
  });

  it("keeps other lists as JSON", async () => {
    const text = '[{"a": [{"b": 1}], "c": ["x; y"], "d": ["[z]"], "e": [true]}]';
    expect((await readText("lists.json", text)).columns).toEqual([
      { a: '[{"b":"1"}]', c: '["x; y"]', d: '["[z]"]', e: "[true]" },
    ]);
  });

  it("counts the items at the path from 1", async () => {
    const { rows } = await readText("deep.json", '{"x": {"y": [{"a": 1}, {"a": 2}]}}', "path: x.y");
    expect(rows).toEqual([
      { line: 1, columns: { a: "1" } },
      { line: 2, columns: { a: "2" } },
    ]);
  });

  it.each<[string, string, string, RegExp]>([
    ["no list at the path", '{"x": {}}', "path: x.y", /no list at "x\.y"/],
    ["a path through a list", '[{"y": []}]', "path: y", /no list at "y"/],
    ["no list at the top", '{"a": 1}', "", /no list at the top/],
    ["an item that is no object", '[{"a": 1}, 7]', "", /Item 2 is not a JSON object/],
    ["text that is no JSON", '[{"a": 1}', "", /not valid JSON/],
    ["nothing at all", "", "", /not valid JSON/],
  ])("is rejected: %s", async (_case, text, file, expected) => {
    const { code, message } = await failure(() => readText("wrong.json", text, file));
    expect(code).toBe("IMPORT_FAILED");
    expect(message).toMatch(expected);
  });

  it("null texts are those of its columns", async () => {
    const text = '[{"code": "NA", "name": "NA", "n": -9}]';
    const file = 'nulls: ["", NA, "-9"], columns: { code: { nulls: [] } }';
    expect((await readText("nulls.json", text, file)).columns).toEqual([{ code: "NA", name: null, n: null }]);
  });
});

describe("ambiguous column names", () => {
  it.each([
    ["a renamed column and another", "x.csv", "a,b\n1,2\n", "rename: { a: b }", /"a" is renamed to "b"/],
    ["two renamed columns", "x.csv", "a,b\n1,2\n", "rename: { a: c, b: c }", /renamed to "c"/],
    [
      "a renamed key and another",
      "x.json",
      '[{"a": 1, "b": 2}]',
      "rename: { a: b }",
      /"a" is renamed to "b"/,
    ],
    [
      "a key with a dot and a key within",
      "x.json",
      '[{"a.b": 1, "a": {"b": 2}}]',
      "",
      /two values for "a.b"/,
    ],
  ])("are rejected: %s", async (_what, file, text, spec, message) => {
    const failed = await failure(() => readText(file, text, spec));
    expect(failed.code).toBe("IMPORT_FAILED");
    expect(failed.message).toMatch(message);
  });

  it("two names may change places", async () => {
    const { columns } = await readText("x.csv", "a,b\n1,2\n", "rename: { a: b, b: a }");
    expect(columns.map(({ a, b }) => [a, b])).toEqual([["2", "1"]]);
  });
});

describe("an optional key", () => {
  it("has a null value in rows without it", async () => {
    const text = '[{"id": "x", "end": "1990"}, {"id": "y"}]';
    const { columns } = await readText("x.json", text, "columns: { end: { optional: true } }");
    expect(columns.map(({ id, end }) => [id, end])).toEqual([
      ["x", "1990"],
      ["y", null],
    ]);
  });
});

describe("JSON lines", () => {
  it("have a row for each line, and empty lines are counted", async () => {
    const { rows } = await readText("rows.jsonl", '{"a": 1.10}\r\n\r\n{"a": "x"}\n  \n{"a": null}');
    expect(rows).toEqual([
      { line: 1, columns: { a: "1.10" } },
      { line: 3, columns: { a: "x" } },
      { line: 5, columns: { a: null } },
    ]);
  });

  it.each(["ndjson", "jsonl.gz"])("are also called %s", async (ending) => {
    const text = '{"a": 1}\n';
    const content = ending.endsWith("gz") ? gzipSync(text) : text;
    expect((await readText(`rows.${ending}`, content)).columns).toEqual([{ a: "1" }]);
  });

  it("are reported by number if invalid", async () => {
    for (const bad of ['{"a": ', "a,b", '{"a": 1} {"a": 2}']) {
      const { code, message } = await failure(() =>
        readText("broken.jsonl", `{"a": 1}\n\n${bad}\n{"a": 2}\n`),
      );
      expect(code).toBe("IMPORT_FAILED");
      expect(message).toMatch(/Line 3 is not valid JSON/);
    }
    const { message } = await failure(() => readText("broken.jsonl", '{"a": 1}\n[1]\n'));
    expect(message).toMatch(/2 is not a JSON object/);
  });
});

describe("workbooks", () => {
  const BOOK = xlsx({
    First: [
      ["id", "name", "", "on"],
      [formatted(7, "000"), "Ааа & <б>", "x", day(18264)],
      [],
      [number("1.5"), "", truth(true), day(1)],
    ],
    Second: [["a"], ["b"]],
  });

  it("are read from the first sheet with typed values", async () => {
    const { columns, broken } = await readText("book.xlsx", BOOK);
    // Excel numbers 1 January 1950 as 18264, and 1 January 1900 as 1.
    expect(columns).toEqual([
      { id: "007", name: "Ааа & <б>", column3: "x", on: "1950-01-01" },
      { id: "1.5", name: null, column3: "true", on: "1900-01-01" },
    ]);
    expect(broken).toEqual([]);
  });

  it("have the dates that Excel shows for 1900", async () => {
    const book = (...serials: readonly number[]) =>
      xlsx({ First: [["on"], ...serials.map((serial) => [day(serial)])] });
    const { columns } = await readText("book.xlsx", book(1, 15, 59, 61, 366));
    expect(columns.map(({ on }) => on)).toEqual([
      ...["1900-01-01", "1900-01-15", "1900-02-28", "1900-03-01", "1900-12-31"],
    ]);
    const { code, message } = await failure(() => readText("book.xlsx", book(60)));
    expect(code).toBe("IMPORT_FAILED");
    expect(message).toMatch(/29 February 1900/);
  });

  it("have dates as exact as the sheet shows", async () => {
    // 33000 is 7 May 1990; a quarter of a day more is six in the morning.
    const book = xlsx({
      First: [
        ["year", "month", "day", "time"],
        [
          formatted(33000, "yyyy"),
          formatted(33000, "mmm yyyy"),
          day(33000),
          formatted(33000.25, "d mmm yyyy hh:mm"),
        ],
      ],
    });
    expect((await readText("book.xlsx", book)).columns).toEqual([
      { year: "1990", month: "1990-05", day: "1990-05-07", time: "1990-05-07T06:00:00.000Z" },
    ]);
  });

  it("count days from 1904 if the workbook says so", async () => {
    const book = xlsx({ First: [["on"], [day(15)], [day(60)]] }, { date1904: true });
    const { columns } = await readText("book.xlsx", book);
    expect(columns).toEqual([{ on: "1904-01-16" }, { on: "1904-03-01" }]);
  });

  it("have the stored values of formulas", async () => {
    const book = xlsx({
      First: [
        ["a", "b", "c"],
        [formula("A9", "text"), formula("A9", ""), "x"],
      ],
    });
    expect((await readText("book.xlsx", book)).columns).toEqual([{ a: "text", b: null, c: "x" }]);
  });

  it.each([
    [
      "a formula without its value",
      formula("1+1"),
      /Cell B3 of sheet "First" has a formula without a stored value/,
    ],
    ["an error", error("#REF!"), /Cell B3 of sheet "First" has the error #REF!/],
    ["a number that loses digits", number("12345678901234567"), /Cell B3 .* more digits/],
  ])("are reported by cell: %s", async (_, cell, expected) => {
    const book = xlsx({
      First: [
        ["a", "b"],
        ["1", "2"],
        ["3", cell],
      ],
    });
    const { code, message } = await failure(() => readText("book.xlsx", book));
    expect(code).toBe("IMPORT_FAILED");
    expect(message).toMatch(expected);
  });

  it("have the row numbers of the sheet", async () => {
    expect((await readText("book.xlsx", BOOK)).lines).toEqual([2, 4]);
  });

  it("can name the sheet", async () => {
    expect((await readText("book.xlsx", BOOK, "sheet: Second")).columns).toEqual([{ a: "b" }]);
  });

  it("are rejected for a duplicate column", async () => {
    const twice = xlsx({
      First: [
        ["a", "a"],
        ["1", "2"],
      ],
    });
    const { code, message } = await failure(() => readText("book.xlsx", twice));
    expect(code).toBe("IMPORT_FAILED");
    expect(message).toContain('Duplicate column "a"');
  });

  it("are rejected with the name of the file for a missing sheet", async () => {
    const { code, message } = await failure(() => readText("book.xlsx", BOOK, "sheet: Third"));
    expect(code).toBe("IMPORT_FAILED");
    expect(message).toMatch(/book\.xlsx.*Third/);
  });

  it("are rejected with the name of the file if it is not a workbook", async () => {
    const { code, message } = await failure(() => readText("table.xlsx", PLAIN));
    expect(code).toBe("IMPORT_FAILED");
    expect(message).toContain("table.xlsx");
  });
});

describe("a missing file", () => {
  it.each(["csv", "json", "jsonl", "xlsx"])("is reported by name: %s", async (kind) => {
    const { code, message } = await failure(() => read(`${folder.path}/nowhere.${kind}`));
    expect(code).toBe("IMPORT_FAILED");
    expect(message).toMatch(new RegExp(`nowhere\\.${kind}.*ENOENT`));
  });

  it("is reported if it is a folder", async () => {
    const { code, message } = await failure(() => read(folder.path));
    expect(code).toBe("IMPORT_FAILED");
    expect(message).toContain("EISDIR");
  });
});

describe("the progress of reading", () => {
  it("is counted in bytes of the file, compressed or not", async () => {
    for (const content of [Buffer.from(PLAIN), gzipSync(PLAIN)]) {
      let bytes = 0;
      for await (const _part of await openText(folder.write("count.csv", content), "utf-8", {
        onBytes: (more) => {
          bytes += more;
        },
      }));
      expect(bytes).toBe(content.length);
    }
  });
});

describe("a text in blocks", () => {
  it("has a row for each line that begins with #, with the lines after it", async () => {
    const text = "Left out.\n#Aaa\nfirst\n\nsecond\r\n#Bbb\n#Ccc \nlast";
    const { columns, lines } = await readText("1-2.txt", text, "format: blocks");
    expect(columns).toEqual([
      { head: "Aaa", text: "first\n\nsecond" },
      { head: "Bbb", text: null },
      { head: "Ccc", text: "last" },
    ]);
    expect(lines).toEqual([2, 6, 7]);
  });
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readInput } from "../../../src/input/read.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pactgraph-read-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "utf8") : Buffer.from(part))),
  );

async function read(content: Buffer) {
  const file = join(folder, "b.yaml");
  await writeFile(file, content);
  return readInput(file);
}

describe("a file that is not UTF-8", () => {
  it.each<[string, Buffer, line: number, column: number]>([
    ["Windows-1251", bytes("bundle: 1\ntitle: ", [0xd0, 0xd1, 0xcc, 0xc4], "\n"), 2, 8],
    ["a lone continuation byte", bytes("bundle: 1\n", [0x80]), 2, 1],
    ["behind Cyrillic letters", bytes("bundle: 1\ntitle: РСМД ", [0xff]), 2, 13],
    ["UTF-16 with its mark", bytes([0xff, 0xfe], "b\0u\0"), 1, 1],
    ["the first byte", bytes([0xe9], "t"), 1, 1],
    ["cut within a letter at the end", bytes("a: Р", [0xd0]), 1, 5],
    ["cut within a letter at the end of a line", bytes("a: Р", [0xd0], "\nb: 2\n"), 1, 5],
    ["an overlong form", bytes("a: ", [0xc0, 0xaf]), 1, 4],
    ["half of a surrogate pair", bytes("a: ", [0xed, 0xa0, 0x80]), 1, 4],
    ["after CRLF", bytes("a: 1\r\nb: ", [0xff], "\r\n"), 2, 4],
    ["after a byte order mark", bytes([0xef, 0xbb, 0xbf], "a: ", [0xff]), 1, 4],
  ])("is rejected at the first invalid byte: %s", async (_case, content, line, column) => {
    const result = await read(content);
    expect(result).toEqual({
      at: { file: join(folder, "b.yaml"), line, column },
      message: expect.stringMatching(/not UTF-8.*Save it as UTF-8/),
    });
  });

  it("is rejected at the invalid byte of a large file", async () => {
    const lines = `${"- Договор о ликвидации ракет\n".repeat(40_000)}`;
    const result = await read(bytes(lines, "- x", [0xff]));
    expect(result).toMatchObject({ at: { line: 40_001, column: 4 } });
  });
});

describe("a text of any script", () => {
  it.each([
    ["Cyrillic and a rare plane", "title: РСМД 𐍈 🕊\n", "title: РСМД 𐍈 🕊\n"],
    ["a byte order mark is dropped", "\ufeffbundle: 1\n", "bundle: 1\n"],
    ["the replacement character itself", "title: \ufffd\n", "title: \ufffd\n"],
    ["CRLF stays", "a: 1\r\nb: 2\r\n", "a: 1\r\nb: 2\r\n"],
    ["an empty file", "", ""],
  ])("is read unchanged: %s", async (_case, content, text) => {
    expect(await read(bytes(content))).toEqual({ file: join(folder, "b.yaml"), text });
  });
});

it.each([
  ["a file that is not there", "nowhere.yaml"],
  ["a folder", "."],
])("%s is an error that names it", async (_case, name) => {
  const file = join(folder, name);
  expect(await readInput(file)).toEqual({
    at: { file, line: 1, column: 1 },
    message: expect.stringMatching(/cannot be read \((ENOENT|EISDIR)\)\. Check the file name\./),
  });
});

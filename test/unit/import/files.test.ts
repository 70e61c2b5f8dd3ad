import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assignFiles, dataHash } from "../../../src/import/files.js";
import { parseMapping } from "../../../src/import/mapping/read.js";
import { Folder, failure, HEAD } from "./support.js";

const folder = new Folder();
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const mapping = (...files: readonly string[]) => {
  const [first = ""] = files;
  const name = /name: (\w+)/.exec(first)?.[1];
  return parseMapping(
    join(folder.path, "mapping.yaml"),
    `${HEAD}files:\n${files.map((file) => `  - { ${file} }\n`).join("")}rows:\n  - file: ${name}\n`,
  );
};
const VOTES = 'name: votes, match: ["un_votes.csv*"]';
const CALLS = 'name: calls, match: ["un_roll_calls.csv*", "calls (old).csv"]';
const TABLES = 'name: tables, match: ["*-*.csv"], many: true';

const assigned = async (of: ReturnType<typeof mapping>, ...paths: readonly string[]) =>
  (await assignFiles(of, paths)).map(({ path, spec }) => [spec.name, path.slice(folder.path.length + 1)]);

describe("the assignment of files", () => {
  it("depends on their names, in any order and folder", async () => {
    const calls = folder.write("a/un_roll_calls.csv.gz", "x");
    const votes = folder.write("b/UN_VOTES.CSV", "y");
    expect(await assigned(mapping(VOTES, CALLS), calls, votes)).toEqual([
      ["calls", "a/un_roll_calls.csv.gz"],
      ["votes", "b/UN_VOTES.CSV"],
    ]);
  });

  it("treats dots and brackets in a pattern literally", async () => {
    const votes = folder.write("un_votes.csv", "");
    const old = folder.write("calls (old).csv", "");
    expect(await assigned(mapping(VOTES, CALLS), votes, old)).toHaveLength(2);
    const wrong = folder.write("un_votes_csv", "");
    expect((await failure(() => assignFiles(mapping(VOTES, CALLS), [wrong, old]))).message).toContain(
      "un_votes_csv",
    );
  });

  it("requires the whole name to match", async () => {
    const file = folder.write("my un_votes.csv", "");
    const { message } = await failure(() =>
      assignFiles(mapping(VOTES, CALLS), [file, folder.write("calls (old).csv", "")]),
    );
    expect(message).toContain("my un_votes.csv: the mapping has no file with this name");
  });

  it("accepts any name if there is only one file", async () => {
    expect(await assigned(mapping(VOTES), folder.write("download (3).txt", ""))).toEqual([
      ["votes", "download (3).txt"],
    ]);
  });

  it("accepts several files of one kind", async () => {
    const paths = ["1-1.csv", "1-2.csv", "26-3.csv"].map((name) => folder.write(name, name));
    expect(await assigned(mapping(TABLES, `${VOTES}, optional: true`), ...paths)).toHaveLength(3);
  });

  it("finds a file that comes with the mapping beside it", async () => {
    folder.write("tables/sessions.csv", "x");
    const votes = folder.write("un_votes.csv", "");
    expect(await assigned(mapping(VOTES, "name: sessions, bundled: tables/sessions.csv"), votes)).toEqual([
      ["votes", "un_votes.csv"],
      ["sessions", "tables/sessions.csv"],
    ]);
  });

  it("accepts a missing optional file", async () => {
    expect(
      await assigned(mapping(VOTES, `${CALLS}, optional: true`), folder.write("un_votes.csv", "")),
    ).toHaveLength(1);
  });
});

describe("one file with several lists or sheets", () => {
  const PEOPLE = 'name: people, match: ["popolo.json"], path: persons';
  const POSTS = 'name: posts, match: ["popolo.json"], path: memberships';

  it("is assigned to every entry that reads a part of it", async () => {
    const file = folder.write("popolo.json", "{}");
    expect(await assigned(mapping(PEOPLE, POSTS), file)).toEqual([
      ["people", "popolo.json"],
      ["posts", "popolo.json"],
    ]);
  });

  it("may have any name if it is the only file", async () => {
    const file = folder.write("download.json", "{}");
    expect(await assigned(mapping(PEOPLE, POSTS), file)).toHaveLength(2);
  });

  it("has one checksum", async () => {
    const file = folder.write("popolo.json", "{}");
    expect(dataHash(await assignFiles(mapping(PEOPLE, POSTS), [file]))).toBe(sha256("{}"));
  });
});

describe("unsuitable files", () => {
  it("are all reported: missing, unknown and too many", async () => {
    const [one, two, other] = ["un_votes.csv", "un_votes.csv.gz", "other.csv"].map((name) =>
      folder.write(name, ""),
    );
    const { code, message } = await failure(() =>
      assignFiles(mapping(VOTES, CALLS), [one ?? "", two ?? "", other ?? ""]),
    );
    expect(code).toBe("IMPORT_FAILED");
    const lines = message.split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/other\.csv: .*votes \(un_votes\.csv\*\), calls \(/);
    expect(message).toMatch(/2 files for votes/);
    expect(message).toMatch(/file calls is missing \(un_roll_calls\.csv\* or calls \(old\)\.csv\)/);
  });

  it("are reported if there is none", async () => {
    const { message } = await failure(() => assignFiles(mapping(VOTES, TABLES), []));
    expect(message).toMatch(/votes is missing/);
    expect(message).toMatch(/tables is missing/);
  });

  it("are reported if they do not exist or are folders", async () => {
    const nowhere = join(folder.path, "nowhere/un_votes.csv");
    const { code, message } = await failure(() => assignFiles(mapping(VOTES), [nowhere]));
    expect(code).toBe("IMPORT_FAILED");
    expect(message).toContain(`${nowhere}: cannot be read (ENOENT)`);
    expect((await failure(() => assignFiles(mapping(VOTES), [folder.path]))).message).toContain("EISDIR");
  });
});

describe("the checksum of the data", () => {
  it("is the SHA-256 of a single file", async () => {
    // SHA-256 of "abc", FIPS 180-2, appendix B.1.
    const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    const files = await assignFiles(mapping(VOTES), [folder.write("abc.csv", "abc")]);
    expect(files).toMatchObject([{ sha256: abc, bytes: 3 }]);
    expect(dataHash(files)).toBe(abc);
  });

  it('is that of the sorted lines "name sha256" for several files', async () => {
    const paths = [folder.write("x/b-1.csv", "two"), folder.write("y/a-1.csv", "one")];
    const expected = sha256(`a-1.csv ${sha256("one")}\nb-1.csv ${sha256("two")}\n`);
    expect(dataHash(await assignFiles(mapping(TABLES), paths))).toBe(expected);
    expect(dataHash(await assignFiles(mapping(TABLES), [...paths].reverse()))).toBe(expected);
  });

  it("does not include files that come with the mapping", async () => {
    folder.write("own.csv", "own");
    const files = await assignFiles(mapping(VOTES, "name: own, bundled: own.csv"), [
      folder.write("abc.csv", "abc"),
    ]);
    expect(dataHash(files)).toBe(sha256("abc"));
  });

  it("differs when a name or a letter does", async () => {
    const sums = await Promise.all(
      [
        ["p/a-1.csv", "one", "p/b-1.csv", "two"],
        ["q/a-1.csv", "one", "q/b-1.csv", "twO"],
        ["r/a-1.csv", "one", "r/b-2.csv", "two"],
        ["s/a-1.csv", "two", "s/b-1.csv", "one"],
      ].map(async ([one = "", first = "", two = "", second = ""]) =>
        dataHash(await assignFiles(mapping(TABLES), [folder.write(one, first), folder.write(two, second)])),
      ),
    );
    expect(new Set(sums).size).toBe(4);
  });
});

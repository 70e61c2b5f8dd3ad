import { describe, expect, it } from "vitest";
import { readAliases } from "../../../src/import/look-up/aliases.js";
import type { Along } from "../../../src/import/look-up/along.js";
import type { Asked, LookUp } from "../../../src/import/look-up/look-up.js";
import { Folder, failure, lookUpOf, node } from "./support.js";

const folder = new Folder();

/** What is found, or what the user is told of where it may be. */
function find(lookUp: LookUp, asked: Asked) {
  const found = lookUp.find(asked);
  if ("id" in found) return found;
  if ("several" in found) return { candidates: found.several, isAmbiguous: true, nobody: false };
  const nobody = found.missing === "nobody";
  return { candidates: nobody ? [] : lookUp.similar(asked), isAmbiguous: false, nobody };
}

function byName(lookUp: LookUp, name: string, on: string | null = null) {
  return find(lookUp, { code: null, name, on });
}

function byCode(lookUp: LookUp, code: string, on: string | null = null) {
  return find(lookUp, { code, name: null, on });
}

const NOT_FOUND = { candidates: [], isAmbiguous: false, nobody: false };
const NOBODY = { candidates: [], isAmbiguous: false, nobody: true };

describe("a look-up by code", () => {
  const CODES = {
    "365": [node("state:sun", "1922-12-30", "1991-12-26"), node("state:rus", "1991-12-26")],
    "2": [node("state:usa")],
  };

  it("finds the node that has the code on the day", async () => {
    const lookUp = await lookUpOf({ codes: CODES });
    expect(byCode(lookUp, "365", "1950-01-01")).toEqual({ id: "state:sun" });
    expect(byCode(lookUp, "365", "1991-12-25")).toEqual({ id: "state:sun" });
    expect(byCode(lookUp, "365", "2000")).toEqual({ id: "state:rus" });
    expect(byCode(lookUp, "365", "1922-12-30")).toEqual({ id: "state:sun" });
    expect(byCode(lookUp, "2", "0001-01-01")).toEqual({ id: "state:usa" });
    expect(byCode(lookUp, "2")).toEqual({ id: "state:usa" });
  });

  it("finds the new holder on the day of a change", async () => {
    expect(byCode(await lookUpOf({ codes: CODES }), "365", "1991-12-26")).toEqual({ id: "state:rus" });
  });

  it("is ambiguous for a period that contains a change", async () => {
    const lookUp = await lookUpOf({ codes: CODES });
    for (const on of ["1991", "1991-12", "1990/2000", "1991-12-XX"]) {
      expect(byCode(lookUp, "365", on)).toEqual({
        candidates: ["state:sun", "state:rus"],
        isAmbiguous: true,
        nobody: false,
      });
    }
  });

  it("is ambiguous without a day if several nodes have the code", async () => {
    const found = byCode(await lookUpOf({ codes: CODES }), "365");
    expect(found).toMatchObject({ isAmbiguous: true, candidates: ["state:sun", "state:rus"] });
  });

  it("lists the nodes that have the code on other days", async () => {
    const found = byCode(await lookUpOf({ codes: CODES }), "365", "1900-01-01");
    expect(found).toEqual({
      candidates: ["state:sun (1922-12-30 to 1991-12-26)", "state:rus (1991-12-26 to 9999-12-31)"],
      isAmbiguous: false,
      nobody: false,
    });
  });

  it("is ambiguous if two nodes got the code on the same day", async () => {
    const lookUp = await lookUpOf({
      codes: { "1": [node("state:a", "1990-01-01"), node("state:b", "1990-01-01")] },
    });
    expect(byCode(lookUp, "1", "1995-01-01")).toMatchObject({
      isAmbiguous: true,
      candidates: ["state:a", "state:b"],
    });
  });

  it("compares zeros and case exactly", async () => {
    const lookUp = await lookUpOf({ codes: CODES });
    expect(byCode(lookUp, "02")).toEqual(NOT_FOUND);
    expect(byCode(await lookUpOf({ codes: { NA: [node("state:nam")] } }), "na")).toEqual(NOT_FOUND);
  });

  it("ignores codes of another scheme", async () => {
    expect(byCode(await lookUpOf({ codes: CODES, scheme: "gw" }), "2")).toEqual(NOT_FOUND);
  });

  it("comes before the name, which is tried if the code is not found", async () => {
    const lookUp = await lookUpOf({ codes: CODES, names: { Canada: [node("state:can")] } });
    expect(find(lookUp, { code: "2", name: "Canada", on: null })).toEqual({ id: "state:usa" });
    expect(find(lookUp, { code: "20", name: "Canada", on: null })).toEqual({ id: "state:can" });
    expect(find(lookUp, { code: null, name: null, on: null })).toEqual(NOT_FOUND);
  });

  it("rejects an invalid day", async () => {
    const lookUp = await lookUpOf({ codes: CODES });
    await expect(failure(() => byCode(lookUp, "365", "26.12.1991"))).resolves.toMatchObject({
      code: "BAD_INPUT",
    });
  });

  it("finds the node that has the code at any time for an open day", async () => {
    expect(byCode(await lookUpOf({ codes: CODES }), "2", "..")).toEqual({ id: "state:usa" });
  });
});

describe("a look-up of a name that several states had", () => {
  const GERMANY = {
    Germany: [
      node("state:deu", "1990-10-03"),
      node("state:frg", "1949-05-23", "1990-10-02"),
      node("state:gdr", "1949-10-07", "1990-10-02"),
    ],
    Korea: [node("state:prk", "1948-09-09"), node("state:kor", "1948-08-15")],
    "North Korea": [node("state:prk", "1948-09-09")],
  };

  it("finds Germany in 1995", async () => {
    const lookUp = await lookUpOf({ names: GERMANY });
    expect(byName(lookUp, "Germany", "1995")).toEqual({ id: "state:deu" });
    expect(byName(lookUp, "GERMANY", "1990-10-03")).toEqual({ id: "state:deu" });
  });

  it("is ambiguous for Germany in 1970", async () => {
    const lookUp = await lookUpOf({ names: GERMANY });
    for (const on of ["1970", "1970-06-01"]) {
      expect(byName(lookUp, "Germany", on)).toEqual({
        candidates: ["state:frg", "state:gdr"],
        isAmbiguous: true,
        nobody: false,
      });
    }
  });

  it("is ambiguous among three states for Germany in 1990", async () => {
    const found = byName(await lookUpOf({ names: GERMANY }), "Germany", "1990");
    expect(found).toMatchObject({ isAmbiguous: true });
    expect(new Set("candidates" in found ? found.candidates : [])).toEqual(
      new Set(["state:deu", "state:frg", "state:gdr"]),
    );
  });

  it("is ambiguous for Germany without a day", async () => {
    expect(byName(await lookUpOf({ names: GERMANY }), "Germany")).toMatchObject({ isAmbiguous: true });
  });

  it("lists today's states with their days for Korea in 1900", async () => {
    expect(byName(await lookUpOf({ names: GERMANY }), "Korea", "1900")).toEqual({
      candidates: ["state:prk (1948-09-09 to 9999-12-31)", "state:kor (1948-08-15 to 9999-12-31)"],
      isAmbiguous: false,
      nobody: false,
    });
  });

  it("can be decided by aliases", async () => {
    const aliases = "name,from,to,id\nGermany,1949-05-23,1990-10-02,state:frg\n";
    const lookUp = await lookUpOf({ names: GERMANY, aliases, folder, spec: "aliases: [aliases.csv]" });
    expect(byName(lookUp, "Germany", "1970")).toEqual({ id: "state:frg" });
    expect(byName(lookUp, "Germany", "1995")).toEqual({ id: "state:deu" });
    expect(byName(lookUp, "Korea", "1900")).toMatchObject({ isAmbiguous: false, nobody: false });
  });
});

describe("a look-up by name", () => {
  it.each([
    ["ё and е", "Королёв", "Королев"],
    ["е and ё", "Королев", "КОРОЛЁВ"],
    ["й in two Unicode forms", "Йемен й".normalize("NFC"), "Йемен й".normalize("NFD")],
    ["ё in two Unicode forms", "Ёж ё".normalize("NFD"), "Ёж ё".normalize("NFC")],
    ["Latin accents", "Côte d’Ivoire", "COTE D'IVOIRE"],
    ["spaces, dashes and quotation marks", "«Гвинея-Бисау»", " Гвинея–Бисау "],
  ])("ignores differences of spelling: %s", async (_case, known, asked) => {
    expect(byName(await lookUpOf({ names: { [known]: [node("state:x")] } }), asked)).toEqual({
      id: "state:x",
    });
  });

  it("distinguishes й and и", async () => {
    expect(byName(await lookUpOf({ names: { Ий: [node("state:x")] } }), "Ии")).not.toEqual({ id: "state:x" });
  });

  it("is not ambiguous if one node has the name twice", async () => {
    const lookUp = await lookUpOf({
      names: { Chad: [node("state:tcd", "1960-08-11"), node("state:tcd", "1960-08-11", "1990-01-01")] },
    });
    expect(byName(lookUp, "Chad", "1970")).toEqual({ id: "state:tcd" });
  });

  it("lists similar names, the nearest first, if nobody has the name", async () => {
    const names = {
      Kazakhstan: [node("state:kaz")],
      Kyrgyzstan: [node("state:kgz")],
      Chad: [node("state:tcd")],
    };
    const lookUp = await lookUpOf({ names });
    expect(byName(lookUp, "Kazahstan")).toEqual({
      candidates: ["state:kaz"],
      isAmbiguous: false,
      nobody: false,
    });
    expect(byName(lookUp, "Atlantis and Lemuria")).toEqual(NOT_FOUND);
  });

  it("is skipped if the mapping allows codes only", async () => {
    const lookUp = await lookUpOf({ names: { Chad: [node("state:tcd")] }, spec: "names: false" });
    expect(byName(lookUp, "Chad")).not.toHaveProperty("id");
  });
});

describe("an alias", () => {
  const spec = "aliases: [aliases.csv]";
  const HEAD = "name,from,to,id,remark\n";
  const withAliases = (rows: string, more: Parameters<typeof lookUpOf>[0] = {}) =>
    lookUpOf({ ...more, aliases: HEAD + rows, folder, spec });

  it("comes before codes and names on its days, both of which are included", async () => {
    const lookUp = await withAliases("RU,,1991-12-24,state:sun,seat\n", {
      codes: { RU: [node("state:rus")] },
    });
    expect(byCode(lookUp, "RU", "1970-01-01")).toEqual({ id: "state:sun" });
    expect(byCode(lookUp, "RU", "1991-12-24")).toEqual({ id: "state:sun" });
    expect(byCode(lookUp, "RU", "1991-12-25")).toEqual({ id: "state:rus" });
    const names = { Yemen: [node("state:yem")] };
    const other = await withAliases("Yemen,1962-09-27,1990-05-21,state:yar,\n", { names });
    expect(byName(other, "yemen", "1962-09-27")).toEqual({ id: "state:yar" });
    expect(byName(other, "yemen", "1962-09-26")).toEqual({ id: "state:yem" });
  });

  it("means no node if its id is empty", async () => {
    const lookUp = await withAliases("Holy Alliance,,,,no state\n", {
      names: { "Holy Alliance": [node("state:x")] },
    });
    expect(byName(lookUp, "Holy Alliance", "1820")).toEqual(NOBODY);
  });

  it("applies on its days only if its id is empty", async () => {
    const lookUp = await withAliases("Korea,,1948-08-14,,\n", { names: { Korea: [node("state:kor")] } });
    expect(byName(lookUp, "Korea", "1900")).toEqual(NOBODY);
    expect(byName(lookUp, "Korea", "1950")).toEqual({ id: "state:kor" });
  });

  it("is ambiguous with another one on the same day only", async () => {
    const lookUp = await withAliases(
      "Germany,1949-10-07,1990-10-02,state:gdr,\nGermany,1949-05-23,1990-10-02,state:frg,\n",
    );
    expect(byName(lookUp, "Germany", "1970")).toMatchObject({
      isAmbiguous: true,
      nobody: false,
      candidates: ["state:gdr", "state:frg"],
    });
    expect(byName(lookUp, "Germany", "1949-06-01")).toEqual({ id: "state:frg" });
  });

  it("is ambiguous with another one without an id on the same day", async () => {
    const lookUp = await withAliases("X,,,state:a,\nX,,,,\n");
    expect(byName(lookUp, "X", "1970")).toMatchObject({ isAmbiguous: true });
  });

  it("is found whatever its spelling", async () => {
    const lookUp = await withAliases("Королёвство Йемен,,,state:yem,\n");
    expect(byName(lookUp, "королевство йемен".normalize("NFD"))).toEqual({ id: "state:yem" });
  });

  it.each([
    ["no name", "Chad,,,state:tcd,\n,,,state:x,\n", ":3: "],
    ["no id at all", "Chad,,,tcd,\n", ":2: "],
    ["an unknown prefix", "Chad,,,country:tcd,\n", ":2: "],
    ["a day that is a year", "Chad,1960,,state:tcd,\n", ':2: "1960"'],
    ["a day that does not exist", "Chad,,1961-02-29,state:tcd,\n", ':2: "1961-02-29"'],
    ["a field too few", "Chad,,state:tcd,\n", ":2: "],
  ])("is rejected with file and line for %s", async (_case, rows, place) => {
    const { code, message } = await failure(() => withAliases(rows));
    expect(code).toBe("IMPORT_FAILED");
    expect(message).toContain(`aliases.csv${place}`);
  });

  it("is reported if its file does not exist", async () => {
    const { code, message } = await failure(() => readAliases(`${folder.path}/m.yaml`, ["nowhere.csv"]));
    expect(code).toBe("IMPORT_FAILED");
    expect(message).toMatch(/nowhere\.csv.*ENOENT/);
  });

  it.each(["name,from,to,ID", "name,since,to,id", "name,from,until,id"])(
    "is rejected with the header %s",
    async (head) => {
      folder.write("head.csv", `${head}\nChad,1960-08-11,1970-01-01,state:tcd\n`);
      const { code } = await failure(() => readAliases(`${folder.path}/m.yaml`, ["head.csv"]));
      expect(code).toBe("IMPORT_FAILED");
    },
  );

  it("is rejected if it ends before it begins", async () => {
    const { code } = await failure(() => withAliases("Chad,1990-01-01,1980-01-01,state:tcd,\n"));
    expect(code).toBe("IMPORT_FAILED");
  });
});

/** The parts of a spell; that it is of one of several is no part. */
function partsOf(along: Along) {
  return "parts" in along ? along.parts : along;
}

describe("a spell with a code", () => {
  const along = async (more: Parameters<typeof lookUpOf>[0], from: string, to: string) =>
    partsOf((await lookUpOf({ folder, ...more })).along("1", { from, to }));

  const HANDED = { "1": [node("state:a", "1900-01-01", "1949-12-31"), node("state:b", "1950-01-01")] };

  it("is whole within the time of one holder", async () => {
    expect(await along({ codes: HANDED }, "1910-01-01", "1920-01-01")).toEqual([{ id: "state:a" }]);
    expect(await along({ codes: HANDED }, "1950-01-01", "9999-12-31")).toEqual([{ id: "state:b" }]);
  });

  it("is divided between two holders and keeps its own start and end", async () => {
    expect(await along({ codes: HANDED }, "1910-01-01", "1999-12-31")).toEqual([
      { id: "state:a", to: "1949-12-31" },
      { id: "state:b", from: "1950-01-01" },
    ]);
  });

  it("is divided between three holders", async () => {
    const codes = {
      "1": [
        node("state:c", "1980-01-01"),
        node("state:a", "1900-01-01", "1949-12-31"),
        node("state:b", "1950-01-01", "1979-12-31"),
      ],
    };
    expect(await along({ codes }, "1910-01-01", "1999-12-31")).toEqual([
      { id: "state:a", to: "1949-12-31" },
      { id: "state:b", from: "1950-01-01", to: "1979-12-31" },
      { id: "state:c", from: "1980-01-01" },
    ]);
  });

  it("has no part during a gap", async () => {
    const codes = { "1": [node("state:a", "1900-01-01", "1940-12-31"), node("state:b", "1950-01-01")] };
    expect(await along({ codes }, "1910-01-01", "1999-12-31")).toEqual([
      { id: "state:a", to: "1940-12-31" },
      { id: "state:b", from: "1950-01-01" },
    ]);
  });

  it("belongs to the node with the larger part if it touches the day of a change", async () => {
    const codes = { "1": [node("state:a", "1900-01-01", "1950-01-01"), node("state:b", "1950-01-01")] };
    expect(await along({ codes }, "1950-01-01", "1999-12-31")).toEqual([{ id: "state:b" }]);
    expect(await along({ codes }, "1910-01-01", "1950-01-01")).toEqual([{ id: "state:a" }]);
    expect(await along({ codes }, "1950-01-01", "1950-01-01")).toEqual([{ id: "state:b" }]);
  });

  it("is divided even if one part is a single day", async () => {
    expect(await along({ codes: HANDED }, "1949-12-31", "1999-12-31")).toEqual([
      { id: "state:a", to: "1949-12-31" },
      { id: "state:b", from: "1950-01-01" },
    ]);
  });

  it("is whole if one node has the code twice", async () => {
    const codes = { "1": [node("state:a", "1900-01-01", "1949-12-31"), node("state:a", "1950-01-01")] };
    expect(await along({ codes }, "1910-01-01", "1999-12-31")).toEqual([{ id: "state:a" }]);
  });

  it("is divided in three if the code returns to its first holder", async () => {
    const codes = {
      "1": [
        node("state:a", "1900-01-01", "1939-12-31"),
        node("state:b", "1940-01-01", "1949-12-31"),
        node("state:a", "1950-01-01"),
      ],
    };
    expect(await along({ codes }, "1910-01-01", "1999-12-31")).toEqual([
      { id: "state:a", to: "1939-12-31" },
      { id: "state:b", from: "1940-01-01", to: "1949-12-31" },
      { id: "state:a", from: "1950-01-01" },
    ]);
  });

  it("belongs to the node with the largest part if it is short and inexact", async () => {
    // Some days of 1990: the first began by 31 December, the last came on 1 January at the earliest.
    const codes = { "1": [node("state:a", "1900-01-01", "1990-10-03"), node("state:b", "1990-10-03")] };
    expect(await along({ codes }, "1990-12-31", "1990-01-01")).toEqual([{ id: "state:a" }]);
    expect(await along({ codes }, "1990-12-31", "1990-09-01")).toEqual([{ id: "state:b" }]);
    expect(await along({ codes }, "1890-12-31", "1890-01-01")).toEqual([]);
  });

  it("has no parts before all holders or for an unknown code", async () => {
    expect(await along({ codes: HANDED }, "1800-01-01", "1810-01-01")).toEqual([]);
    expect(await along({ codes: { "2": [node("state:x")] } }, "1910-01-01", "1999-12-31")).toEqual([]);
  });

  it("can be divided by aliases", async () => {
    const aliases = "name,from,to,id\n1,1900-01-01,1949-12-31,state:x\n1,1950-01-01,,state:y\n";
    expect(await along({ aliases, spec: "aliases: [aliases.csv]" }, "1910-01-01", "1999-12-31")).toEqual([
      { id: "state:x", to: "1949-12-31" },
      { id: "state:y", from: "1950-01-01" },
    ]);
  });

  it("is divided by aliases first", async () => {
    const more = {
      codes: { "1": [node("state:a", "1900-01-01")] },
      aliases: "name,from,to,id\n1,1900-01-01,,state:x\n",
      spec: "aliases: [aliases.csv]",
    };
    expect(find(await lookUpOf({ folder, ...more }), { code: "1", name: null, on: "1910-01-01" })).toEqual({
      id: "state:x",
    });
    expect(await along(more, "1910-01-01", "1999-12-31")).toEqual([{ id: "state:x" }]);
  });
});

import { expect, it } from "vitest";
import { readAliases } from "../../../src/import/look-up/aliases.js";
import { LookUp } from "../../../src/import/look-up/look-up.js";
import { readMapping } from "../../../src/import/mapping/read.js";
import { mappingFile } from "../../../src/import/shipped.js";
import { pipeline } from "../../../src/import/steps/pipeline.js";
import { type Cells, dataRows } from "./support.js";

/** What the steps of a built-in mapping make of rows of a file, for the first part that reads the file. */
async function made(mapping: string, file: string, cells: readonly Cells[]): Promise<readonly Cells[]> {
  const { rows } = await readMapping(mappingFile(mapping));
  const steps = rows.find((one) => one.file === file)?.steps ?? [];
  const all: Cells[] = [];
  const events = {
    leftOut: () => undefined,
    rejected: (_row: unknown, error: unknown) => {
      throw error;
    },
  };
  const last = {
    push: ({ columns }: { readonly columns: Cells }) => all.push(columns),
    end: () => undefined,
  };
  const first = pipeline(steps, new Map(), events, last);
  for (const row of dataRows(cells)) first.push(row);
  first.end();
  return all;
}

// The posts are those of the file; the nine below a minister or of no known level are those of session 73 (2018).
it.each([
  ["President", "HEAD"],
  ["Prime Minister and Minister for Foreign Affairs", "HEAD"],
  ["First Vice-President and Prime Minister", "HEAD"],
  ["Acting Head of State", "HEAD"],
  ["Head  of the goverment", "HEAD"],
  ["Chairman of the Council of Ministers", "HEAD"],
  ["Chief Executive", "HEAD"],
  ["Minister for Foregn Affairs", "MINISTER"],
  ["Minsiter for Foreign and CARICOM Affairs", "MINISTER"],
  ["Secretary for Relations with States", "MINISTER"],
  ["Acting Minister for Foreign Affairs and International Cooperation", "MINISTER"],
  ["Deputy Prime Minister", "MINISTER"],
  ["Deputy Prime Minister, Minister of the Interior and Acting Minister for Foreign Affairs", "MINISTER"],
  ["Deputy Prime Minister and Minister for Foreign Affairs and Expatriates", "MINISTER"],
  ["Vice-President", "MINISTER"],
  ["Vice-Chancellor and Federal Minister for Foreign Affairs", "MINISTER"],
  ["Special Envoy of the Prime Minister and Minister for Public Service", "MINISTER"],
  ["Deputy Minister for Foreign Affairs", "DEPUTY"],
  ["Vice Minister of Foreign Affairs", "DEPUTY"],
  ["Permanent Representative", "OTHER"],
  ["Personal Representative of the Head of State of the Republic of the Philippines", "OTHER"],
  ["Chair of the Delegation", null],
  ["missing", null],
  ["Spanish ", null],
  [null, null],
])("general debate: the level of %s is %s", async (Post, level) => {
  const row = { Year: "2018", Session: "73", ISO: "XXX", Country: "X", Name: "N", Post };
  const [speech] = await made("un-general-debate", "speakers", [row]);
  expect([speech?.level, speech?.basis]).toEqual([level, level === null ? null : "INFERRED"]);
});

it("general debate: a second speech of a person in a session has a number, however the name is written", async () => {
  const row = (Session: string, Name: string | null) => ({
    ...{
      Year: "1958",
      Session,
      ISO: "RUS",
      Country: "Union of Soviet Socialist Republics",
      Name,
      Post: null,
    },
  });
  const rows = [
    row("13", "Mr. Gromyko"),
    row("13", "Mr. GROMYKO "),
    row("12", "Mr. Gromyko"),
    row("13", null),
    row("13", null),
  ];
  const numbers = (await made("un-general-debate", "speakers", rows)).map(({ nth }) => nth);
  expect(numbers).toEqual([null, "2", null, null, "2"]);
});

/** The node that aliases of a built-in mapping alone give for a name on a day. */
async function aliased(mapping: string, lookup: string, name: string, on: string): Promise<unknown> {
  const { file, lookups } = await readMapping(mappingFile(mapping));
  const spec = lookups[lookup];
  if (!spec) throw new Error(`${mapping} has no look-up ${lookup}.`);
  const directory = { codes: new Map(), names: new Map() };
  return new LookUp(spec, directory, await readAliases(file, spec.aliases)).find({ code: null, name, on });
}

// The texts of the declarations say whose accession it was; the days of the NPT and the BWC are known from their lists.
it.each([
  ["1963-07-23", "state:cow-678"],
  ["1968-09-23", "state:cow-678"],
  ["1972-04-26", "state:ymd"],
  ["1972-05-10", "state:cow-678"],
  ["1972-10-18", "state:ymd"],
  ["1976-11-24", "state:ymd"],
  ["1979-06-01", "state:ymd"],
  ["1984-05-30", "state:ymd"],
  ["1986-04-10", "state:cow-678"],
  ["1986-05-14", "state:cow-678"],
  ["1987-02-09", "state:ymd"],
  ["1987-08-17", "state:cow-678"],
  ["1990-05-21", "state:cow-678"],
])("an act of Yemen of %s is one of %s", async (day, id) => {
  for (const mapping of ["un-treaty-collection-2015", "unoda-treaty-status"])
    expect(await aliased(mapping, "former", "Yemen", day)).toEqual({ id });
});

it("acts of united Yemen, and those beside Egypt and Syria during their union, are of the states themselves", async () => {
  for (const [name, day] of [
    ["Yemen", "1990-05-22"],
    ["Egypt", "1959-06-12"],
    ["Syrian Arab Republic", "1959-06-12"],
  ] as const)
    expect(await aliased("un-treaty-collection-2015", "former", name, day)).toEqual({ missing: "unknown" });
});

it("Germany of 1990 continues a membership of West Germany, and nothing else is joined", async () => {
  const row = (ccode: string, from: readonly string[], to: readonly string[], version4id = "227") => ({
    ...{ version4id, ccode, left_censor: "0", ss_type: "Type I: Defense Pact" },
    ...{ all_st_year: "1949", all_st_month: "4", all_st_day: "4" },
    ...{ mem_st_year: from[0] ?? "", mem_st_month: from[1] ?? "", mem_st_day: from[2] ?? "" },
    ...{ mem_end_year: to[0] ?? null, mem_end_month: to[1] ?? null, mem_end_day: to[2] ?? null },
    ...{ defense: "1", neutrality: "0", nonaggression: "1", entente: "1" },
  });
  const rows = await made("cow-alliances-4.1", "members", [
    row("255", ["1990", "10", "3"], []),
    row("260", ["1954", "10", "23"], ["1990", "10", "2"]),
    row("255", ["1990", "11", "9"], [], "337"),
    row("651", ["1950", "6", "17"], ["1979", "3", "31"], "230"),
    row("651", ["1989", "5", "22"], [], "230"),
  ]);
  const spells = rows.map((one) => [one.version4id, one.ccode, one.validFrom, one.memberTo]);
  expect(spells).toEqual([
    ["227", "260", "1954-10-23", null],
    ["337", "255", "1990-11-09", null],
    ["230", "651", "1950-06-17", "1979-03-31"],
    ["230", "651", "1989-05-22", null],
  ]);
});

import { expect, it } from "vitest";
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
  expect((await made("un-general-debate", "speakers", [row]))[0]?.level).toBe(level);
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

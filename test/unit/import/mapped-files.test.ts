import { expect, it } from "vitest";
import { fixture } from "../../fixtures/import/leagues.js";
import { mapped } from "../../fixtures/import/mapped.js";

/** Shipped mappings over the bundled nodes, with files of some rows in the form of the published ones. */
const published = (...files: readonly string[]) => files.map((file) => fixture(`published/${file}`));

it("Security Council: a row for each year becomes a term, from 1 January to 31 December", async () => {
  const { edges, rejected, missing } = await mapped(
    "un-security-council-members",
    published("unsc_members_test.csv"),
  );
  const terms = edges
    .filter(({ type }) => type === "MEMBER_OF")
    .map(({ from, properties }) => [from, properties.seat, properties.validFrom, properties.validTo ?? null]);
  expect([rejected, missing]).toEqual([[], []]);
  expect(terms.sort()).toEqual([
    ["state:bhr", "ELECTED", "2026-01-01", "2027-12-31"],
    ["state:chn", "PERMANENT", "1970-01-01", "1970-12-31"],
    ["state:chn", "PERMANENT", "1971-01-01", "1971-12-31"],
    // The United Arab Republic was elected; when Syria left it, Egypt kept the seat.
    ["state:cow-651", "ELECTED", "1961-01-01", "1961-09-28"],
    ["state:egy", "ELECTED", "1961-09-29", "1962-12-31"],
    ["state:jpn", "ELECTED", "2016-01-01", "2017-12-31"],
    ["state:jpn", "ELECTED", "2023-01-01", "2024-12-31"],
    // The second year of a term that begins in the last year of the file is not in it.
    ["state:kgz", "ELECTED", "2027-01-01", null],
    // Elected on 7 January.
    ["state:mex", "ELECTED", "1980", "1981-12-31"],
    // The file has Russia for the whole of 1991.
    ["state:rus", "PERMANENT", "1991-12-25", "1991-12-31"],
    ["state:sun", "PERMANENT", "1990-01-01", "1990-12-31"],
    ["state:sun", "PERMANENT", "1991-01-01", "1991-12-24"],
    ["state:yem", "ELECTED", "1990-05-22", "1991-12-31"],
    ["state:ymd", "ELECTED", "1990-01-01", "1990-05-21"],
  ]);
});

it("Security Council: the letter of the file stays with the seats that were another state's", async () => {
  const { edges } = await mapped("un-security-council-members", published("unsc_members_test.csv"));
  const renamed = edges.flatMap(({ from, properties }) =>
    properties.sourceCode ? [[from, properties.sourceCode, properties.basis]] : [],
  );
  expect(renamed.sort()).toEqual([
    ["state:chn", "TWN", "INFERRED"],
    ["state:cow-651", "EGY", "INFERRED"],
    ["state:sun", "RUS", "INFERRED"],
    ["state:ymd", "YEM", "INFERRED"],
  ]);
});

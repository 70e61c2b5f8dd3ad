import { describe, expect, it } from "vitest";
import { NAME_FORMS } from "../../../src/model/constraints.js";
import { columnsOf } from "../../../src/model/property.js";
import { model } from "../../../src/model/registry.js";
import { compileGolden, goldenCases } from "./support/golden.js";
import { pretty } from "./support/pretty.js";

const WORDS =
  "MATCH OPTIONAL WHERE WITH DISTINCT ORDER BY DESC SKIP LIMIT RETURN UNWIND AS AND OR NOT IN IS NULL " +
  "CASE WHEN THEN ELSE END COLLECT COUNT EXISTS CALL YIELD UNION ALL STARTS CONTAINS true false null";
const FUNCTIONS =
  "substring split db index fulltext queryNodes right toInteger toFloat round coalesce head labels size range toString date type reduce sum toUpper toLower trim replace left any duration inDays avg count min max percentileCont collect startNode endNode nullIf";
const OWN_COLUMNS = "standing spell chosenFrom chosenUntil mergedAt mergedFrom mergedUntil";
const PAGE_KEYS =
  "c items total certain blank blanks relation nodes of before behind node via from to type values value source __typename matched match " +
  "last first row totals groups groupCount series aggregate lag median keys period count nodes i days place facets node limit x";
/** Constants of the program that may stand in a text; anything else is a parameter. */
const CONSTANTS = [
  "Entity",
  "CODE",
  "ABBR",
  "NAME",
  "NORMAL",
  "DEPRECATED",
  "CERTAIN",
  "POSSIBLE",
  "iso",
  "0001-01-01",
  "9999-12-31",
  "",
  ", ",
  "ё",
  "е",
  "X",
  "XX",
  "..",
  "/",
  // Of search: how a name fits, the full-text indexes, and the parts of a sort key.
  ...["ID", "EXACT", "MORPHOLOGY", "WORDS", "TRANSLITERATION", "FUZZY", NAME_FORMS],
  ...["SAME_NAME", "SAME_CODE", "SAME_OFFICE", "L"],
  ...["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "0000000", "#1 ", " "],
];
const NUMBERS = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "10", "12", "1000", "9999999"];

const columns = [...model.nodes.values(), ...model.edges.values()].flatMap(({ properties }) =>
  properties.flatMap((property) => [...columnsOf(property)]),
);
const fields = [...model.nodes.values()].flatMap(({ edgeFields }) => edgeFields.map(({ name }) => name));
const labels = [...model.nodes.keys()];
const own = [...model.edges.values()].flatMap(({ ownProperties }) => ownProperties.map(({ name }) => name));
const types = [...model.edges.keys()];

const known = new Set([
  ...[WORDS, FUNCTIONS, OWN_COLUMNS, PAGE_KEYS].flatMap((list) => list.split(" ")),
  ...["id", "name", "forms", "recordedAt", "assertions", "asserted", "Entity"],
  ...[...columns, ...fields, ...labels, ...types],
]);
/** Variables of the environment end in a number; those of a list comprehension or a subquery of one row are words. */
const VARIABLE =
  /^([a-z][A-Za-z]*\d+|label|i|k|p|c|text|part|day|other|seen|span|hit|best|found|kind|query|whole|start|known|isCode|hasCode|ofDay|codes|form|kinds|rest|score|reasons|SAME_NAME|SAME_CODE|SAME_OFFICE)$/;
const SLOT = /^([A-Za-z]+)_\d+$/;

function isKnown(word: string): boolean {
  const slot = SLOT.exec(word)?.[1];
  return known.has(word) || VARIABLE.test(word) || (slot !== undefined && known.has(slot));
}

async function texts(): Promise<readonly { name: string; text: string; query: string }[]> {
  const all = await Promise.all(
    goldenCases().map(async (golden) => {
      const { name, query } = golden;
      const compiled = [...(await compileGolden(golden)).values()];
      return compiled.map(({ text }) => ({ name, text, query }));
    }),
  );
  return all.flat();
}

describe("the style of every text", async () => {
  const all = await texts();

  it.each(all)("$name: every name comes from the model", ({ text }) => {
    const words = text.replace(/'[^']*'|`[^`]*`/g, "").match(/\$?[A-Za-z_]\w*/g) ?? [];
    expect(words.filter((word) => !word.startsWith("$") && !isKnown(word))).toEqual([]);
  });

  it.each(all)("$name: constants are the program's own", ({ text }) => {
    const constants = [...text.matchAll(/'([^']*)'/g)].map(([, constant]) => constant ?? "");
    expect(
      constants.filter(
        (constant) => ![...CONSTANTS, ...labels, ...fields, ...own, ...types].includes(constant),
      ),
    ).toEqual([]);
    const numbers = text.replace(/'[^']*'/g, "").match(/(?<![\w$])\d+/g) ?? [];
    expect(numbers.filter((number) => !NUMBERS.includes(number))).toEqual([]);
  });

  it.each(all)(
    "$name: order and limit stand before the projection, and nothing is collected before",
    ({ text }) => {
      // Only what is ordered and limited already is collected; a search keeps what its indexes gave, which is limited,
      // and pairs that may be the same are scored by all of their reasons.
      const isSearch = text.includes("db.index.fulltext") || text.includes("SAME_NAME");
      if (!isSearch) expect(text).not.toMatch(/(?<!RETURN )collect\s*\(/);
      const lines = pretty(text)
        .split("\n")
        .map((line) => line.trim());
      lines.forEach((line, index) => {
        if (line.startsWith("LIMIT")) expect(lines[index + 1]).toMatch(/^RETURN /);
        if (line.startsWith("ORDER BY") && !line.endsWith("CASE") && !isSearch) {
          // An order by all keys but the last may stand before that by all keys. Subqueries of the projection stand between.
          const next = lines[index + 1] ?? "";
          if (next.startsWith("WITH ")) expect(lines[index + 2]?.startsWith(`${line}, `)).toBe(true);
          else expect(next).toMatch(/^(LIMIT |RETURN |CALL \(\*\) )/);
        }
      });
    },
  );

  it.each(all)("$name: counts are read only when asked for", ({ text, query }) => {
    const asks = /totalCount|certainCount|(?<!having: { )\bcount:|\.count/.test(query);
    // What a list denies, counts or aggregates over may not be recorded: then the nodes without a record are counted.
    const isUnsure = /exists: false|none: {|\ball: {|\bcount: {(?=[^}]*}, of)|aggregate\(over/.test(query);
    expect(text.includes("blanks:")).toBe(isUnsure);
    // How well known a node is, by which a search sorts, is not an answer.
    // Nor is the number of edges by which a list chooses how to find its rows.
    const guesses = /COUNT \{ \(\w+\)--\(\) \}|CALL \(\) \{ MATCH (?:(?!CALL).)* AS common\d+ \}/g;
    const counts = /COUNT \{|size\(all\d+\)/.test(text.replace(guesses, ""));
    expect(counts).toBe((asks || isUnsure) && !/@include\(if: \$no\)/.test(query));
  });

  it.each(all)("$name: every parameter has a number", ({ text }) => {
    for (const parameter of text.match(/\$\w*/g) ?? []) expect(parameter).toMatch(/^\$[a-zA-Z]+\d+$/);
  });
});

import { expect } from "vitest";
import { checkTexts } from "../../../src/bundle/load.js";
import { formatPosition } from "../../../src/input/problem.js";
import type { Rows } from "../../../src/record/rows.js";

/** Marks a place in a bundle text where an error is expected. */
export const MARK = "⟦";

/** A bundle text without its marks, and the places `file:line:column` where they stood. */
export function marked(text: string, file = "bundle.yaml"): { text: string; places: readonly string[] } {
  const places: string[] = [];
  const lines = text.split("\n").map((line, index) => {
    const parts = line.split(MARK);
    let column = 1;
    parts.slice(0, -1).forEach((part) => {
      column += part.length;
      places.push(formatPosition({ file, line: index + 1, column }));
    });
    return parts.join("");
  });
  return { text: lines.join("\n"), places };
}

/** The problems that a bundle has without a database, as `file:line:column` and message, in the order of places. */
export function problemsOf(text: string, file = "bundle.yaml") {
  return [...checkTexts([{ file, text }]).problems]
    .sort((one, other) => one.at.line - other.at.line || one.at.column - other.at.column)
    .map(({ at, message }) => ({ place: formatPosition(at), message }));
}

/** The rows of a bundle without problems; problems fail the test with their text. */
export function rowsOf(text: string, file = "bundle.yaml"): Rows {
  const { rows, problems } = checkTexts([{ file, text }]);
  if (problems.length) throw new Error(JSON.stringify(problems, null, 2));
  return rows;
}

/** Head of a bundle with one source. */
export const HEAD = `bundle: 1
source: source:s
sources:
  - { id: source:s, name: S, kind: NEWS }
`;

/** Checks that a bundle has just the marked problems, with these messages. */
export function expectProblems(text: string, ...messages: readonly RegExp[]): void {
  const { text: clean, places } = marked(text);
  const problems = problemsOf(clean);
  expect(problems.map(({ place, message }) => `${place} ${message}`)).toEqual(
    places.map((place, index) =>
      expect.stringMatching(new RegExp(`^${place.replaceAll(".", "\\.")} .*${messages[index]?.source}`, "s")),
    ),
  );
}

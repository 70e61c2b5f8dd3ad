import { describe, expect, it } from "vitest";
import { compiledField } from "../compile/support/compiled.js";

/** The branch of a type in a text that has branches. */
function branch(text: string, label: string): string {
  const found = new RegExp(
    `WHEN [^{]*\\bx0:${label}\\b[^{]*THEN (.*?)(?= WHEN [^{]*\\bx0:| END AS value)`,
  ).exec(text);
  return found?.[1] ?? "";
}

const CASES = [
  {
    what: "two types are asked for different fields below the same field",
    query: `{ node(id: "n") {
      ... on State { signed { edges { date } } }
      ... on Organization { signed { edges { place } } }
    } }`,
    State: ["date: r"],
    Organization: ["place: r"],
  },
  {
    what: "one type is asked for more below the same field",
    query: `{ node(id: "n") {
      ... on State { memberOf { totalCount nodes { id kind } } }
      ... on Organization { memberOf { nodes { id } } }
    } }`,
    State: ["total: size", "kind: n"],
    Organization: ["id: n"],
  },
  {
    what: "an alias hides that a field is a property of one type and a list of another",
    query: `{ node(id: "n") {
      ... on State { list: signed { nodes { id } } }
      ... on Treaty { day: signed }
    } }`,
    State: ["MATCH (x0)-[r"],
    Treaty: ["signed: x0.signed"],
  },
];

describe("variants of a node of any type", () => {
  it.each(CASES)("has the requested fields for each type where $what", async ({ query, ...wanted }) => {
    const { text } = await compiledField(query);
    for (const [label, parts] of Object.entries(wanted)) {
      if (!Array.isArray(parts)) continue;
      for (const part of parts) expect(branch(text, label)).toContain(part);
    }
  });

  it("shares a branch for types with the same fields", async () => {
    const { text } = await compiledField(`{ node(id: "n") { id ... on State { iso3 } } }`);
    expect(text.match(/ WHEN /g)).toHaveLength(2);
  });
});

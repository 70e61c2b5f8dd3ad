import { expect, it } from "vitest";
import { matchAll } from "../../../../src/import/match/match.js";
import { NAMED, NAMESAKES, namedOfRows } from "../../../../src/import/match/named.js";
import type { NodeRow } from "../../../../src/record/rows.js";

const AT = { file: "f", line: 1, column: 1 };

function treaty(id: string, name: string, codes: Readonly<Record<string, string>> = {}, signed?: string) {
  const row: NodeRow = {
    ...{ label: "Treaty", id, sourceId: "source:s", evidence: {}, at: AT },
    properties: signed ? { signed } : {},
    names: [
      { properties: { text: name, kind: "NAME" }, edge: {}, at: AT },
      ...Object.entries(codes).map(([scheme, text]) => ({
        ...{ properties: { text, kind: "CODE", scheme }, edge: {}, at: AT },
      })),
    ],
  };
  return namedOfRows([row], "Treaty");
}

const known = treaty("treaty:known", "Convention on Biological Diversity", { untc: "27-8" }, "1992-06-05");

function match(fresh: ReturnType<typeof treaty>) {
  const { certain, proposed } = matchAll(fresh, known, NAMED, {
    ...{ isFileApart: true, ofFile: new Set<string>(), wasParted: () => false },
  });
  return [[...certain].map(([, { into }]) => into), proposed.map(({ other }) => other)];
}

it.each([
  [
    "the same name in another case",
    treaty("treaty:t", "Convention on biological diversity"),
    ["treaty:known"],
  ],
  [
    "and a code of another scheme",
    treaty("treaty:t", "Convention on Biological Diversity", { unoda: "b" }),
    ["treaty:known"],
  ],
  [
    "another code of one scheme",
    treaty("treaty:t", "Convention on Biological Diversity", { untc: "27-9" }),
    [],
  ],
  [
    "another day of signature",
    treaty("treaty:t", "Convention on Biological Diversity", {}, "2000-01-01"),
    [],
  ],
  ["a longer name", treaty("treaty:t", "Protocol to the Convention on Biological Diversity"), []],
])("%s", (_, fresh, certain) => {
  expect(match(fresh)).toEqual([certain, []]);
});

it("a short name is only proposed", () => {
  const [own] = treaty("treaty:own", "Final Act");
  const { certain, proposed } = matchAll(treaty("treaty:t", "Final Act"), own ? [own] : [], NAMED, {
    ...{ isFileApart: true, ofFile: new Set<string>(), wasParted: () => false },
  });
  expect(certain.size).toBe(0);
  expect(proposed).toEqual([{ id: "treaty:t", other: "treaty:own", reason: 'both are named "final act"' }]);
});

it("what only has the name of another is proposed, whatever the name", () => {
  const { certain, proposed } = matchAll(
    treaty("treaty:t", "Convention on Biological Diversity"),
    known,
    NAMESAKES,
    { isFileApart: true, ofFile: new Set<string>(), wasParted: () => false },
  );
  expect(certain.size).toBe(0);
  expect(proposed.map(({ other }) => other)).toEqual(["treaty:known"]);
});

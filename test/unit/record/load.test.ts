import { describe, expect, it } from "vitest";
import { Redirects } from "../../../src/model/redirects.js";
import { assertionOf } from "../../../src/record/staging/load.js";

const EDGE = {
  ...{ type: "MEMBER_OF", from: "state:kaz", to: "org:csto", sourceId: "source:s" },
  ...{ properties: { role: "MEMBER", validFrom: "1994" }, on: null, observedUntil: null },
  ...{ number: 1, row: 1, file: "data.csv", line: 2, locator: null },
};
const NO_MERGES = Redirects.of([]);
const PUBLISHED = { published: new Map<string, string | null>() };

/** What is staged in batches says the same as what is written at once. */
describe("an edge of a load", () => {
  it("is covered until the last day of its data", () => {
    const { columns } = assertionOf(EDGE, { observedUntil: "2014-12-31", redirects: NO_MERGES }, PUBLISHED);
    expect(columns).toMatchObject({ coveredUntil: "2014-12-31", validToMin: "2014-12-31" });
  });

  it("is covered until the day that its own row or the head of its bundle gives", () => {
    const { columns } = assertionOf(
      { ...EDGE, coveredUntil: "2020-12-31" },
      { observedUntil: null, redirects: NO_MERGES },
      PUBLISHED,
    );
    expect(columns).toMatchObject({ coveredUntil: "2020-12-31", validToMin: "2020-12-31" });
  });
});

import { describe, expect, it } from "vitest";
import { isRow, rowsOf } from "../../../src/hydrate/row.js";

describe("a row", () => {
  it.each([{}, { id: "state:kaz" }])("is a map: %j", (value) => {
    expect(isRow(value)).toBe(true);
  });

  it.each([null, undefined, "text", 7, true, [], [{ id: "state:kaz" }]])(
    "is not any other value: %j",
    (value) => {
      expect(isRow(value)).toBe(false);
    },
  );
});

describe("the rows of a list", () => {
  it("are its maps in order, without other values", () => {
    const [one, other] = [{ id: "a" }, { id: "b" }];
    const rows = rowsOf([one, null, other, ["c"], 3]);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toBe(one);
    expect(rows[1]).toBe(other);
  });

  it.each([null, undefined, "text", { id: "a" }])("are empty if the value is not a list: %j", (value) => {
    expect(rowsOf(value)).toEqual([]);
  });
});

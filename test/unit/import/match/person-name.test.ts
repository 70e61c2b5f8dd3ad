import { describe, expect, it } from "vitest";
import { agreementOf, personName } from "../../../../src/import/match/person-name.js";

const agree = (one: string, other: string) => agreementOf(personName(one), personName(other));

describe("names of one person", () => {
  it.each([
    ["Sergey Lavrov", "Sergei Lavrov"],
    ["Mr. Sergey Lavrov", "Sergey V. Lavrov"],
    ["С. В. Лавров", "Sergey V. Lavrov"],
    ["Dr. Guido Westerwelle", "Guido Westerwelle"],
    ["Lavrov, Sergey", "Sergey Lavrov"],
  ])("%s and %s are equal", (one, other) => {
    expect(agree(one, other)).toMatchObject({ isEqual: true });
    expect(agree(other, one)).toMatchObject({ isEqual: true });
  });

  it.each([
    ["Putin", "Vladimir V. Putin", 1],
    ["Abdullah II", "Abdullah II ibn Al Hussein", 2],
  ])("%s is part of %s", (one, other, whole) => {
    expect(agree(one, other)).toEqual({ whole, isEqual: false });
  });
});

it.each([
  ["Joe Biden", "Joseph R. Biden"],
  ["Kim Il-Sung", "Kim Jong-Il"],
  ["Lech Kaczynski", "Jaroslaw Kaczynski"],
  ["G. H. W. Bush", "George Walker"],
  ["Mr.", "Mrs."],
])("%s and %s contradict each other", (one, other) => {
  expect(agree(one, other)).toBeUndefined();
});

it("an initial alone agrees with nobody", () => {
  expect(agree("S.", "Sergey Lavrov")).toBeUndefined();
});

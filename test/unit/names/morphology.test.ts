import { describe, expect, it } from "vitest";
import {
  firstNames,
  type Recall,
  recallOfFirstNames,
  recallOfStates,
  recallOfSurnames,
  surnames,
} from "../../support/morphology.js";

const shareOf = ({ found, forms }: Recall) => found / forms;

describe("person names in all cases, from the tests of petrovich", () => {
  it.skipIf(surnames.missing !== "")(`surnames of both genders ${surnames.missing}`, () => {
    expect(shareOf(recallOfSurnames())).toBeGreaterThanOrEqual(0.95);
  });

  it.skipIf(firstNames.missing !== "")(`first names, every tenth ${firstNames.missing}`, () => {
    expect(shareOf(recallOfFirstNames())).toBeGreaterThanOrEqual(0.95);
  });
});

it("at least 99% of the names of all states in all cases are found unambiguously", () => {
  const recall = recallOfStates();
  expect(recall.forms).toBeGreaterThan(950);
  expect(shareOf(recall), recall.missed.join("; ")).toBeGreaterThanOrEqual(0.99);
});

import { expect, it } from "vitest";
import { Redirects } from "../../../src/model/redirects.js";

const merge = (from: string, into: string, mergedAt: string, unmergedAt: string | null = null) => {
  return { from: `state:${from}`, into: `state:${into}`, mergedAt, unmergedAt };
};
const [MAY, JUNE, JULY] = ["2026-05-01T00:00:00Z", "2026-06-01T00:00:00Z", "2026-07-01T00:00:00Z"];

it("an id stands for itself until it is merged, and from the instant of the merge on", () => {
  const redirects = Redirects.of([merge("a", "b", JUNE)]);
  expect(redirects.targetOf("state:a")).toBe("state:b");
  expect(redirects.targetOf("state:a", MAY)).toBe("state:a");
  expect(redirects.targetOf("state:a", JUNE)).toBe("state:b");
  expect(redirects.targetOf("state:b")).toBe("state:b");
  expect(redirects.targetOf("state:c")).toBe("state:c");
});

it("until the merge is undone", () => {
  const redirects = Redirects.of([merge("a", "b", MAY, JULY)]);
  expect(redirects.targetOf("state:a", JUNE)).toBe("state:b");
  expect(redirects.targetOf("state:a", JULY)).toBe("state:a");
  expect(redirects.targetOf("state:a")).toBe("state:a");
});

it("follows several merges, as far as they were made", () => {
  const redirects = Redirects.of([merge("a", "b", MAY), merge("b", "c", JULY)]);
  expect(redirects.targetOf("state:a", JUNE)).toBe("state:b");
  expect(redirects.targetOf("state:a")).toBe("state:c");
});

it("instants in other time zones are the same instants", () => {
  const redirects = Redirects.of([merge("a", "b", "2026-06-01T02:00:00+02:00")]);
  expect(redirects.targetOf("state:a", "2026-05-31T23:59:59Z")).toBe("state:a");
  expect(redirects.targetOf("state:a", JUNE)).toBe("state:b");
});

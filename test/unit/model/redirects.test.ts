import { expect, it } from "vitest";
import { Redirects } from "../../../src/model/redirects.js";

const merge = (from: string, into: string, mergedAt: string, unmergedAt: string | null = null) => {
  return { from: `state:${from}`, into: `state:${into}`, mergedAt, unmergedAt };
};
const [MAY, JUNE, JULY] = ["2026-05-01T00:00:00Z", "2026-06-01T00:00:00Z", "2026-07-01T00:00:00Z"];

it("an id refers to itself until the instant of its merge", () => {
  const redirects = Redirects.of([merge("a", "b", JUNE)]);
  expect(redirects.targetOf("state:a")).toBe("state:b");
  expect(redirects.targetOf("state:a", MAY)).toBe("state:a");
  expect(redirects.targetOf("state:a", JUNE)).toBe("state:b");
  expect(redirects.targetOf("state:b")).toBe("state:b");
  expect(redirects.targetOf("state:c")).toBe("state:c");
});

it("a redirect ends when the merge is undone", () => {
  const redirects = Redirects.of([merge("a", "b", MAY, JULY)]);
  expect(redirects.targetOf("state:a", JUNE)).toBe("state:b");
  expect(redirects.targetOf("state:a", JULY)).toBe("state:a");
  expect(redirects.targetOf("state:a")).toBe("state:a");
});

it("a redirect follows several merges that were made by then", () => {
  const redirects = Redirects.of([merge("a", "b", MAY), merge("b", "c", JULY)]);
  expect(redirects.targetOf("state:a", JUNE)).toBe("state:b");
  expect(redirects.targetOf("state:a")).toBe("state:c");
});

it("a redirect compares instants of different time zones", () => {
  const redirects = Redirects.of([merge("a", "b", "2026-06-01T02:00:00+02:00")]);
  expect(redirects.targetOf("state:a", "2026-05-31T23:59:59Z")).toBe("state:a");
  expect(redirects.targetOf("state:a", JUNE)).toBe("state:b");
});

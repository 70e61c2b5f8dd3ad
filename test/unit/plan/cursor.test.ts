import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor, fingerprintOf } from "../../../src/plan/cursor.js";

const encode = (value: unknown) => Buffer.from(JSON.stringify(value), "utf8").toString("base64url");

describe("cursors", () => {
  it("return the keys that they were made of", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 3 }), (keys) => {
        expect(
          decodeCursor(
            encodeCursor("print", keys),
            "print",
            keys.map(() => "text"),
          ),
        ).toEqual(keys);
      }),
    );
  });

  it("can be used in a URL unchanged", () => {
    expect(encodeCursor("print", ["state:каз", "???>>>~~~"])).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it.each([
    ["empty", ""],
    ["no base64", "%%%"],
    ["no JSON", Buffer.from("[1").toString("base64url")],
    ["no list", encode({ a: 1 })],
    ["null", encode(null)],
    ["a list with a number", encode(["print", 1])],
    ["a list with a list", encode(["print", ["state:kaz"]])],
    ["too few keys", encode(["print"])],
    ["too many keys", encode(["print", "a", "b"])],
    ["cut off", encodeCursor("print", ["state:kaz"]).slice(0, -4)],
  ])("are rejected if damaged: %s", (_what, cursor) => {
    expect(() => decodeCursor(cursor, "print", ["text"])).toThrow(
      expect.objectContaining({ code: "BAD_CURSOR", message: expect.stringContaining("damaged") }),
    );
  });

  it("are rejected for another list", () => {
    expect(() => decodeCursor(encodeCursor("other", ["a"]), "print", ["text"])).toThrow(
      expect.objectContaining({ code: "BAD_CURSOR", message: expect.stringContaining("another list") }),
    );
  });

  it("are never rejected with any other error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (cursor) => {
        expect(() => decodeCursor(cursor, "print", ["text"])).toThrow(
          expect.objectContaining({ code: "BAD_CURSOR" }),
        );
      }),
    );
  });
});

describe("fingerprintOf", () => {
  it("is the same only for the same parts", () => {
    const print = fingerprintOf("list", false, ["a", null]);
    expect(fingerprintOf("list", false, ["a", null])).toBe(print);
    expect(fingerprintOf("list", true, ["a", null])).not.toBe(print);
    expect(fingerprintOf("list", false, ["a", "null"])).not.toBe(print);
    expect(fingerprintOf("lis", "tfalse", ["a", null])).not.toBe(print);
  });
});

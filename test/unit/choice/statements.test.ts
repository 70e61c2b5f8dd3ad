import { describe, expect, it } from "vitest";
import { contradict, statementsOf } from "../../../src/choice/statements.js";

const say = (columns: Parameters<typeof statementsOf>[0]) => statementsOf(columns);

describe("the comparison of two statements", () => {
  it("finds a contradiction if a code, flag, number or list differs", () => {
    expect(contradict(say({ role: "MEMBER" }), say({ role: "OBSERVER" }))).toBe(true);
    expect(contradict(say({ provisional: true }), say({ provisional: false }))).toBe(true);
    expect(contradict(say({ numberValue: 5 }), say({ numberValue: 6 }))).toBe(true);
    expect(contradict(say({ obligations: ["cut"] }), say({ obligations: ["cut", "inspect"] }))).toBe(true);
  });

  it("finds none if they are equal or only one has a value", () => {
    expect(contradict(say({ role: "MEMBER" }), say({ role: "MEMBER" }))).toBe(false);
    expect(contradict(say({ basisAct: "RATIFICATION" }), say({}))).toBe(false);
    expect(contradict(say({ basisAct: "RATIFICATION" }), say({ basisAct: null }))).toBe(false);
  });

  it("ignores texts and properties of the assertion itself", () => {
    const one = { note: "with a reservation", rank: "NORMAL", basis: "STATED", divided: true };
    const other = { note: "reservation", rank: "PREFERRED", basis: "INFERRED", divided: false };
    expect(contradict(say(one), say(other))).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { contradict, statementsOf } from "../../../src/choice/statements.js";

const say = (columns: Parameters<typeof statementsOf>[0]) => statementsOf(columns);

describe("two sources contradict each other", () => {
  it("by another code, another flag, another number or another list", () => {
    expect(contradict(say({ role: "MEMBER" }), say({ role: "OBSERVER" }))).toBe(true);
    expect(contradict(say({ provisional: true }), say({ provisional: false }))).toBe(true);
    expect(contradict(say({ numberValue: 5 }), say({ numberValue: 6 }))).toBe(true);
    expect(contradict(say({ obligations: ["cut"] }), say({ obligations: ["cut", "inspect"] }))).toBe(true);
  });

  it("not by the same, nor where only one of them says anything", () => {
    expect(contradict(say({ role: "MEMBER" }), say({ role: "MEMBER" }))).toBe(false);
    expect(contradict(say({ basisAct: "RATIFICATION" }), say({}))).toBe(false);
    expect(contradict(say({ basisAct: "RATIFICATION" }), say({ basisAct: null }))).toBe(false);
  });

  it("not by other words, nor by what each assertion is: its rank, its basis, whether it was divided", () => {
    const one = { note: "with a reservation", rank: "NORMAL", basis: "STATED", divided: true };
    const other = { note: "reservation", rank: "PREFERRED", basis: "INFERRED", divided: false };
    expect(contradict(say(one), say(other))).toBe(false);
  });
});

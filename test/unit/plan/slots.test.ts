import { type FieldNode, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { Slots } from "../../../src/plan/slots.js";

function field(text: string): FieldNode {
  const [definition] = parse(`query ($x: Int, $y: Int) { ${text} }`).definitions;
  const node = definition?.kind === "OperationDefinition" ? definition.selectionSet.selections[0] : undefined;
  if (node?.kind !== "Field") throw new Error("no field");
  return node;
}

describe("Slots", () => {
  it("names a field without arguments after itself, whatever its alias", () => {
    const slots = new Slots();
    expect(slots.of(field("name"))).toBe("name");
    expect(slots.of(field("title: name"))).toBe("name");
  });

  it("gives the same slot to the same arguments, in any order and under any alias", () => {
    const slots = new Slots();
    const slot = slots.of(field("parties(first: 1, asOf: $x)"));
    expect(slots.of(field("a: parties(asOf: $x, first: 1)"))).toBe(slot);
  });

  it.each(["parties(first: 2)", "parties(first: $x)", "parties(last: 1)", "signatories(first: 1)"])(
    "gives %s another slot than parties(first: 1)",
    (text) => {
      const slots = new Slots();
      expect(slots.of(field(text))).not.toBe(slots.of(field("parties(first: 1)")));
    },
  );

  it("finds the slot of a field that was parsed again", () => {
    const slots = new Slots();
    slots.of(field("names(first: 9)"));
    const slot = slots.of(field("parties(first: 1)"));
    expect(slots.of(field("parties(first: 1)"))).toBe(slot);
  });

  it("never gives a slot with arguments the name of a field", () => {
    expect(new Slots().of(field("parties(first: 1)"))).toMatch(/^parties_\d+$/);
  });
});

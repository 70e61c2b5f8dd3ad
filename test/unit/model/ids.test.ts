import { describe, expect, it } from "vitest";
import { edgeIdOf, factKeyOf, nameIdOf, nodeModelOfId } from "../../../src/model/ids.js";
import { edgeModel } from "../../../src/model/registry.js";

describe("the type of an id", () => {
  it.each([
    ["state:kaz", "State"],
    ["state:cow-300", "State"],
    ["org:csto", "Organization"],
    ["person:a.b_c", "Person"],
    ["treaty:inf-1987", "Treaty"],
    ["meeting:csto-cfm-2018-06-11", "Meeting"],
    ["statement:x", "Statement"],
    ["document:0555", "Document"],
    ["topic:x", "Topic"],
    ["source:x", "Source"],
  ])("is found by its prefix: %s: %s", (id, label) => {
    expect(nodeModelOfId(id)?.label).toBe(label);
  });

  it.each([
    "",
    "kaz",
    "state",
    "state:",
    ":kaz",
    "state:-kaz",
    "state:Kaz",
    "state:каз",
    "state:ka z",
    "state:kaz ",
    " state:kaz",
    "state:kaz\n",
    "State:kaz",
    "country:kaz",
    "state:kaz'})--",
    "constructor:x",
  ])('is rejected: "%s"', (id) => {
    expect(nodeModelOfId(id)).toBeUndefined();
  });
});

describe("the key of a fact", () => {
  const partyTo = edgeModel("PARTY_TO");
  const action = edgeModel("TREATY_ACTION");

  it("does not depend on the date", () => {
    const early = factKeyOf(partyTo, "state:kaz", "treaty:npt", { validFrom: "1992" });
    const late = factKeyOf(partyTo, "state:kaz", "treaty:npt", { validFrom: "1992-05-15" });
    expect(late).toBe(early);
  });
  it("depends on the type, the ends and their order", () => {
    const keys = [
      factKeyOf(partyTo, "state:kaz", "treaty:npt", {}),
      factKeyOf(partyTo, "state:kgz", "treaty:npt", {}),
      factKeyOf(partyTo, "state:kaz", "treaty:ctbt", {}),
      factKeyOf(edgeModel("SIGNED"), "state:kaz", "treaty:npt", {}),
      factKeyOf(partyTo, "treaty:npt", "state:kaz", {}),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
  it("depends, for an act, on the act and the depositary", () => {
    const keyOf = (properties: Record<string, string>) =>
      factKeyOf(action, "state:kaz", "treaty:npt", properties);
    const keys = [
      keyOf({ act: "ACCESSION" }),
      keyOf({ act: "RATIFICATION" }),
      keyOf({ act: "ACCESSION", depositary: "London" }),
      keyOf({ act: "ACCESSION", depositary: "Moscow" }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keyOf({ act: "ACCESSION", note: "by note verbale" })).toBe(keyOf({ act: "ACCESSION" }));
  });
  it("depends on the key of an act", () => {
    const spoke = edgeModel("PARTICIPATED");
    const keyOf = (properties: Record<string, string | null>) =>
      factKeyOf(spoke, "person:a", "meeting:b", { role: "SPEAKER", ...properties });
    expect(new Set([keyOf({}), keyOf({ key: "2" }), keyOf({ key: "3" })]).size).toBe(3);
    // An act without a key stays the fact that it was before keys existed.
    expect(keyOf({ key: null })).toBe(keyOf({}));
    expect(keyOf({ key: "2" })).not.toBe(keyOf({ onBehalfOf: "2" }));
  });
  it("cannot be forged by moving text between the parts", () => {
    expect(factKeyOf(action, "state:a", "treaty:b", { act: "x", depositary: "y" })).not.toBe(
      factKeyOf(action, "state:a", "treaty:b", { act: 'x","y' }),
    );
  });
});

it("the id of an assertion depends on its source, spell and version", () => {
  const ids = [
    edgeIdOf("f", "source:a", 0, 0),
    edgeIdOf("f", "source:b", 0, 0),
    edgeIdOf("f", "source:a", 1, 0),
    edgeIdOf("f", "source:a", 0, 1),
    edgeIdOf("f", "source:a", 10, 0),
    edgeIdOf("f", "source:a", 1, 10),
    edgeIdOf("g", "source:a", 0, 0),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  expect(edgeIdOf("f", "source:a", 0, 0)).toBe(ids[0]);
});

it("a name has one id for its text, language, kind and scheme", () => {
  const ids = [
    nameIdOf("СБ", "ru", "ABBR", null),
    nameIdOf("СБ", "ru", "NAME", null),
    nameIdOf("СБ", "bg", "ABBR", null),
    nameIdOf("СБ", null, "ABBR", null),
    nameIdOf("сб", "ru", "ABBR", null),
    nameIdOf("KAZ", null, "CODE", "iso3"),
    nameIdOf("KAZ", null, "CODE", "cow"),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

import { describe, it } from "vitest";
import { expectProblems, HEAD, MARK } from "./support.js";

describe("an invalid edge row", () => {
  it.each<[string, string, RegExp]>([
    [
      "an unknown type",
      `- ${MARK}{ type: SIGNS, from: state:aaa, to: treaty:t }`,
      /Unknown edge type "SIGNS".*Did you mean SIGNED\?/,
    ],
    ["no type", `- ${MARK}{ from: state:aaa, to: treaty:t }`, /type is missing.*PARTY_TO/],
    ["no start", `- ${MARK}{ type: SIGNED, to: treaty:t }`, /from is missing; expected the id of a node/],
    ["no end", `- ${MARK}{ type: SIGNED, from: state:aaa }`, /to is missing; expected the id of a node/],
    [
      "ends the wrong way round",
      `- { type: PARTY_TO, from: treaty:t, to: ${MARK}state:aaa }`,
      /PARTY_TO cannot connect Treaty to State.*Allowed: State or Territory or Organization → Treaty/,
    ],
    [
      "ends that this type may not have",
      `- { type: PARTICIPATED, role: GUEST, from: document:d, to: ${MARK}meeting:m }`,
      /cannot connect Document to Meeting/,
    ],
    [
      "an edge from a node to itself",
      `- { type: RELATED_TO, kind: AMENDS, from: treaty:t, to: ${MARK}treaty:t }`,
      /RELATED_TO cannot connect treaty:t to itself/,
    ],
    [
      "a relation between types",
      `- { type: RELATED_TO, kind: AMENDS, from: treaty:t, to: ${MARK}state:aaa }`,
      /cannot connect Treaty to State/,
    ],
    [
      "a required code that is missing",
      `- ${MARK}{ type: ADOPTED, from: meeting:m, to: document:d }`,
      /mode is missing; ADOPTED requires it.*BY_VOTE/,
    ],
    [
      "a wrong code",
      `- { type: VOTED, from: state:aaa, to: document:d, position: ${MARK}JA }`,
      /one of YES, NO, ABSTAIN, ABSENT/,
    ],
    [
      "an unknown key",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, ${MARK}valid_from: 1990 }`,
      /Unknown key "valid_from".*Did you mean validFrom\?/,
    ],
    [
      "a key that the service writes",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, ${MARK}primary: true }`,
      /Unknown key "primary"/,
    ],
    [
      "validTo before validFrom",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, validFrom: 1992-05-15, validTo: ${MARK}1992-05-14 }`,
      /validTo 1992-05-14 is before validFrom 1992-05-15/,
    ],
    [
      "validTo in a year before",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, validFrom: 1992-05, validTo: ${MARK}1991 }`,
      /is before/,
    ],
    [
      "a day that is not in the calendar",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, validFrom: ${MARK}2018-02-30 }`,
      /"2018-02-30" is not a valid date/,
    ],
    [
      "an open start",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, validFrom: ${MARK}.. }`,
      /is not a valid date/,
    ],
    [
      "a day beside a spell",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, on: ${MARK}2018-06-11, validFrom: 2018 }`,
      /either "on" or validFrom/,
    ],
    [
      "a day that the calendar has not",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, on: ${MARK}2018-02-30 }`,
      /on must be a valid date, month or year, for example 2018-06-11/,
    ],
    [
      "a day where there is no time",
      `- { type: VOTED, from: state:aaa, to: document:d, position: YES, on: ${MARK}2018-06-11 }`,
      /VOTED has no validity/,
    ],
    [
      "seen until a day that does not exist",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, observedUntil: ${MARK}2018-02-30 }`,
      /observedUntil must be a valid date/,
    ],
    [
      "a vote on a year",
      `- { type: VOTED, from: state:aaa, to: document:d, position: YES, date: ${MARK}1991 }`,
      /must be a full date/,
    ],
    [
      "a list that is a text",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, obligations: ${MARK}DEFENCE }`,
      /obligations must be a list, for example \[A, B\]/,
    ],
    [
      "a list that holds a map",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, obligations: [A, ${MARK}{ b: c }] }`,
      /obligations/,
    ],
    [
      "a list that holds nothing",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, obligations: [A, ${MARK}null] }`,
      /obligations/,
    ],
    [
      "a source that is none",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, source: ${MARK}state:aaa }`,
      /source/,
    ],
    [
      "what a source reports, by hand",
      `- ${MARK}{ type: REPORTS, from: source:s, to: treaty:t, property: signed, value: yesterday }`,
      /REPORTS/,
    ],
    ["a name, by hand", `- ${MARK}{ type: HAS_NAME, from: state:aaa, to: name:0 }`, /HAS_NAME/],
  ])("is reported: %s", (_case, row, message) => {
    expectProblems(`${HEAD}edges:\n  ${row}\n`, message);
  });
});

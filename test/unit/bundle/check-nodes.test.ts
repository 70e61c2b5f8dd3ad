import { describe, it } from "vitest";
import { expectProblems, HEAD, MARK } from "./support.js";

describe("an invalid node row", () => {
  it.each<[string, string, RegExp]>([
    [
      "a wrong code",
      `- { type: Treaty, id: treaty:t, name: T, kind: ${MARK}ARMS_CONTROLL }`,
      /one of .*PEACE.*Did you mean ARMS_CONTROL\?/,
    ],
    [
      "a URL that a browser would run",
      `- { type: Statement, id: statement:s, name: S, kind: DECLARATION, url: ${MARK}"javascript:alert(1)" }`,
      /url must be a URL that begins with https:/,
    ],
    [
      "a URL without its scheme",
      `- { type: Statement, id: statement:s, name: S, kind: DECLARATION, url: ${MARK}www.example.org }`,
      /url must be a URL that begins with https:/,
    ],
    [
      "a word that is no language tag",
      `- { type: Statement, id: statement:s, name: S, kind: DECLARATION, lang: ${MARK}klingonese-zz-99 }`,
      /lang must be a language tag, for example ru/,
    ],
    [
      "a code in lower case",
      `- { type: Treaty, id: treaty:t, name: T, kind: ${MARK}peace }`,
      /one of .*PEACE/,
    ],
    [
      "an unknown type",
      `- ${MARK}{ type: Treatie, id: treaty:t, name: T }`,
      /Unknown node type "Treatie".*Did you mean Treaty\?/,
    ],
    ["no type", `- ${MARK}{ id: treaty:t, name: T }`, /type is missing.*Treaty/],
    [
      "a source among nodes",
      `- ${MARK}{ type: Source, id: source:x, name: X, kind: NEWS }`,
      /Allowed: .*Treaty/,
    ],
    ["a name among nodes", `- ${MARK}{ type: Name, id: name:x, text: X }`, /Allowed: .*Treaty/],
    [
      "a type that every object has",
      `- ${MARK}{ type: constructor, id: state:aaa }`,
      /Unknown node type "constructor"/,
    ],
    [
      "an id of another type",
      `- { type: Treaty, id: ${MARK}state:aaa, name: T, kind: PEACE }`,
      /not a Treaty id: use treaty:/,
    ],
    [
      "an id with capitals",
      `- { type: State, id: ${MARK}state:AAA, name: A }`,
      /use state: and a slug of a-z/,
    ],
    ["an empty id", `- { type: State, id: ${MARK}"", name: A }`, /id|slug/],
    ["no id", `- ${MARK}{ type: State, name: A }`, /id is missing; expected for example state:/],
    [
      "an id that is a list",
      `- { type: State, id: ${MARK}[state:aaa], name: A }`,
      /id must be a single value, not a list/,
    ],
    [
      "an id that is null",
      `- { type: State, id: ${MARK}null, name: A }`,
      /id is missing; expected for example state:/,
    ],
    [
      "an unknown key",
      `- { type: State, id: state:aaa, name: A, ${MARK}isoo3: AAA }`,
      /Unknown key "isoo3".*Did you mean iso3\?/,
    ],
    [
      "a key of another type",
      `- { type: State, id: state:aaa, name: A, ${MARK}inForce: 1990 }`,
      /Unknown key "inForce".*Allowed: .*existsFrom/,
    ],
    [
      "a key that the service writes",
      `- { type: State, id: state:aaa, name: A, ${MARK}recordedAt: 2020-01-01 }`,
      /Unknown key "recordedAt"/,
    ],
    ["the key of an act", `- { type: State, id: state:aaa, name: A, ${MARK}key: "2" }`, /Unknown key "key"/],
    [
      "a key that is a stored bound",
      `- { type: State, id: state:aaa, name: A, ${MARK}existsFromMin: 2020-01-01 }`,
      /Unknown key "existsFromMin"/,
    ],
    [
      "a key that every object has",
      `- { type: State, id: state:aaa, name: A, ${MARK}__proto__: x }`,
      /Unknown key "__proto__"/,
    ],
    ["a key twice", `- { type: State, id: state:aaa, name: A, ${MARK}name: B }`, /Duplicate key "name"/],
    [
      "a day that is not in the calendar",
      `- { type: State, id: state:aaa, name: A, existsFrom: ${MARK}2018-02-30 }`,
      /"2018-02-30" is not a valid date.*write 2018-06-11/,
    ],
    [
      "a date with a month by name",
      `- { type: State, id: state:aaa, name: A, existsFrom: ${MARK}11 June 2018 }`,
      /is not a valid date.*write 2018-06-11/,
    ],
    [
      "a date without dashes",
      `- { type: State, id: state:aaa, name: A, existsFrom: ${MARK}20180611 }`,
      /is not a valid date.*write 2018-06-11/,
    ],
    [
      "an interval backwards",
      `- { type: Meeting, id: meeting:m, name: M, kind: SUMMIT, date: ${MARK}2018-06-12/2018-06-11 }`,
      /ends before it begins/,
    ],
    [
      "an empty date",
      `- { type: State, id: state:aaa, name: A, existsFrom: ${MARK}"" }`,
      /is not a valid date/,
    ],
    [
      "an open end that is a single date",
      `- { type: State, id: state:aaa, name: A, existsTo: ${MARK}.. }`,
      /is not a valid date/,
    ],
    [
      "a word instead of true",
      `- { type: Treaty, id: treaty:t, name: T, kind: PEACE, bilateral: ${MARK}yes }`,
      /true or false; got "yes"/,
    ],
    [
      "NO instead of false",
      `- { type: Treaty, id: treaty:t, name: T, kind: PEACE, bilateral: ${MARK}NO }`,
      /true or false; got "NO"/,
    ],
    [
      "a list where a value should be",
      `- { type: Treaty, id: treaty:t, name: T, kind: PEACE, place: ${MARK}[A, B] }`,
      /place must be a single value, not a list/,
    ],
    [
      "a map where a value should be",
      `- { type: Treaty, id: treaty:t, name: T, kind: PEACE, place: ${MARK}{ city: A } }`,
      /place must be a single value, not a map/,
    ],
    [
      "a name longer than any",
      `- { type: State, id: state:aaa, name: ${MARK}${"x".repeat(1_001)} }`,
      /at most 1000 characters/,
    ],
    ["an empty name", `- { type: State, id: state:aaa, name: ${MARK}"" }`, /name/],
    ["a name of spaces", `- { type: State, id: state:aaa, name: ${MARK}"  " }`, /name/],
    [
      "a confidence over 100",
      `- { type: State, id: state:aaa, name: A, confidence: ${MARK}150 }`,
      /from 0 to 100; got "150"/,
    ],
    [
      "a confidence below 0",
      `- { type: State, id: state:aaa, name: A, confidence: ${MARK}-1 }`,
      /from 0 to 100/,
    ],
    [
      "a confidence with a fraction",
      `- { type: State, id: state:aaa, name: A, confidence: ${MARK}99.5 }`,
      /whole number/,
    ],
    [
      "a confidence like an octal number",
      `- { type: State, id: state:aaa, name: A, confidence: ${MARK}010 }`,
      /whole number.*"010"/,
    ],
    [
      "a confidence with an exponent",
      `- { type: State, id: state:aaa, name: A, confidence: ${MARK}1e1 }`,
      /whole number/,
    ],
    [
      "a basis that does not exist",
      `- { type: State, id: state:aaa, name: A, basis: ${MARK}GUESSED }`,
      /one of STATED, BACKGROUND, INFERRED/,
    ],
    [
      "names that are no list",
      `- { type: State, id: state:aaa, name: A, names: ${MARK}Б }`,
      /names must be a list/,
    ],
    [
      "a name that is a bare text",
      `- { type: State, id: state:aaa, name: A, names: [ ${MARK}Б ] }`,
      /item of names must be a map/,
    ],
    [
      "a name without a text",
      `- { type: State, id: state:aaa, name: A, names: [ ${MARK}{ lang: ru } ] }`,
      /text is missing/,
    ],
    [
      "an empty name in a list",
      `- { type: State, id: state:aaa, name: A, names: [ { text: ${MARK}"" } ] }`,
      /text/,
    ],
    [
      "a code without a scheme",
      `- { type: State, id: state:aaa, name: A, names: [ ${MARK}{ text: AAA, kind: CODE } ] }`,
      /requires a scheme, for example scheme: iso3/,
    ],
    [
      "a kind of name that does not exist",
      `- { type: State, id: state:aaa, name: A, names: [ { text: A, kind: ${MARK}NICK } ] }`,
      /one of NAME, ABBR, TRANSLIT, CODE/,
    ],
    [
      "a name that ended before it began",
      `- { type: State, id: state:aaa, name: A, names: [ ${MARK}{ text: A, validFrom: 1999, validTo: 1990 } ] }`,
      /validTo 1990 is before validFrom 1999/,
    ],
  ])("is reported: %s", (_case, row, message) => {
    expectProblems(`${HEAD}nodes:\n  ${row}\n`, message);
  });
});

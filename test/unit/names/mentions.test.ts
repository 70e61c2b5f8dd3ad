import { describe, expect, it } from "vitest";
import { findMentions, type KnownName } from "../../../src/names/mentions.js";

const name = (text: string, label = "State", kind = "NAME"): KnownName => ({ text, label, kind });

const NAMES = [
  name("Казахстан"),
  name("Южная Корея"),
  name("Корея"),
  name("Мали"),
  name("Того"),
  name("Чад"),
  name("Египет"),
  name("США", "State", "ABBR"),
  name("US", "State", "ABBR"),
  name("Guinea"),
  name("Guinea-Bissau"),
  name("Côte d'Ivoire"),
  name("Организация Договора о коллективной безопасности", "Organization"),
  name("Договор о коллективной безопасности", "Treaty"),
  name("ОДКБ", "Organization", "ABBR"),
  name("Юрий Хачатуров", "Person"),
  name("Sergey Lavrov", "Person"),
];

const found = (text: string, names = NAMES) =>
  findMentions(text, names).map((mention) => {
    expect(text.slice(mention.start, mention.end)).toBe(mention.text);
    return `${mention.text} = ${mention.candidates.map(({ name: each, score }) => `${each.text} ${score}`).join(", ")}`;
  });

describe("a name in a text", () => {
  it.each([
    [
      "Переговоры с Казахстаном, Египтом и Чадом.",
      ["Казахстаном = Казахстан 0.9", "Египтом = Египет 0.9", "Чадом = Чад 0.9"],
    ],
    ["Делегация Южной Кореи прибыла.", ["Южной Кореи = Южная Корея 0.9"]],
    ["по поручению Юрия Хачатурова", ["Юрия Хачатурова = Юрий Хачатуров 0.9"]],
    ["Хачатурову вручили ноту", ["Хачатурову = Юрий Хачатуров 0.5"]],
    ["Хачатуров Юрий", ["Хачатуров Юрий = Юрий Хачатуров 1"]],
    ["Guinea's and Guinea-Bissau's delegates", ["Guinea = Guinea 1", "Guinea-Bissau = Guinea-Bissau 1"]],
    ["CÔTE D’IVOIRE", ["CÔTE D’IVOIRE = Côte d'Ivoire 1"]],
  ])("is found in all case forms: %s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

it("the longest name wins", () => {
  expect(found("Совет Организации Договора о коллективной безопасности (ОДКБ)")).toEqual([
    "Организации Договора о коллективной безопасности = Организация Договора о коллективной безопасности 0.9",
    "ОДКБ = ОДКБ 1",
  ]);
});

it("an abbreviation is compared exactly and keeps all its meanings", () => {
  expect(found("US, us, U.S. and Us")).toEqual(["US = US 1", "U.S. = US 1"]);
  const two = [name("СНГ", "Organization", "ABBR"), name("СНГ", "Treaty", "ABBR")];
  expect(found("В СНГ", two)).toEqual(["СНГ = СНГ 1, СНГ 1"]);
});

it.each([
  ["малой авиации и того же чада"],
  ["Малой авиации"],
  ["Того же мнения"],
  ["корея"],
  ["Договор, о коллективной безопасности"],
  [""],
])("nothing is found in «%s»", (text) => {
  expect(found(text)).toEqual([]);
});

it("Mali and Togo are found by their own words", () => {
  expect(found("войска в Мали, помощь Того")).toEqual(["Мали = Мали 1", "Того = Того 1"]);
});

it("the search for names takes time in proportion to the text", () => {
  const text = "Делегация Казахстана и Южной Кореи. ".repeat(2_000);
  expect(found(text)).toHaveLength(4_000);
});

import { describe, expect, it } from "vitest";
import { nameForms } from "../../../src/names/forms.js";
import { nameQuery } from "../../../src/names/query.js";
import { answers } from "../../support/token-query.js";

type Level = "whole" | "all" | "sound";

/** Whether a text finds a name at a level of a search. */
function finds(level: Level, text: string, name: string, label = "Treaty", kind = "NAME"): boolean {
  return answers(nameQuery(text)[level], nameForms(name, { label, kind }));
}

describe("a search for a whole name", () => {
  it.each([
    ["договор о нераспространении ядерного оружия", "Договор о нераспространении ядерного оружия"],
    ["КОРОЛЕВ", "Королёв"],
    ["Мальи\u0306", "Мальй"],
    ["U.S.S.R.", "USSR"],
    ["О.Д.К.Б.", "ОДКБ"],
    ["СНВ-1", "СНВ-I"],
    ["START 2", "START II"],
    ["North Atlantic Treaty", "North-Atlantic Treaty"],
    ["Cote dIvoire", "Côte d’Ivoire"],
    ["Khachaturov Yuri", "Khachaturov, Yuri"],
  ])("treats %s and %s as equal", (text, name) => {
    expect(finds("whole", text, name)).toBe(true);
  });

  it.each([
    ["CCW", "CV"],
    ["START II", "START I"],
    ["СНВ-I", "СНВ-III"],
    ["Treaty of Prague", "Prague Treaty"],
  ])("treats %s and %s as different", (text, name) => {
    expect(finds("whole", text, name)).toBe(false);
  });
});

describe("a search for all words of a name in any form", () => {
  it.each([
    ["Беларуси", "Беларусь"],
    ["Египтом", "Египет"],
    ["Южной Кореи", "Южная Корея"],
    ["Соединёнными Штатами", "Соединённые Штаты"],
    ["нераспространение ядерного оружия", "Договор о нераспространении ядерного оружия"],
    ["Организации Договора о коллективной безопасности", "Организация Договора о коллективной безопасности"],
    ["Пелиндабский договор", "Договор Пелиндаба"],
    ["Пражская весна", "Прага весна"],
    ["Nonproliferation", "Non-Proliferation Treaty"],
    ["Prague Treaty", "Treaty of Prague"],
    ["defence treaties", "Defense Treaty"],
    ["Organisation", "Organization"],
    ["people republic", "People’s Republic"],
    ["Iran, Islamic Rep.", "Islamic Republic of Iran"],
    ["Micronesia, Fed. States", "Federated States of Micronesia"],
  ])("%s finds %s", (text, name) => {
    expect(finds("all", text, name)).toBe(true);
  });

  it.each([
    ["Юрием Хачатуровым", "Юрий Хачатуров"],
    ["Хачатуров Ю.Г.", "Юрий Хачатуров"],
    ["Ю. Хачатуров", "Юрий Хачатуров"],
    ["Yu. Khachaturov", "Yuri Khachaturov"],
    ["Станислава Зася", "Станислав Зась"],
    ["Павлу Петрову", "Павел Петров"],
    ["Льва Толстого", "Лев Толстой"],
    ["Ангелой Меркель", "Ангела Меркель"],
  ])("%s finds the person %s", (text, name) => {
    expect(finds("all", text, name, "Person")).toBe(true);
  });

  it.each([
    ["Иран", "Ирак"],
    ["Австралия", "Австрия"],
    ["Нигер", "Нигерия"],
    ["START II", "START I"],
    ["СНВ-I", "Договор СНВ-III"],
    ["Индия", "Индонезия"],
  ])("%s does not find %s", (text, name) => {
    expect(finds("all", text, name)).toBe(false);
  });
});

describe("a search for another transliteration", () => {
  it.each([
    ["Khachaturov", "Хачатуров"],
    ["Hachaturov", "Хачатуров"],
    ["Хачатуровым", "Khachaturov"],
    ["Tokayev", "Токаев"],
    ["Yeltsin", "Ельцин"],
    ["Zelenskiy", "Зеленский"],
    ["Almaty", "Алматы"],
  ])("%s finds %s", (text, name) => {
    expect(finds("sound", text, name, "Person")).toBe(true);
  });

  it("compares abbreviations exactly", () => {
    expect(finds("sound", "CCW", "CV", "State", "CODE")).toBe(false);
    expect(finds("sound", "ODKB", "ОДКБ", "Organization", "ABBR")).toBe(true);
  });
});

describe("a search query", () => {
  it("contains no syntax of the user", () => {
    const { all, sound, typo, whole } = nameQuery('a* OR "b"~2 AND (x:y) \\ {!} договор^5');
    for (const query of [all, sound, typo, whole]) expect(query).not.toMatch(/[":\\{}!^]|(?<=~)[^12]/);
  });

  it("is empty if nothing can be found", () => {
    expect(nameQuery("«…» — !")).toMatchObject({
      whole: "",
      all: "",
      sound: "",
      typo: "",
      words: [],
      count: 0,
    });
  });

  it("allows spelling errors only in words of five letters or more", () => {
    for (const text of ["SALT", "КСОР", "CCW", "START II".slice(6), "НАТО"])
      expect(nameQuery(text).typo).toBe("");
    expect(nameQuery("Kazakhstann").typo).toContain("~2");
    expect(nameQuery("Hachaturof").typo).toContain("~2");
    expect(nameQuery("Putyn").typo).toContain("~1");
  });
});

import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { model } from "../../../src/model/registry.js";
import { CODES_RU } from "../../../web/page/i18n/codes.js";
import { en } from "../../../web/page/i18n/en.js";
import { ru } from "../../../web/page/i18n/ru.js";

/** The values that a text wants, with their forms. */
function argumentsOf(text: string): readonly string[] {
  const names: string[] = [];
  for (const part of parse(text)) {
    if (part.type === TYPE.argument || part.type === TYPE.number || part.type === TYPE.plural)
      names.push(part.value);
  }
  return names.sort();
}

describe("the texts of the page", () => {
  it("have the same keys in both languages, and none is empty", () => {
    expect(Object.keys(ru).sort()).toEqual(Object.keys(en).sort());
    for (const text of [...Object.values(en), ...Object.values(ru)]) expect(text.trim()).not.toBe("");
  });

  it.each(Object.keys(en) as (keyof typeof en)[])("take the same values in both languages: %s", (key) => {
    expect(argumentsOf(ru[key])).toEqual(argumentsOf(en[key]));
  });

  it("include every code that a view shows in Russian", () => {
    const types = [...model.nodes.values(), ...model.edges.values()].filter(
      (type) => type !== model.nodes.get("Name"),
    );
    const shown = types.flatMap(({ properties }) =>
      properties.flatMap(({ name, codes }) =>
        codes && !OF_RECORD.has(name) ? Object.keys(codes.codes) : [],
      ),
    );
    const all = [...new Set([...shown, ...model.nodes.keys(), ...model.edges.keys()])];
    expect(all.filter((code) => !Object.hasOwn(CODES_RU, code))).toEqual([]);
  });
});

/** The evidence of an assertion and the kind of a name are not shown as codes. */
const OF_RECORD: ReadonlySet<string> = new Set(["basis", "rank", "ballot"]);

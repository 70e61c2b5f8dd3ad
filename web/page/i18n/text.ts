import { IntlMessageFormat } from "intl-messageformat";
import { createContext, useContext } from "react";
import { en, type TextKey } from "./en.js";
import { ru } from "./ru.js";

export type Lang = "en" | "ru";
export type { TextKey };

const CATALOGUES: Readonly<Record<Lang, Readonly<Record<TextKey, string>>>> = { en, ru };

/** The language of the page. */
export const LangContext = createContext<Lang>("en");

/** A text in the language of the page, with values. */
export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** The texts in a language. */
export function translator(lang: Lang): Translate {
  return (key, values) => {
    const text = CATALOGUES[lang][key];
    return values ? String(new IntlMessageFormat(text, lang).format({ ...values })) : text;
  };
}

export function useText(): Translate {
  return translator(useContext(LangContext));
}

export function isTextKey(name: string): name is TextKey {
  return Object.hasOwn(en, name);
}

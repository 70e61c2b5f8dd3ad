import { inclineFirstname, inclineLastname, inclineMiddlename } from "lvovich";

const CASES = ["genitive", "dative", "accusative", "instrumental", "prepositional"] as const;
const GENDERS = ["male", "female"] as const;
const RULES = [inclineFirstname, inclineMiddlename, inclineLastname];
const CYRILLIC = /^\p{Script=Cyrillic}+$/u;

/** A word of a person's name in all Russian cases, read as a first name, patronymic or surname of either gender. */
export function caseForms(word: string): readonly string[] {
  if (!CYRILLIC.test(word)) return [];
  const forms = RULES.flatMap((incline) =>
    GENDERS.flatMap((gender) => CASES.map((each) => incline(word, each, gender).toLowerCase())),
  );
  return [...new Set(forms)];
}

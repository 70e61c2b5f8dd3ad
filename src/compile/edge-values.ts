import { edgeModel } from "../model/registry.js";
import type { Variable } from "../statement/environment.js";
import { constants } from "../statement/text.js";

/** The own properties of an edge, as a list of names and texts. A property that is a list becomes one text. */
export function ownValues(types: readonly string[], r: Variable): string {
  const own = types.flatMap((type) => edgeModel(type).ownProperties);
  const names = (lists: boolean) => {
    const chosen = own.filter(({ kind }) => (kind === "list") === lists).map(({ name }) => name);
    return constants(new Set(chosen));
  };
  const plain = `[k IN ${names(false)} WHERE ${r}[k] IS NOT NULL | {name: k, value: toString(${r}[k])}]`;
  return `${plain} + [k IN ${names(true)} WHERE ${r}[k] IS NOT NULL | {name: k, value: ${joinedText(`${r}[k]`)}}]`;
}

/** A list of texts as one text, joined with commas. */
export function joinedText(list: string): string {
  return `reduce(text = '', part IN ${list} | text + CASE text WHEN '' THEN '' ELSE ', ' END + part)`;
}

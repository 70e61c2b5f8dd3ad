import { useDeferredValue, useId, useState } from "react";
import { useAnswer } from "../api.js";
import { useText } from "../i18n/text.js";
import type { Scope } from "../scope.js";
import { SuggestDocument } from "./find.generated.js";

/** A field for the id of a thing, which is found by any of its names while it is typed. */
export function ThingInput({
  name,
  label,
  id,
  scope,
}: {
  readonly name: string;
  readonly label: string;
  /** The id, or several with commas: then the last one is completed. */
  readonly id: string;
  readonly scope: Scope;
}) {
  const t = useText();
  const [list, field] = [useId(), useId()];
  const [text, setText] = useState(id);
  const typed = useDeferredValue(text);
  const [last = "", ...before] = typed.split(",").reverse();
  const asked = last.trim();
  const isName = asked !== "" && !/^[a-z]+:\S+$/.test(asked);
  const { data } = useAnswer(SuggestDocument, isName ? { text: asked, lang: scope.lang } : undefined);
  const found = isName ? (data?.suggest ?? []) : [];
  const first = before.reverse().map((one) => `${one.trim()}, `);
  /** A name that was typed and not chosen stands for the first thing that has it. */
  const complete = (input: HTMLInputElement) => {
    const [best] = found;
    if (!best || typed !== input.value) return;
    input.value = first.join("") + best.node.id;
    setText(input.value);
  };
  return (
    <>
      <label htmlFor={field}>{label}</label>
      <input
        id={field}
        name={name}
        list={list}
        autoComplete="off"
        placeholder={t("searchHint")}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={({ currentTarget }) => complete(currentTarget)}
        onKeyDown={({ key, currentTarget }) => key === "Enter" && complete(currentTarget)}
      />
      <datalist id={list}>
        {found.map(({ node, name: matched }) => (
          <option key={`${node.id} ${matched}`} value={first.join("") + node.id}>
            {[...new Set([asked, matched, node.name])].join(" · ")}
          </option>
        ))}
      </datalist>
    </>
  );
}

import { useDeferredValue, useEffect, useId, useRef, useState } from "react";
import { ask, useAnswer } from "../api.js";
import { useText } from "../i18n/text.js";
import type { Scope } from "../scope.js";
import { FindBestDocument, SuggestDocument } from "./find.generated.js";

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
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(id);
  const typed = useDeferredValue(text);
  const { first, asked } = partsOf(typed);
  const { data, isOld } = useAnswer(
    SuggestDocument,
    isName(asked) ? { text: asked, lang: scope.lang } : undefined,
  );
  const found = isOld ? [] : (data?.suggest ?? []);
  const notThere = t("notThere");
  useEffect(() => {
    const form = input.current?.form;
    if (!form) return;
    /** A name that was typed and not chosen is looked up before the form is submitted. */
    const resolve = (event: SubmitEvent) => {
      const { current } = input;
      if (!current || !isName(partsOf(current.value).asked)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void resolved(current.value).then((whole) => {
        if (whole === undefined) {
          current.setCustomValidity(notThere);
          current.reportValidity();
          return;
        }
        setText(whole);
        current.value = whole;
        form.requestSubmit();
      });
    };
    form.addEventListener("submit", resolve, true);
    return () => form.removeEventListener("submit", resolve, true);
  }, [notThere]);
  return (
    <>
      <label htmlFor={field}>{label}</label>
      <input
        ref={input}
        id={field}
        name={name}
        list={list}
        autoComplete="off"
        placeholder={t("searchHint")}
        value={text}
        onChange={({ currentTarget }) => {
          currentTarget.setCustomValidity("");
          setText(currentTarget.value);
        }}
      />
      <datalist id={list}>
        {found.map(({ node, name: matched }) => (
          <option key={`${node.id} ${matched}`} value={first + node.id}>
            {[...new Set([asked, matched, node.name])].join(" · ")}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** What was typed before the last comma, and the last name or id. */
function partsOf(text: string): { readonly first: string; readonly asked: string } {
  const [last = "", ...before] = text.split(",").reverse();
  return {
    first: before
      .reverse()
      .map((one) => `${one.trim()}, `)
      .join(""),
    asked: last.trim(),
  };
}

function isName(asked: string): boolean {
  return asked !== "" && !/^[a-z]+:\S+$/.test(asked);
}

/** The text with the id of the thing that the last name fits best; undefined if there is none. */
async function resolved(text: string): Promise<string | undefined> {
  const { first, asked } = partsOf(text);
  const { data } = await ask(FindBestDocument, { text: asked });
  const [best] = data?.search?.nodes ?? [];
  return best && first + best.id;
}

import { type FormEvent, type KeyboardEvent, useDeferredValue, useId, useState } from "react";
import { useAnswer } from "../api.js";
import { useCodes } from "../i18n/codes.js";
import { useText } from "../i18n/text.js";
import { hashOf, type Place } from "../place.js";
import type { Scope } from "../scope.js";
import { go } from "../use-place.js";
import { SuggestDocument } from "./find.generated.js";

/** The search box with names that complete what is typed: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export function SearchBox({ place, scope }: { readonly place: Place; readonly scope: Scope }) {
  const t = useText();
  const words = useCodes();
  const list = useId();
  const [text, setText] = useState(place.view === "search" ? (place.params.text ?? "") : "");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const asked = useDeferredValue(text.trim());
  const { data, isOld } = useAnswer(
    SuggestDocument,
    asked && open ? { text: asked, lang: scope.lang } : undefined,
  );
  const found = open && asked ? (data?.suggest ?? []) : [];
  const choose = (id: string) => {
    setOpen(false);
    setText("");
    go(hashOf(place, "sheet", id));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The names of another text may still be shown.
    const chosen = isOld ? undefined : found[at];
    if (chosen) return choose(chosen.node.id);
    setOpen(false);
    if (asked || text.trim()) go(hashOf(place, "search", undefined, { text: text.trim() }));
  };
  const move = (event: KeyboardEvent) => {
    if (event.key === "Escape") setOpen(false);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !found.length) return;
    event.preventDefault();
    setAt((at + step + found.length) % found.length);
  };
  return (
    <search>
      <form onSubmit={submit} className="search">
        <input
          type="search"
          role="combobox"
          aria-label={t("search")}
          aria-expanded={found.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={found[at] ? `${list}-${at}` : undefined}
          placeholder={t("searchHint")}
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            setOpen(true);
            setAt(-1);
          }}
          onKeyDown={move}
          onBlur={() => setOpen(false)}
        />
        <button type="submit">{t("search")}</button>
        <div id={list} role="listbox" className="suggestions" aria-label={t("search")} hidden={!found.length}>
          {found.map(({ node, name }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the input, as the pattern says.
            <div
              key={`${node.id} ${name}`}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              // The click must come before the list is hidden.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(node.id)}
            >
              {name}
              {name !== node.name && <small> {node.name}</small>}
              <small> {words(node.__typename)}</small>
            </div>
          ))}
        </div>
      </form>
    </search>
  );
}

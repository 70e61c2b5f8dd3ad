import { type FormEvent, useEffect, useId, useRef } from "react";
import { SearchBox } from "./find/box.js";
import { formValues } from "./form.js";
import { type TextKey, useText } from "./i18n/text.js";
import { hashOf, type Place, withParams } from "./place.js";
import type { Scope } from "./scope.js";
import { go } from "./use-place.js";

const LINKS: readonly TextKey[] = [
  "front",
  "chart",
  "map",
  "network",
  "timeline",
  "compare",
  "conflicts",
  "build",
  "data",
];

/** The head of the page: search, views, the day and the sources that hold everywhere, and the language. */
export function Header({ place, scope }: { readonly place: Place; readonly scope: Scope }) {
  const t = useText();
  const other = scope.lang === "ru" ? "en" : "ru";
  return (
    <header>
      <div className="bar">
        <a className="brand" href={hashOf(place, "front")}>
          {t("title")}
        </a>
        <SearchBox place={place} scope={scope} />
        <a className="language" href={withParams(place, { lang: other })} hrefLang={other} lang={other}>
          {t("language")}
        </a>
      </div>
      <nav aria-label={t("title")}>
        {LINKS.map((view) => (
          <a key={view} href={hashOf(place, view)} aria-current={place.view === view ? "page" : undefined}>
            {t(view)}
          </a>
        ))}
        <a href="graphiql/">{t("graphiql")}</a>
      </nav>
      <ScopeForm place={place} scope={scope} />
    </header>
  );
}

function ScopeForm({ place, scope }: { readonly place: Place; readonly scope: Scope }) {
  const t = useText();
  const [day, sources] = [useId(), useId()];
  const form = useRef<HTMLFormElement>(null);
  const isTyping = useRef(false);
  const { asOf } = scope;
  const ids = scope.sources?.join(", ") ?? "";
  useEffect(() => {
    // The fields show what holds, also after a step back; the focus stays where it is.
    const fields = form.current?.elements;
    for (const [name, value] of Object.entries({ asOf: asOf ?? "", sources: ids })) {
      const field = fields?.namedItem(name);
      if (field instanceof HTMLInputElement && field.value !== value) field.value = value;
    }
  }, [asOf, ids]);
  const apply = (event: FormEvent<HTMLFormElement>) => {
    const { asOf: onDay, sources: from } = formValues(event);
    go(withParams(place, { asOf: onDay, sources: from }));
  };
  return (
    <form className="scope" onSubmit={apply} ref={form}>
      <label htmlFor={day}>{t("day")}</label>
      <input
        id={day}
        name="asOf"
        type="date"
        min="1000-01-01"
        max="2100-12-31"
        defaultValue={asOf ?? ""}
        title={t("dayHint")}
        onKeyDown={() => {
          isTyping.current = true;
        }}
        onChange={({ currentTarget }) => {
          // A picked day applies at once; a typed one when the field is left, because each key may give another valid day.
          if (!isTyping.current) currentTarget.form?.requestSubmit();
        }}
        onBlur={({ currentTarget }) => {
          isTyping.current = false;
          if (currentTarget.value !== (asOf ?? "")) currentTarget.form?.requestSubmit();
        }}
      />
      <label htmlFor={sources}>{t("sources")}</label>
      <input id={sources} name="sources" defaultValue={ids} placeholder={t("sourcesHint")} />
      <button type="submit">{t("apply")}</button>
    </form>
  );
}

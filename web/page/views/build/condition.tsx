import { type FormEvent, useId, useState } from "react";
import { useAnswer } from "../../api.js";
import { ThingInput } from "../../find/thing-input.js";
import { formValues } from "../../form.js";
import { useCodes } from "../../i18n/codes.js";
import { type TextKey, useText } from "../../i18n/text.js";
import type { Scope } from "../../scope.js";
import { ValuesDocument } from "./build.generated.js";
import { type Condition, filterKind, OPERATORS, WITHOUT_VALUE } from "./question.js";

/** A form that adds a condition; the values of a code come from the schema, things are found by name. */
export function ConditionForm({
  filters,
  nameOf,
  scope,
  onAdd,
}: {
  readonly filters: ReadonlyMap<string, string>;
  nameOf(field: string): string;
  readonly scope: Scope;
  onAdd(condition: Condition): void;
}) {
  const t = useText();
  const words = useCodes();
  const valueId = useId();
  const [field, setField] = useState("");
  const chosen = filters.has(field) ? field : ([...filters.keys()][0] ?? "");
  const filter = filters.get(chosen) ?? "";
  const kind = filterKind(filter) ?? "text";
  const [how, setHow] = useState("");
  const operator = OPERATORS[kind].includes(how) ? how : (OPERATORS[kind][0] ?? "");
  const { data } = useAnswer(ValuesDocument, kind === "code" ? { filter } : undefined);
  const codes = data?.filter?.inputFields?.find(({ name }) => name === "eq")?.type.enumValues ?? [];
  const add = (event: FormEvent<HTMLFormElement>) => {
    const value = (formValues(event).value ?? "").trim();
    if (value === "" && !WITHOUT_VALUE.has(operator)) return;
    onAdd({ field: chosen, how: operator, value });
  };
  return (
    <form className="controls" onSubmit={add}>
      <label>
        {t("property")}{" "}
        <select value={chosen} onChange={({ currentTarget }) => setField(currentTarget.value)}>
          {[...filters.keys()].map((name) => (
            <option key={name} value={name}>
              {nameOf(name)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("comparison")}{" "}
        <select value={operator} onChange={({ currentTarget }) => setHow(currentTarget.value)}>
          {OPERATORS[kind].map((one) => (
            <option key={one} value={one}>
              {t(`op_${one}` as TextKey)}
            </option>
          ))}
        </select>
      </label>
      {!WITHOUT_VALUE.has(operator) &&
        (kind === "relation" ? (
          <ThingInput name="value" label={t("thing")} id="" scope={scope} />
        ) : (
          <>
            <label htmlFor={valueId}>{t("value")}</label>
            {kind === "code" || kind === "flag" ? (
              <select id={valueId} name="value" key={chosen}>
                {(kind === "flag" ? ["true", "false"] : codes.map(({ name }) => name)).map((code) => (
                  <option key={code} value={code}>
                    {kind === "flag" ? t(code === "true" ? "yes" : "no") : words(code)}
                  </option>
                ))}
              </select>
            ) : (
              <input
                id={valueId}
                name="value"
                key={chosen}
                placeholder={kind === "date" ? "1987-12-08, 1990, 1990/1995" : ""}
              />
            )}
          </>
        ))}
      <button type="submit">{t("add")}</button>
    </form>
  );
}

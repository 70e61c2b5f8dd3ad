import { useMemo } from "react";
import { useAnswer } from "../../api.js";
import { Choice } from "../../choice.js";
import { useCodes } from "../../i18n/codes.js";
import { isTextKey, type TextKey, useText } from "../../i18n/text.js";
import { hashOf } from "../../place.js";
import { useTitle } from "../../title.js";
import { go } from "../../use-place.js";
import type { ViewProps } from "../../view-props.js";
import { FieldsDocument, type FieldsQuery, ThingNameDocument } from "./build.generated.js";
import { ConditionForm } from "./condition.js";
import { groupingOf } from "./grouping.js";
import { GroupingForm } from "./grouping-form.js";
import { Groups } from "./groups.js";
import {
  ALWAYS_SHOWN,
  filterKind,
  isListed,
  LISTS,
  type Question,
  questionOf,
  questionText,
} from "./question.js";
import { Rows } from "./rows.js";

const DEFAULT_TYPE = "Treaty";

/** A question that is put together: a type, conditions and columns; the query grows beside it. */
export default function Build({ place, scope }: ViewProps) {
  const t = useText();
  const words = useCodes();
  const type = isListed(place.id) ? place.id : DEFAULT_TYPE;
  const question: Question = questionOf(type, place.params);
  const { data: schema } = useAnswer(FieldsDocument, { type, where: `${type}Where` });
  const { filters, properties, relations } = useMemo(() => fieldsOf(schema), [schema]);
  const offer = { filters, relations };
  const grouping = groupingOf(place.params, offer);
  useTitle(t("build"));
  const show = (next: Partial<Question>) =>
    go(
      hashOf(place, "build", next.type ?? type, {
        ...(next.type ? {} : grouping),
        ...questionText({ ...question, ...next }),
      }),
    );
  const nameOf = (field: string) => {
    // A date may have the name of a relation of another type.
    const asDate = `${field}On`;
    if (!relations.has(field) && isTextKey(asDate)) return t(asDate);
    return isTextKey(field) ? t(field) : field;
  };
  return (
    <>
      <h1>{t("build")}</h1>
      <div className="controls">
        <Choice
          label={t("kindOf")}
          options={Object.keys(LISTS)
            .filter(isListed)
            .map((one) => [one, words(one)] as const)}
          value={type}
          onChoose={(next) => show({ type: next, conditions: [], columns: [] })}
        />
      </div>
      <h2>{t("conditions")}</h2>
      <ul className="conditions">
        {question.conditions.map(({ field, how, value }, at) => (
          <li key={`${field} ${how} ${value}`}>
            {nameOf(field)} <strong>{t(`op_${how}` as TextKey)}</strong>{" "}
            {relations.has(field) ? <ThingName id={value} scope={scope} /> : words(value)}{" "}
            <button
              type="button"
              aria-label={`${t("remove")}: ${nameOf(field)}`}
              onClick={() => show({ conditions: question.conditions.filter((_, index) => index !== at) })}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <ConditionForm
        key={type}
        filters={filters}
        nameOf={nameOf}
        scope={scope}
        onAdd={(condition) => show({ conditions: [...question.conditions, condition] })}
      />
      <label>
        <input
          type="checkbox"
          checked={question.isCertain}
          onChange={({ currentTarget }) => show({ isCertain: currentTarget.checked })}
        />{" "}
        {t("onlyCertain")}
      </label>
      <GroupingForm
        {...{ offer, grouping, nameOf }}
        onChange={(next) => go(hashOf(place, "build", type, { ...questionText(question), ...next }))}
      />
      {schema && grouping && (
        <Groups
          key={`${grouping.by} ${grouping.period} ${grouping.split}`}
          question={{ ...question, type }}
          {...{ grouping, offer, place, scope, nameOf }}
        />
      )}
      {schema && !grouping && (
        <Rows
          question={{ ...question, type }}
          {...{ offer, properties, place, scope, nameOf }}
          onColumns={(columns) => show({ columns })}
        />
      )}
    </>
  );
}

/** The name of a thing, once it is known; its id until then. */
function ThingName({ id, scope }: { readonly id: string; readonly scope: ViewProps["scope"] }) {
  const { data } = useAnswer(ThingNameDocument, id ? { id, lang: scope.lang } : undefined);
  return <>{data?.node?.name ?? id}</>;
}

/** What a type offers: the filter of each field, its properties, and its relations. */
function fieldsOf(schema: FieldsQuery | undefined) {
  const filters = new Map(
    (schema?.where?.inputFields ?? []).flatMap(({ name, type }) =>
      filterKind(type.name) && !NOT_OFFERED.has(name) ? [[name, type.name ?? ""] as const] : [],
    ),
  );
  const names = [...filters.keys()];
  const isRelation = (name: string) => filterKind(filters.get(name)) === "relation";
  return {
    filters,
    properties: names.filter((name) => !isRelation(name) && !ALWAYS_SHOWN.has(name)),
    relations: new Set(names.filter(isRelation)),
  };
}

/** Fields about the record and not about its subject. */
const NOT_OFFERED: ReadonlySet<string> = new Set(["names", "reportedBy", "coveredBy"]);

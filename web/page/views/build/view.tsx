import { useMemo } from "react";
import { type Operation, useAnswer } from "../../api.js";
import { useCodes } from "../../i18n/codes.js";
import { isTextKey, type TextKey, useText } from "../../i18n/text.js";
import { ViewLinks } from "../../links.js";
import { NodeLink, Waiting } from "../../parts.js";
import { hashOf } from "../../place.js";
import { type Column, Table } from "../../table.js";
import { useTitle } from "../../title.js";
import { go } from "../../use-place.js";
import type { ViewProps } from "../../view-props.js";
import { FieldsDocument, type FieldsQuery, ThingNameDocument } from "./build.generated.js";
import { ConditionForm } from "./condition.js";
import {
  ALWAYS_SHOWN,
  filterKind,
  isListed,
  LISTS,
  type ListedType,
  type Question,
  queryOf,
  questionOf,
  questionText,
} from "./question.js";

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string };
type List = { readonly totalCount: number; readonly nodes: readonly Row[] };

const DEFAULT_TYPE = "Treaty";

/** A question that is put together: a type, conditions and columns; the query grows beside it. */
export default function Build({ place, scope }: ViewProps) {
  const t = useText();
  const words = useCodes();
  const type = isListed(place.id) ? place.id : DEFAULT_TYPE;
  const question: Question = questionOf(type, place.params.where, place.params.columns);
  const { data: schema } = useAnswer(FieldsDocument, { type, where: `${type}Where` });
  const { filters, properties, relations } = useMemo(() => fieldsOf(schema), [schema]);
  const query = queryOf({ ...question, type }, { filters, relations }, scope);
  // The text of the operation is also its identity, so that the same query is asked once.
  const operation = useMemo(
    (): Operation<Readonly<Record<string, List>>, object> => new String(query),
    [query],
  );
  const answer = useAnswer(schema ? operation : undefined, {});
  const list = answer.data?.[LISTS[type]];
  useTitle(t("build"));
  const show = (next: Partial<Question>) =>
    go(hashOf(place, "build", next.type ?? type, questionText({ ...question, ...next })));
  const nameOf = (field: string) => (isTextKey(field) ? t(field) : field);
  const columns: readonly Column<Row>[] = [
    { head: t("name"), cell: (row) => <NodeLink node={row} place={place} />, key: ({ name }) => name },
    ...question.columns.map(
      (field): Column<Row> => ({
        head: nameOf(field),
        cell: (row) => words(cellText(row[field])),
        key: (row) => cellText(row[field]).padStart(8, " "),
      }),
    ),
  ];
  return (
    <>
      <h1>{t("build")}</h1>
      <div className="controls">
        <label>
          {t("kindOf")}{" "}
          <select
            value={type}
            onChange={({ currentTarget }) =>
              show({ type: currentTarget.value as ListedType, conditions: [], columns: [] })
            }
          >
            {Object.keys(LISTS).map((one) => (
              <option key={one} value={one}>
                {words(one)}
              </option>
            ))}
          </select>
        </label>
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
      <h2>{t("columns")}</h2>
      <div className="controls">
        {[...properties, ...relations].map((field) => (
          <label key={field}>
            <input
              type="checkbox"
              checked={question.columns.includes(field)}
              onChange={({ currentTarget }) =>
                show({
                  columns: currentTarget.checked
                    ? [...question.columns, field]
                    : question.columns.filter((one) => one !== field),
                })
              }
            />{" "}
            {nameOf(field)}
            {relations.has(field) && ` (${t("count").toLocaleLowerCase(scope.lang)})`}
          </label>
        ))}
      </div>
      <details open>
        <summary>GraphQL</summary>
        <pre className="query">{query}</pre>
      </details>
      <Waiting answer={answer} />
      {list && (
        <>
          <p>{t("results", { total: list.totalCount })}</p>
          {list.nodes.length < list.totalCount && (
            <p className="note">{t("firstOf", { shown: list.nodes.length, total: list.totalCount })}</p>
          )}
          {list.nodes.length > 0 && (
            <Table caption={words(type)} rows={list.nodes} columns={columns} idOf={({ id }) => id} />
          )}
          <ViewLinks exported={{ query, variables: {} }} revision={answer.remarks?.dataRevision} />
        </>
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

function cellText(value: unknown): string {
  if (typeof value === "object" && value !== null && "totalCount" in value) return String(value.totalCount);
  if (Array.isArray(value)) return value.map(String).join(", ");
  return value === null || value === undefined ? "" : String(value);
}

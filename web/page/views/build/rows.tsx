import { useMemo } from "react";
import { type Operation, useAnswer } from "../../api.js";
import { useCodes } from "../../i18n/codes.js";
import { useText } from "../../i18n/text.js";
import { ViewLinks } from "../../links.js";
import { NodeLink, Waiting } from "../../parts.js";
import { type Column, Table } from "../../table.js";
import type { ViewProps } from "../../view-props.js";
import { type Asked, LISTS, type Offer, queryOf } from "./question.js";

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string };
type List = { readonly totalCount: number; readonly nodes: readonly Row[] };

/** The rows that answer a question, with the columns that are chosen. */
export function Rows({
  question,
  offer,
  properties,
  place,
  scope,
  nameOf,
  onColumns,
}: ViewProps & {
  readonly question: Asked;
  readonly offer: Offer;
  readonly properties: readonly string[];
  nameOf(field: string): string;
  onColumns(columns: readonly string[]): void;
}) {
  const t = useText();
  const words = useCodes();
  const query = queryOf(question, offer, scope);
  // The text of the operation is also its identity, so that the same query is asked once.
  const operation = useMemo(
    (): Operation<Readonly<Record<string, List>>, object> => new String(query),
    [query],
  );
  const answer = useAnswer(operation, {});
  const list = answer.data?.[LISTS[question.type]];
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
  const toggled = (field: string) =>
    question.columns.includes(field)
      ? question.columns.filter((one) => one !== field)
      : [...question.columns, field];
  return (
    <>
      <h2>{t("columns")}</h2>
      <div className="controls">
        {[...properties, ...offer.relations].map((field) => (
          <label key={field}>
            <input
              type="checkbox"
              checked={question.columns.includes(field)}
              onChange={() => onColumns(toggled(field))}
            />{" "}
            {nameOf(field)}
            {offer.relations.has(field) && ` (${t("count").toLocaleLowerCase(scope.lang)})`}
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
            <p className="note">
              {t("firstOf", { shown: list.nodes.length, total: list.totalCount })} {t("onlyShownSorted")}
            </p>
          )}
          {list.nodes.length > 0 && (
            <Table caption={words(question.type)} rows={list.nodes} columns={columns} idOf={({ id }) => id} />
          )}
          <ViewLinks exported={{ query, variables: {} }} revision={answer.remarks?.dataRevision} />
        </>
      )}
    </>
  );
}

function cellText(value: unknown): string {
  if (typeof value === "object" && value !== null && "totalCount" in value) return String(value.totalCount);
  if (Array.isArray(value)) return value.map(String).join(", ");
  return value === null || value === undefined ? "" : String(value);
}

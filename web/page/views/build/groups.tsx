import { useMemo } from "react";
import { type Operation, useAnswer } from "../../api.js";
import { drawAreas, drawColumns, drawLines, drawPanels, drawRows } from "../../draw/counts.js";
import type { Mark } from "../../draw/mark.js";
import { PlotFigure } from "../../draw/plot.js";
import { useCodes } from "../../i18n/codes.js";
import { useText } from "../../i18n/text.js";
import { ViewLinks } from "../../links.js";
import { Waiting } from "../../parts.js";
import { hashOf } from "../../place.js";
import { type Column, Table } from "../../table.js";
import { go } from "../../use-place.js";
import type { ViewProps } from "../../view-props.js";
import {
  type Count,
  conditionsOf,
  conditionsOfOthers,
  countsOf,
  type Grouping,
  groupsQueryOf,
  MAX_GROUPS,
} from "./grouping.js";
import { largestParts, marksByValue, marksOverTime, type Part } from "./marks.js";
import { type Asked, type Condition, filterKind, LISTS, type Offer, questionText } from "./question.js";

type Answer = Readonly<
  Record<
    string,
    {
      readonly aggregate: { readonly groups: readonly { keys: readonly (string | null)[]; count: number }[] };
    }
  >
>;

const DRAWN = { bars: drawColumns, lines: drawLines, areas: drawAreas, panels: drawPanels } as const;

/** The rows of a question counted in groups: a drawing, a table, and the rows behind each count at a click. */
export function Groups({
  question,
  grouping,
  offer,
  place,
  scope,
  nameOf,
}: ViewProps & {
  readonly question: Asked;
  readonly grouping: Grouping;
  readonly offer: Offer;
  nameOf(field: string): string;
}) {
  const t = useText();
  const words = useCodes();
  const query = groupsQueryOf(question, grouping, offer, scope);
  // The text of the operation is also its identity, so that the same query is asked once.
  const operation = useMemo((): Operation<Answer, object> => new String(query), [query]);
  const answer = useAnswer(operation, {});
  const groups = answer.data?.[LISTS[question.type]]?.aggregate.groups;
  const counts = useMemo(() => countsOf(groups ?? [], grouping, offer), [groups, grouping, offer]);
  const kind = filterKind(offer.filters.get(grouping.by));
  const isDate = kind === "date";
  const textOf = (value: string | null) => {
    if (value === null) return t("noValue");
    return value === "true" ? t("yes") : value === "false" ? t("no") : words(value);
  };
  const drawn = largestParts(counts);
  const partName = (part: Part) => {
    if (part === undefined) return t("count");
    return drawn.has(part) ? textOf(part) : t("others");
  };
  const marks = isDate
    ? marksOverTime(counts, grouping.period, drawn, partName)
    : marksByValue(counts, kind === "number", textOf, partName);
  const without = counts.filter(({ key }) => key === null).reduce((sum, { count }) => sum + count, 0);
  const placeOf = (conditions: readonly Condition[]) =>
    hashOf(
      place,
      "build",
      question.type,
      questionText({
        ...question,
        conditions: [...question.conditions, ...conditions],
        isCertain: question.isCertain || isDate,
      }),
    );
  const [drawnValues, allValues] = [
    new Set(marks.map(({ x }) => x)).size,
    isDate ? 0 : new Set(counts.map(({ key }) => key)).size,
  ];
  const rowsOf = (count: Count) => placeOf(conditionsOf(count, grouping, offer));
  const pick = (datum: unknown) => {
    const { x, part } = datum as Mark;
    const found = counts.find(
      (one) => (isDate ? one.key : textOf(one.label)) === x && partName(one.part) === part,
    );
    if (!found) return;
    go(drawn.has(found.part) ? rowsOf(found) : placeOf(conditionsOfOthers(found, grouping, offer, drawn)));
  };
  const columns: readonly Column<Count>[] = [
    {
      head: nameOf(grouping.by),
      cell: (one) =>
        isDate && one.key === null ? t("noPeriod") : <a href={rowsOf(one)}>{textOf(one.label)}</a>,
      key: ({ label }) => label ?? "",
    },
    ...(grouping.split
      ? [
          {
            head: nameOf(grouping.split),
            cell: ({ part }: Count) => textOf(part ?? null),
            key: ({ part }: Count) => part ?? "",
          },
        ]
      : []),
    { head: t("count"), cell: ({ count }) => count, key: ({ count }) => String(count).padStart(9, "0") },
  ];
  return (
    <>
      <details>
        <summary>GraphQL</summary>
        <pre className="query">{query}</pre>
      </details>
      <Waiting answer={answer} />
      {groups?.length === 0 && <p>{t("nothing")}</p>}
      {marks.length > 0 && (
        <PlotFigure
          label={`${words(question.type)}, ${nameOf(grouping.by)}`}
          data={marks}
          draw={isDate ? DRAWN[grouping.form] : drawRows}
          onPick={pick}
        />
      )}
      {counts.length > 0 && (
        <>
          <p className="note">
            {t("clickCount")} {isDate && without > 0 && t("withoutPeriod", { count: without })}{" "}
            {drawnValues < allValues && t("drawnOf", { shown: drawnValues, total: allValues })}{" "}
            {counts.length === MAX_GROUPS && t("firstGroups", { shown: MAX_GROUPS })}
          </p>
          <Table
            caption={t("count")}
            rows={counts}
            columns={columns}
            idOf={({ key, part }) => `${key} ${part}`}
          />
          <ViewLinks
            exported={{ query, variables: {}, isSeries: true }}
            revision={answer.remarks?.dataRevision}
          />
        </>
      )}
    </>
  );
}

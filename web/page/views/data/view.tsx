import { useAnswer } from "../../api.js";
import { useCodes } from "../../i18n/codes.js";
import { useText } from "../../i18n/text.js";
import { ViewLinks } from "../../links.js";
import { NodeLink, Waiting } from "../../parts.js";
import { hashOf } from "../../place.js";
import { type Column, Table } from "../../table.js";
import { useTitle } from "../../title.js";
import type { ViewProps } from "../../view-props.js";
import { DataDocument, type DataQuery, SourceCountsDocument } from "./data.generated.js";

type Source = NonNullable<DataQuery["sources"]>["nodes"][number];

const EXPORTED =
  "{ sources { nodes { id name title kind publisher version licence publishedAt url asserted { totalCount } covers { totalCount } } } }";

/** All sources with version, licence, how much they say and how much of it is complete; all data as a file. */
export default function Data({ place, scope }: ViewProps) {
  const t = useText();
  const words = useCodes();
  const answer = useAnswer(DataDocument, { lang: scope.lang });
  const sources = answer.data?.sources;
  // Counting the claims of a large data set takes longer than listing the sources.
  const counted = useAnswer(SourceCountsDocument, {}).data?.sources?.nodes;
  const counts = new Map(counted?.map((source) => [source.id, source]));
  useTitle(t("data"));
  const columns: readonly Column<Source>[] = [
    { head: t("name"), cell: (source) => <NodeLink node={source} place={place} />, key: ({ name }) => name },
    { head: t("kind"), cell: ({ sourceKind }) => words(sourceKind), key: ({ sourceKind }) => sourceKind },
    { head: t("publisher"), cell: ({ publisher }) => publisher, key: ({ publisher }) => publisher ?? "" },
    { head: t("version"), cell: ({ version }) => version, key: ({ version }) => version ?? "" },
    {
      head: t("publishedAt"),
      cell: ({ publishedAt }) => publishedAt,
      key: ({ publishedAt }) => publishedAt ?? "",
    },
    { head: t("licence"), cell: ({ licence }) => licence, key: ({ licence }) => licence ?? "" },
    numbers(t("claims"), ({ id }) => counts.get(id)?.asserted.totalCount),
    numbers(t("completeLists"), ({ id }) => counts.get(id)?.covers.totalCount),
  ];
  return (
    <>
      <h1>{t("data")}</h1>
      <p className="lead">{t("dataNote")}</p>
      <p className="views">
        <a href="vocabulary">{t("ontology")}</a>
        <a href="export/graph">{t("exportGraph")}</a>
        <a href={hashOf(place, "conflicts")}>{t("conflicts")}</a>
        <a href={hashOf(place, "review")}>{t("review")}</a>
      </p>
      <Waiting answer={answer} />
      {sources && (
        <>
          <Table caption={t("sources")} rows={sources.nodes} columns={columns} idOf={({ id }) => id} />
          <p className="note">{t("completeListsNote")}</p>
          <ViewLinks exported={{ query: EXPORTED, variables: {} }} revision={answer.remarks?.dataRevision} />
        </>
      )}
    </>
  );
}

/** A column of numbers, which are awaited. */
function numbers(head: string, numberOf: (source: Source) => number | undefined): Column<Source> {
  return {
    head,
    cell: (source) => numberOf(source) ?? "…",
    key: (source) => String(numberOf(source) ?? 0).padStart(9, "0"),
  };
}

import { useAnswer } from "../../api.js";
import { useCodes } from "../../i18n/codes.js";
import { useText } from "../../i18n/text.js";
import { ViewLinks } from "../../links.js";
import { NodeLink, Waiting } from "../../parts.js";
import { hashOf } from "../../place.js";
import { type Column, Table } from "../../table.js";
import { useTitle } from "../../title.js";
import type { ViewProps } from "../../view-props.js";
import { DataDocument, type DataQuery } from "./data.generated.js";

type Source = NonNullable<DataQuery["sources"]>["nodes"][number];

const EXPORTED = "{ sources { nodes { id name title kind publisher version licence publishedAt url } } }";

/** All sources with version and licence, the vocabulary, and all data as a file. */
export default function Data({ place, scope }: ViewProps) {
  const t = useText();
  const words = useCodes();
  const answer = useAnswer(DataDocument, { lang: scope.lang });
  const sources = answer.data?.sources;
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
          <ViewLinks exported={{ query: EXPORTED, variables: {} }} revision={answer.remarks?.dataRevision} />
        </>
      )}
    </>
  );
}

import { useCodes } from "../../i18n/codes.js";
import { isTextKey, type TextKey, useText } from "../../i18n/text.js";
import { CoverageNote, NodeLink, SourceCell } from "../../parts.js";
import type { Place } from "../../place.js";
import type { Scope } from "../../scope.js";
import { type Column, Table } from "../../table.js";
import type { Relation, RelationEdge } from "./relations.js";

const HEADS: Readonly<Record<string, TextKey>> = {
  validFrom: "from",
  validTo: "to",
  title: "officeTitle",
  titleText: "officeTitle",
  holds: "holds",
};

/** One relation of a thing as a table; an empty one says what is known. */
export function RelationTable({
  relation,
  place,
  scope,
}: {
  readonly relation: Relation;
  readonly place: Place;
  readonly scope: Scope;
}) {
  const t = useText();
  const words = useCodes();
  const { name, edges, total, certain, completeness } = relation;
  const textOf = (key: string, value: string): string => {
    if (key === "holds") return value === "CERTAIN" ? t("yes") : t("possible");
    return key === "validTo" && value === ".." ? "…" : words(value);
  };
  const caption = isTextKey(name) ? t(name) : name;
  const keys = [...new Set(edges.flatMap(({ values }) => Object.keys(values)))].filter(
    // The words of the source say more than the code.
    (key, _, all) => !(key === "title" && all.includes("titleText")),
  );
  const columns: readonly Column<RelationEdge>[] = [
    {
      head: t("name"),
      cell: ({ node }) => <NodeLink node={node} place={place} />,
      key: ({ node }) => node.name,
    },
    ...keys.map((key): Column<RelationEdge> => {
      const known = HEADS[key] ?? key;
      return {
        head: isTextKey(known) ? t(known) : key,
        cell: ({ values }) => textOf(key, values[key] ?? ""),
        key: ({ values }) => values[key] ?? "",
      };
    }),
    {
      head: t("source"),
      cell: ({ source, quote }) => <SourceCell source={source} quote={quote} place={place} />,
      key: ({ source }) => source.name,
    },
  ];
  return (
    <section className="relation">
      <h2>
        {caption} {total > 0 && <small>({total})</small>}
      </h2>
      <CoverageNote
        completeness={completeness}
        total={total}
        shown={edges.length}
        certain={scope.asOf === null ? undefined : certain}
      />
      {edges.length > 0 && <Table caption={caption} rows={edges} columns={columns} idOf={({ id }) => id} />}
    </section>
  );
}

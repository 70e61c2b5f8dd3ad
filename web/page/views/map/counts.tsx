import type { Feature, FeatureCollection } from "geojson";
import { useAnswer } from "../../api.js";
import { type Plot, PlotFigure } from "../../draw/plot.js";
import { useText } from "../../i18n/text.js";
import { ViewLinks } from "../../links.js";
import { NodeLink, type NodeRef, Waiting } from "../../parts.js";
import { hashOf } from "../../place.js";
import { dayOf } from "../../scope.js";
import { type Column, Table } from "../../table.js";
import { useTitle } from "../../title.js";
import { go } from "../../use-place.js";
import type { ViewProps } from "../../view-props.js";
import { MapOfMembershipsDocument, MapOfTreatiesDocument } from "./map.generated.js";
import { byCode, drawWorld, placesOn, useWorld } from "./world.js";

/** The relations of a state that are counted. */
export const COUNTED = ["partyTo", "memberOf"] as const;
export type Counted = (typeof COUNTED)[number];

export function isCounted(text: string | undefined): text is Counted {
  return COUNTED.some((one) => one === text);
}

/** A state with a number; `certain` is the part of it that holds for certain on the day. */
interface Row {
  readonly node: NodeRef & { readonly codes?: unknown };
  readonly count: number;
  readonly certain: number;
}

/** The number as text: from what is certain to what is possible. */
function rangeOf({ count, certain }: Row): string {
  return count === certain ? String(count) : `${certain}–${count}`;
}

/** A number for each state on a day, as colours and as a table. */
export function CountsMap({ relation, place, scope }: ViewProps & { readonly relation: Counted }) {
  const t = useText();
  const asOf = dayOf(scope);
  const variables = { ...scope, asOf };
  const treaties = useAnswer(MapOfTreatiesDocument, relation === "partyTo" ? variables : undefined);
  const memberships = useAnswer(MapOfMembershipsDocument, relation === "memberOf" ? variables : undefined);
  const answer = { partyTo: treaties, memberOf: memberships }[relation];
  const world = useWorld();
  const states = answer.data?.states;
  const all = (states?.nodes ?? []).map(({ list, ...node }): Row => {
    return { node, count: list.totalCount, certain: list.certainCount };
  });
  const rows = all.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
  useTitle(`${t("map")} · ${t(relation)}`);
  const pick = (datum: unknown) => {
    const row = byCode(rows).get(String((datum as Feature).id));
    if (row) go(hashOf(place, "sheet", row.node.id));
  };
  const isOnMap = placesOn(world);
  const columns: readonly Column<Row>[] = [
    { head: t("name"), cell: ({ node }) => <NodeLink {...{ node, place }} />, key: ({ node }) => node.name },
    {
      head: t("count"),
      cell: rangeOf,
      key: ({ count }) => String(count).padStart(6, "0"),
    },
    {
      head: t("onMap"),
      cell: ({ node }) => (isOnMap(node) ? t("yes") : t("no")),
      key: ({ node }) => (isOnMap(node) ? "1" : "0"),
    },
  ];
  return (
    <>
      <Waiting answer={answer} />
      {states && world && (
        <>
          <h2>
            {t(relation)} <small>{asOf}</small>
          </h2>
          <PlotFigure
            label={`${t(relation)}, ${asOf}`}
            data={{ world, rows }}
            draw={drawCounts}
            onPick={pick}
          />
          <p className="note">
            {t("countsNote")} {t("mapNote")}
          </p>
          {rows.length === 0 && <p>{t("notRecorded")}</p>}
          {rows.length > 0 && (
            <Table caption={t(relation)} rows={rows} columns={columns} idOf={({ node }) => node.id} />
          )}
          <ViewLinks
            exported={{
              query: `query ($asOf: Date, $sources: [ID!]) { states { nodes { id name ${LISTS[relation]} { totalCount certainCount } } } }`,
              variables: { asOf, sources: scope.sources },
              isSeries: true,
            }}
            revision={answer.remarks?.dataRevision}
          />
        </>
      )}
    </>
  );
}

/** The list of each relation, as the operations have it. */
const LISTS: Readonly<Record<Counted, string>> = {
  partyTo: "partyTo(asOf: $asOf, sources: $sources)",
  memberOf: "memberOf(asOf: $asOf, sources: $sources, where: { role: { eq: MEMBER } })",
};

interface Coloured {
  readonly world: FeatureCollection;
  readonly rows: readonly Row[];
}

function drawCounts(plot: Plot, width: number, { world, rows }: Coloured) {
  const drawn = drawWorld(plot, width, world, byCode(rows), {
    fill: ({ count }) => count,
    title: (row) => `${row.node.name}: ${rangeOf(row)}`,
  });
  return { ...drawn, color: { scheme: "blues" as const, legend: true, zero: true } };
}

import type { Feature, FeatureCollection } from "geojson";
import { useAnswer } from "../../api.js";
import { type Plot, PlotFigure } from "../../draw/plot.js";
import { exportOf } from "../../export-of.js";
import { useText } from "../../i18n/text.js";
import { ViewLinks } from "../../links.js";
import { CoverageNote, NodeLink, Waiting } from "../../parts.js";
import { hashOf } from "../../place.js";
import { dayOf } from "../../scope.js";
import { useTitle } from "../../title.js";
import { go } from "../../use-place.js";
import type { ViewProps } from "../../view-props.js";
import { MapOfTreatyDocument, type MapOfTreatyQuery } from "./map.generated.js";
import { byCode, drawWorld, placesOn, useWorld } from "./world.js";

type PartyEdge = NonNullable<MapOfTreatyQuery["treaty"]>["parties"]["edges"][number];

/** The parties to a treaty on a day, and below them those that have no place on the map. */
export function PartiesMap({ id, place, scope }: ViewProps & { readonly id: string }) {
  const t = useText();
  const asOf = dayOf(scope);
  const answer = useAnswer(MapOfTreatyDocument, { id, ...scope, asOf });
  const world = useWorld();
  const treaty = answer.data?.treaty;
  const edges = treaty?.parties.edges ?? [];
  const isOnMap = placesOn(world);
  const elsewhere = edges.filter(({ node }) => !isOnMap(node));
  useTitle(treaty && `${t("map")} · ${treaty.name}`);
  const pick = (datum: unknown) => {
    const edge = byCode(edges).get(String((datum as Feature).id));
    if (edge) go(hashOf(place, "sheet", edge.node.id));
  };
  return (
    <>
      <Waiting answer={answer} />
      {answer.data && !treaty && <p role="alert">{t("notThere")}</p>}
      {treaty && world && (
        <>
          <h2>
            <NodeLink node={treaty} place={place} />{" "}
            <small>
              {asOf} ({treaty.parties.totalCount})
            </small>
          </h2>
          <CoverageNote
            completeness={treaty.parties.coverage.completeness}
            total={treaty.parties.totalCount}
            shown={edges.length}
          />
          <PlotFigure
            label={`${t("parties")}: ${treaty.name}`}
            data={{ world, edges }}
            draw={drawParties}
            onPick={pick}
          />
          <p className="note">
            {t("uncertainShare")} {t("mapNote")}
          </p>
          {elsewhere.length > 0 && (
            <section>
              <h3>{t("notOnMap")}</h3>
              <ul className="names">
                {elsewhere.map(({ node }) => (
                  <li key={node.id}>
                    <NodeLink node={node} place={place} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          <ViewLinks
            exported={exportOf({ __typename: "Treaty", id }, { ...scope, asOf })}
            revision={answer.remarks?.dataRevision}
          />
        </>
      )}
    </>
  );
}

interface Coloured {
  readonly world: FeatureCollection;
  readonly edges: readonly PartyEdge[];
}

function drawParties(plot: Plot, width: number, { world, edges }: Coloured) {
  return drawWorld(plot, width, world, byCode(edges), {
    fill: ({ holds }) => (holds === "POSSIBLE" ? "var(--possible)" : "var(--accent)"),
    title: ({ node }) => node.name,
  });
}

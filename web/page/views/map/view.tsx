import type { Feature, FeatureCollection } from "geojson";
import { type FormEvent, useEffect, useState } from "react";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlasUrl from "world-atlas/countries-110m.json?url";
import { useAnswer } from "../../api.js";
import { type Plot, PlotFigure } from "../../draw/plot.js";
import { exportOf } from "../../export-of.js";
import { ThingInput } from "../../find/thing-input.js";
import { formValues } from "../../form.js";
import { useText } from "../../i18n/text.js";
import { ViewLinks } from "../../links.js";
import { CoverageNote, NodeLink, Waiting } from "../../parts.js";
import { hashOf } from "../../place.js";
import { dayOf } from "../../scope.js";
import { useTitle } from "../../title.js";
import { go } from "../../use-place.js";
import type { ViewProps } from "../../view-props.js";
import { MapOfTreatyDocument, type MapOfTreatyQuery } from "./map.generated.js";

type PartyEdge = NonNullable<MapOfTreatyQuery["treaty"]>["parties"]["edges"][number];

const DEFAULT_ID = "treaty:npt-1968";

/** The parties to a treaty on a map of today's borders, and beside it those that have no place on it. */
export default function TreatyMap({ place, scope }: ViewProps) {
  const t = useText();
  const id = place.id ?? DEFAULT_ID;
  const asOf = dayOf(scope);
  const answer = useAnswer(MapOfTreatyDocument, { id, ...scope, asOf });
  const world = useWorld();
  const treaty = answer.data?.treaty;
  const edges = treaty?.parties.edges ?? [];
  const onMap = new Map(edges.flatMap((edge) => codeOf(edge).map((code) => [code, edge] as const)));
  const known = new Set(world?.features.map(({ id: code }) => String(code)));
  const elsewhere = edges.filter((edge) => !codeOf(edge).some((code) => known.has(code)));
  useTitle(treaty && `${t("map")} · ${treaty.name}`);
  const pick = (datum: unknown) => {
    const edge = onMap.get(String((datum as Feature).id));
    if (edge) go(hashOf(place, "sheet", edge.node.id));
  };
  const apply = (event: FormEvent<HTMLFormElement>) => {
    go(hashOf(place, "map", formValues(event).id || DEFAULT_ID));
  };
  return (
    <>
      <h1>{t("map")}</h1>
      <form className="controls" onSubmit={apply} key={id}>
        <ThingInput name="id" label={t("thing")} id={id} scope={scope} />
        <button type="submit">{t("draw")}</button>
      </form>
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
            draw={drawWorld}
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

/** The number of a state in ISO 3166-1, which the map has, too. */
function codeOf({ node }: PartyEdge): readonly string[] {
  if (!("codes" in node)) return [];
  const codes: unknown = node.codes;
  const m49 = typeof codes === "object" && codes !== null && "m49" in codes ? codes.m49 : undefined;
  return typeof m49 === "string" ? [m49.padStart(3, "0")] : [];
}

function useWorld(): FeatureCollection | undefined {
  const [world, setWorld] = useState<FeatureCollection>();
  useEffect(() => {
    const load = async () => {
      const [{ feature }, response] = await Promise.all([import("topojson-client"), fetch(atlasUrl)]);
      const atlas: Topology<{ countries: GeometryCollection }> = await response.json();
      setWorld(feature(atlas, atlas.objects.countries));
    };
    void load();
  }, []);
  return world;
}

/** The countries of the map, and the parties to colour. */
interface Coloured {
  readonly world: FeatureCollection;
  readonly edges: readonly PartyEdge[];
}

function drawWorld(plot: Plot, width: number, { world, edges }: Coloured) {
  const parties = new Map(edges.flatMap((edge) => codeOf(edge).map((code) => [code, edge] as const)));
  const edgeOf = ({ id }: Feature) => parties.get(String(id));
  const lines = { stroke: "var(--paper)", strokeWidth: 0.5 };
  return {
    width,
    height: width * 0.5,
    projection: "equal-earth" as const,
    marks: [
      plot.geo(
        world.features.filter((country) => !edgeOf(country)),
        { ...lines, fill: "var(--land)" },
      ),
      // A tip without a text is an error, so only parties have one.
      plot.geo(
        world.features.filter((country) => edgeOf(country)),
        {
          ...lines,
          fill: (country: Feature) =>
            edgeOf(country)?.holds === "POSSIBLE" ? "var(--possible)" : "var(--accent)",
          title: (country: Feature) => edgeOf(country)?.node.name,
          tip: true,
        },
      ),
      plot.sphere({ stroke: "currentColor", strokeOpacity: 0.3 }),
    ],
  };
}

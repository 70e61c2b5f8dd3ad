import type { Feature, FeatureCollection } from "geojson";
import { useEffect, useState } from "react";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlasUrl from "world-atlas/countries-110m.json?url";
import type { Plot } from "../../draw/plot.js";

/** The countries of today, once they are loaded. The id of each is its number in ISO 3166-1. */
export function useWorld(): FeatureCollection | undefined {
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

/** The number of a state in ISO 3166-1, which is that of M49; undefined for one that has none. */
function codeOf(node: object): string | undefined {
  if (!("codes" in node)) return undefined;
  const codes: unknown = node.codes;
  const m49 = typeof codes === "object" && codes !== null && "m49" in codes ? codes.m49 : undefined;
  return typeof m49 === "string" ? m49.padStart(3, "0") : undefined;
}

/** Tells whether a node is a country of the map. */
export function placesOn(world: FeatureCollection | undefined): (node: object) => boolean {
  const known = new Set(world?.features.map(({ id }) => String(id)));
  return (node) => known.has(codeOf(node) ?? "");
}

/** Rows by the code of their state. */
export function byCode<Row extends { readonly node: object }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row> {
  return new Map(
    rows.flatMap((row) => {
      const code = codeOf(row.node);
      return code === undefined ? [] : [[code, row] as const];
    }),
  );
}

/** A map of the world, in which the countries of some rows have a colour and a text. */
export function drawWorld<Row>(
  plot: Plot,
  width: number,
  world: FeatureCollection,
  rows: ReadonlyMap<string, Row>,
  { fill, title }: { fill(row: Row): string | number; title(row: Row): string },
) {
  const rowOf = ({ id }: Feature) => rows.get(String(id));
  const filled = (feature: Feature) => {
    const row = rowOf(feature);
    return row && fill(row);
  };
  const titled = (feature: Feature) => {
    const row = rowOf(feature);
    return row && title(row);
  };
  const lines = { stroke: "var(--paper)", strokeWidth: 0.5 };
  return {
    width,
    height: width * 0.5,
    projection: "equal-earth" as const,
    marks: [
      plot.geo(
        world.features.filter((country) => !rowOf(country)),
        { ...lines, fill: "var(--land)" },
      ),
      // A tip without a text is an error, so only countries of rows have one.
      plot.geo(
        world.features.filter((country) => rowOf(country)),
        { ...lines, fill: filled, title: titled, tip: true },
      ),
      plot.sphere({ stroke: "currentColor", strokeOpacity: 0.3 }),
    ],
  };
}

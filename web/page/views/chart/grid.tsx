import { useAnswer } from "../../api.js";
import { type Plot, PlotFigure } from "../../draw/plot.js";
import { shortened } from "../../draw/shortened.js";
import { type TextKey, useText } from "../../i18n/text.js";
import { ViewLinks } from "../../links.js";
import { type NodeRef, Waiting } from "../../parts.js";
import { hashOf } from "../../place.js";
import { go } from "../../use-place.js";
import type { ViewProps } from "../../view-props.js";
import { GridDocument, type GridQuery } from "./chart.generated.js";

interface Spell {
  readonly node: NodeRef;
  readonly validFrom?: string | null;
  readonly validFromMin?: string | null;
  readonly validFromMax?: string | null;
  readonly validTo?: string | null;
  readonly validToMin?: string | null;
  readonly validToMax?: string | null;
}

/** A spell as two bars: where it may have held, and where it held for certain. */
interface Bar {
  readonly id: string;
  readonly name: string;
  readonly from: Date;
  readonly to: Date;
  readonly certainFrom: Date;
  readonly certainTo: Date;
}

const ROW_HEIGHT = 16;
const AXIS_HEIGHT = 50;
/** Pixels for a name, and the letters that fit into them. */
const NAMES = { width: 160, letters: 20 } as const;

/** Who belonged when: a row for each member, party or treaty, over the years. */
export function Grid({
  id,
  during,
  relation,
  label,
  place,
  scope,
}: ViewProps & {
  readonly id: string;
  readonly during: string;
  readonly relation: string;
  readonly label: TextKey;
}) {
  const t = useText();
  const { sources, lang } = scope;
  const answer = useAnswer(GridDocument, { id, during, sources, lang });
  const found = answer.data?.node && listOf(answer.data.node);
  const [from = during, to = during] = during.split("/");
  const [first, last] = [new Date(from.slice(0, 4)), new Date(`${to.slice(0, 4)}-12-31`)];
  const bars = found?.edges.map((spell) => barOf(spell, first, last)) ?? [];
  const root = id.startsWith("org:") ? "organization" : id.split(":")[0];
  return (
    <>
      <Waiting answer={answer} />
      {answer.data && !found && <p role="alert">{t("notThere")}</p>}
      {found?.edges.length === 0 && <p>{t("notRecorded")}</p>}
      {found && bars.length > 0 && (
        <>
          <PlotFigure
            label={`${t(label)}, ${during}`}
            data={bars}
            draw={drawGrid}
            onPick={(datum) => go(hashOf(place, "sheet", (datum as Bar).id))}
          />
          <p className="note">
            {t("gridNote")}{" "}
            {found.edges.length < found.totalCount &&
              t("firstOf", { shown: found.edges.length, total: found.totalCount })}
          </p>
          <ViewLinks
            exported={{
              query: `query ($id: ID!, $during: EDTF!, $sources: [ID!]) { ${root}(id: $id) { ${relation}(during: $during, sources: $sources) { edges { validFrom validTo node { id name } } } } }`,
              variables: { id, during, sources },
            }}
            revision={answer.remarks?.dataRevision}
          />
        </>
      )}
    </>
  );
}

function listOf(
  node: NonNullable<GridQuery["node"]>,
): { readonly totalCount: number; readonly edges: readonly Spell[] } | undefined {
  if ("members" in node) return node.members;
  if ("parties" in node) return node.parties;
  if ("partyTo" in node) return node.partyTo;
  return undefined;
}

/** An unknown start or end is light up to the edge of the drawing. */
function barOf(spell: Spell, first: Date, last: Date): Bar {
  const within = (day: string | null | undefined, otherwise: Date) => {
    const date = day ? new Date(day) : otherwise;
    return date < first ? first : date > last ? last : date;
  };
  const isOpen = spell.validTo === "..";
  return {
    id: spell.node.id,
    name: shortened(spell.node.name, NAMES.letters),
    from: within(spell.validFromMin, first),
    to: within(spell.validToMax, last),
    certainFrom: within(spell.validFromMax, last),
    certainTo: isOpen ? last : within(spell.validToMin, first),
  };
}

function drawGrid(plot: Plot, width: number, bars: readonly Bar[]) {
  const names = [...new Set([...bars].sort((one, other) => +one.from - +other.from).map(({ name }) => name))];
  return {
    width,
    height: names.length * ROW_HEIGHT + AXIS_HEIGHT,
    marginLeft: NAMES.width,
    x: { label: null, grid: true, axis: "both" as const },
    y: { label: null, domain: names },
    marks: [
      plot.barX(bars, {
        y: "name",
        x1: "from",
        x2: "to",
        fill: "var(--accent)",
        fillOpacity: 0.35,
        tip: true,
      }),
      plot.barX(
        bars.filter(({ certainFrom, certainTo }) => certainFrom < certainTo),
        { y: "name", x1: "certainFrom", x2: "certainTo", fill: "var(--accent)" },
      ),
    ],
  };
}

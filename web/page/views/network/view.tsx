import { type FormEvent, useRef, useState } from "react";
import { useAnswer } from "../../api.js";
import { Choice } from "../../choice.js";
import { saveDrawing } from "../../draw/download.js";
import { Drawing } from "../../draw/graph.js";
import { ThingInput } from "../../find/thing-input.js";
import { formValues } from "../../form.js";
import { type TextKey, useText } from "../../i18n/text.js";
import { ViewLinks } from "../../links.js";
import { NodeLink, Waiting } from "../../parts.js";
import { hashOf, withParams } from "../../place.js";
import { idsOf } from "../../scope.js";
import { type Column, Table } from "../../table.js";
import { useTitle } from "../../title.js";
import { go } from "../../use-place.js";
import type { ViewProps } from "../../view-props.js";
import { NetworkDocument, type NetworkQuery, type Projection } from "./network.generated.js";

type Link = NonNullable<NetworkQuery["network"]>["links"][number];

const PROJECTIONS = {
  JOINT_MEMBERSHIP: "jointMembership",
  SHARED_TREATIES: "sharedTreaties",
  CO_SIGNATURE: "coSignature",
  CO_PARTICIPATION: "coParticipation",
  VOTE_AGREEMENT: "voteAgreement",
} as const satisfies Readonly<Record<Projection, TextKey>>;

const DEFAULTS = { id: "state:kaz", projection: "JOINT_MEMBERSHIP", min: "3" } as const;

const EXPORTED = `query ($projection: Projection!, $with: [ID!], $asOf: Date, $minShared: Int, $sources: [ID!]) {
  network(projection: $projection, with: $with, asOf: $asOf, minShared: $minShared, sources: $sources) {
    links { from to weight shared }
  }
}`;

/** The ties of one or more actors: a click on a node adds its ties, another removes them. */
export default function Network({ place, scope }: ViewProps) {
  const t = useText();
  const drawing = useRef<SVGSVGElement>(null);
  const ids = (place.id ?? DEFAULTS.id).split(",");
  const projection = isProjection(place.params.projection) ? place.params.projection : DEFAULTS.projection;
  const min = place.params.min || DEFAULTS.min;
  const { asOf, sources, lang } = scope;
  const variables = { projection, with: ids, asOf, minShared: Number(min) || null, sources };
  const answer = useAnswer(NetworkDocument, { ...variables, lang });
  const network = answer.data?.network;
  const names = new Map(network?.nodes.map(({ node }) => [node.id, node.name]));
  useTitle(`${t("network")} · ${ids.join(", ")}`);
  const show = (next: readonly string[], params: Readonly<Record<string, string | undefined>> = {}) =>
    go(hashOf(place, "network", next.join(",") || DEFAULTS.id, { projection, min, ...params }));
  const apply = (event: FormEvent<HTMLFormElement>) => {
    const given = formValues(event);
    show(idsOf(given.id) ?? [], { projection: given.projection, min: given.min });
  };
  const toggle = (id: string) => show(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]);
  const columns: readonly Column<Link>[] = [
    {
      head: t("oneEnd"),
      cell: ({ from }) => <NodeLink node={{ id: from, name: names.get(from) ?? from }} place={place} />,
      key: ({ from }) => names.get(from) ?? from,
    },
    {
      head: t("otherEnd"),
      cell: ({ to }) => <NodeLink node={{ id: to, name: names.get(to) ?? to }} place={place} />,
      key: ({ to }) => names.get(to) ?? to,
    },
    {
      head: t("weight"),
      cell: ({ weight }) => Math.round(weight * 1000) / 1000,
      key: ({ weight }) => String(weight).padStart(12, "0"),
    },
  ];
  return (
    <>
      <h1>{t("network")}</h1>
      <form className="controls" onSubmit={apply} key={`${ids} ${projection} ${min}`}>
        <Choice
          label={t("projection")}
          name="projection"
          options={Object.entries(PROJECTIONS).map(([code, key]) => [code, t(key)] as const)}
          defaultValue={projection}
        />
        <ThingInput name="id" label={t("around")} id={ids.join(", ")} scope={scope} />
        <label>
          {t("minShared")} <input name="min" type="number" min="1" defaultValue={min} />
        </label>
        <button type="submit">{t("draw")}</button>
      </form>
      <YearSlider asOf={asOf} onYear={(day) => go(withParams(place, { asOf: day }))} />
      <Waiting answer={answer} />
      {network && network.links.length === 0 && <p>{t("notRecorded")}</p>}
      {network && network.links.length > 0 && (
        <>
          <Drawing
            svgRef={drawing}
            label={`${t(PROJECTIONS[projection])}: ${ids.join(", ")}`}
            nodes={network.nodes.map(({ node, degree, community }) => ({
              ...node,
              degree,
              community,
              isCentre: ids.includes(node.id),
            }))}
            links={network.links}
            onPick={toggle}
          />
          <p className="note">
            {t("growHint")}{" "}
            {network.links.length < network.totalCount &&
              t("leftOut", { shown: network.links.length, total: network.totalCount })}
          </p>
          <p className="views">
            <button
              type="button"
              onClick={() => drawing.current && void saveDrawing(drawing.current, "network", "svg")}
            >
              {t("asSvg")}
            </button>
            <button
              type="button"
              onClick={() => drawing.current && void saveDrawing(drawing.current, "network", "png")}
            >
              {t("asPng")}
            </button>
          </p>
          <Table
            caption={t("projection")}
            rows={network.links}
            columns={columns}
            idOf={({ from, to }) => `${from} ${to}`}
          />
          <ViewLinks exported={{ query: EXPORTED, variables }} revision={answer.remarks?.dataRevision} />
        </>
      )}
    </>
  );
}

const FIRST_YEAR = 1815;

/** The years as a slider: the network at the end of a year, or over all time. */
function YearSlider({ asOf, onYear }: { readonly asOf: string | null; onYear(day: string): void }) {
  const t = useText();
  const last = new Date().getFullYear();
  /** The year on the way; undefined when the slider is not moved. */
  const [moved, setMoved] = useState<number>();
  const settle = () => {
    if (moved !== undefined) onYear(`${moved}-12-31`);
    setMoved(undefined);
  };
  const label = () => {
    if (moved !== undefined) return t("yearOf", { year: String(moved) });
    if (!asOf) return t("allYears");
    return asOf.endsWith("-12-31") ? t("yearOf", { year: asOf.slice(0, 4) }) : asOf;
  };
  return (
    <p className="controls">
      <label>
        {label()}{" "}
        <input
          type="range"
          min={FIRST_YEAR}
          max={last}
          value={moved ?? (asOf ? Number(asOf.slice(0, 4)) : last)}
          onChange={({ currentTarget }) => setMoved(Number(currentTarget.value))}
          onPointerUp={settle}
          onKeyUp={settle}
        />
      </label>
      {asOf && (
        <button type="button" onClick={() => onYear("")}>
          {t("allYears")}
        </button>
      )}
    </p>
  );
}

function isProjection(text: string | undefined): text is Projection {
  return text !== undefined && Object.hasOwn(PROJECTIONS, text);
}

import type { FormEvent } from "react";
import { useAnswer } from "../../api.js";
import { Choice } from "../../choice.js";
import { thinned } from "../../draw/counts.js";
import { type Plot, PlotFigure } from "../../draw/plot.js";
import { ThingInput } from "../../find/thing-input.js";
import { formValues } from "../../form.js";
import { type TextKey, useText } from "../../i18n/text.js";
import { ViewLinks } from "../../links.js";
import { NodeLink, Waiting } from "../../parts.js";
import { hashOf } from "../../place.js";
import { type Column, Table } from "../../table.js";
import { useTitle } from "../../title.js";
import { go } from "../../use-place.js";
import type { ViewProps } from "../../view-props.js";
import {
  MembersChartDocument,
  PartiesChartDocument,
  TreatiesOfStateChartDocument,
} from "./chart.generated.js";
import { Grid } from "./grid.js";

/** What can be drawn, by the first part of the id of a thing. */
const KINDS = {
  org: { label: "chartMembers", root: "organization", relation: "members" },
  treaty: { label: "chartParties", root: "treaty", relation: "parties" },
  state: { label: "chartTreaties", root: "state", relation: "partyTo" },
} as const satisfies Readonly<Record<string, { label: TextKey; root: string; relation: string }>>;

const DEFAULT_ID = "org:nato";
const DEFAULT_YEARS = "1945/2025";
/** Treaties by decade and kind, as an example of what can be counted. */
const COUNTED = { by: "signed", period: "DECADE", split: "kind", form: "areas" } as const;

interface Year {
  readonly period: string;
  readonly count: number;
  readonly certainCount: number;
  readonly covered?: boolean | null;
}

/** A number for each year: members, parties or treaties, certain and possible ones apart. */
export default function Chart({ place, scope }: ViewProps) {
  const t = useText();
  const id = place.id ?? DEFAULT_ID;
  const prefix = id.split(":")[0] ?? "";
  const kind = Object.hasOwn(KINDS, prefix) ? KINDS[prefix as keyof typeof KINDS] : KINDS.org;
  const during = place.params.years || DEFAULT_YEARS;
  const { sources, lang } = scope;
  const isGrid = place.params.form === "grid";
  const variables = isGrid ? undefined : { id, during, sources, lang };
  const members = useAnswer(MembersChartDocument, kind.root === "organization" ? variables : undefined);
  const parties = useAnswer(PartiesChartDocument, kind.root === "treaty" ? variables : undefined);
  const treaties = useAnswer(TreatiesOfStateChartDocument, kind.root === "state" ? variables : undefined);
  const answer = { organization: members, treaty: parties, state: treaties }[kind.root];
  const thing = members.data?.organization ?? parties.data?.treaty ?? treaties.data?.state;
  const series: readonly Year[] =
    members.data?.organization?.members.aggregate.series ??
    parties.data?.treaty?.parties.aggregate.series ??
    treaties.data?.state?.partyTo.aggregate.series ??
    [];
  const isUnknown = Boolean(answer.remarks?.notRecorded?.length) && series.every(({ count }) => count === 0);
  useTitle(thing && `${t(kind.label)} · ${thing.name}`);
  const pick = (datum: unknown) => {
    const { period } = datum as Year;
    go(hashOf(place, "sheet", id, { asOf: `${period}-12-31` }));
  };
  const apply = (event: FormEvent<HTMLFormElement>) => {
    const given = formValues(event);
    const { id, years, form } = given;
    go(hashOf(place, "chart", id || DEFAULT_ID, { years: years || DEFAULT_YEARS, form }));
  };
  const columns: readonly Column<Year>[] = [
    {
      head: t("year"),
      cell: ({ period }) => <a href={hashOf(place, "sheet", id, { asOf: `${period}-12-31` })}>{period}</a>,
      key: ({ period }) => period,
    },
    {
      head: t("count"),
      cell: ({ count, certainCount }) => (count === certainCount ? count : `${certainCount}–${count}`),
    },
  ];
  return (
    <>
      <h1>{t(kind.label)}</h1>
      {thing && (
        <p className="lead">
          <NodeLink node={thing} place={place} />
        </p>
      )}
      <form className="controls" onSubmit={apply} key={`${id} ${during} ${isGrid}`}>
        <ThingInput name="id" label={t("thing")} id={id} scope={scope} />
        <label>
          {t("years")} <input name="years" defaultValue={during} />
        </label>
        <Choice
          label={t("form")}
          name="form"
          options={[
            ["", t("series")],
            ["grid", t("grid")],
          ]}
          defaultValue={isGrid ? "grid" : ""}
        />
        <button type="submit">{t("draw")}</button>
        <a href={hashOf(place, "build", "Treaty", COUNTED)}>{t("countAnything")}</a>
      </form>
      {isGrid ? (
        <Grid {...{ id, during, place, scope }} relation={kind.relation} label={kind.label} />
      ) : (
        <Waiting answer={answer} />
      )}
      {answer.data && !thing && <p role="alert">{t("notThere")}</p>}
      {isUnknown && <p>{t("notRecorded")}</p>}
      {series.length > 0 && !isUnknown && (
        <>
          <PlotFigure label={`${t(kind.label)}, ${during}`} data={series} draw={drawSeries} onPick={pick} />
          <p className="note">
            {t("uncertainShare")} {t("clickYear")}{" "}
            {series.some(({ covered }) => covered === false) && t("notCovered")}
          </p>
          <Table caption={t(kind.label)} rows={series} columns={columns} idOf={({ period }) => period} />
          <ViewLinks
            exported={{
              query: `query ($id: ID!, $during: EDTF!, $sources: [ID!]) { ${kind.root}(id: $id) { ${kind.relation}(sources: $sources) { aggregate { series(by: YEAR, during: $during, at: END) { period count certainCount } } } } }`,
              variables: { id, during, sources },
              isSeries: true,
            }}
            revision={answer.remarks?.dataRevision}
          />
        </>
      )}
    </>
  );
}

function drawSeries(plot: Plot, width: number, series: readonly Year[]) {
  const uncovered = series.filter(({ covered }) => covered === false);
  const most = Math.max(1, ...series.map(({ count }) => count));
  return {
    width,
    height: 320,
    x: {
      label: null,
      type: "band" as const,
      ticks: thinned(
        series.map(({ period }) => period),
        width,
      ),
    },
    y: { label: null, grid: true, domain: [0, most], ticks: Math.min(10, most) },
    marks: [
      plot.barY(uncovered, { x: "period", y: () => most, fill: "currentColor", fillOpacity: 0.08 }),
      plot.barY(series, { x: "period", y: "count", fill: "var(--accent)", fillOpacity: 0.35 }),
      plot.barY(series, { x: "period", y: "certainCount", fill: "var(--accent)", tip: true }),
      plot.ruleY([0]),
    ],
  };
}

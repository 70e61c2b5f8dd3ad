import { type FormEvent, useState } from "react";
import { useAnswer } from "../../api.js";
import { type Plot, PlotFigure } from "../../draw/plot.js";
import { ThingInput } from "../../find/thing-input.js";
import { formValues } from "../../form.js";
import { useCodes } from "../../i18n/codes.js";
import { isTextKey, useText } from "../../i18n/text.js";
import { ViewLinks } from "../../links.js";
import { NodeLink, Waiting } from "../../parts.js";
import { hashOf } from "../../place.js";
import { type Column, Table } from "../../table.js";
import { useTitle } from "../../title.js";
import { go } from "../../use-place.js";
import type { ViewProps } from "../../view-props.js";
import { TimelineDocument, type TimelineQuery } from "./timeline.generated.js";

type Event = NonNullable<TimelineQuery["timeline"]>["edges"][number];

const EXPORTED = `query ($about: [ID!]!, $within: EDTF, $sources: [ID!]) {
  timeline(about: $about, within: $within, sources: $sources) { edges { date from to what edge { id type } } }
}`;
const DEFAULT_ABOUT = "treaty:inf-1987";
const ROW_HEIGHT = 26;

/** Acts, statements, meetings and spells of one or more things, as bars with soft ends. */
export default function Timeline({ place, scope }: ViewProps) {
  const t = useText();
  const words = useCodes();
  const about = (place.id ?? DEFAULT_ABOUT).split(",").map((id) => id.trim());
  const within = place.params.within || null;
  const [type, setType] = useState<string>();
  const { sources, lang } = scope;
  const answer = useAnswer(TimelineDocument, { about, within, sources, lang });
  const all = answer.data?.timeline?.edges ?? [];
  const events = type === undefined ? all : all.filter(({ edge }) => edge.type === type);
  const types = [...new Set(all.map(({ edge }) => edge.type))];
  useTitle(`${t("timeline")} · ${about.join(", ")}`);
  const apply = (event: FormEvent<HTMLFormElement>) => {
    const given = formValues(event);
    go(hashOf(place, "timeline", given.about || DEFAULT_ABOUT, { within: given.within }));
  };
  /** What a date means, if that is more than the date of the edge: PARTY_TO.validFrom is the start of a validity. */
  const meaningOf = (what: string) => {
    const [type = "", property] = what.split(".");
    if (property === "date" || what === "date") return "";
    if (property === undefined) return words(type);
    return isTextKey(property) ? t(property) : words(property);
  };
  const columns: readonly Column<Event>[] = [
    {
      head: t("date"),
      cell: ({ date, what }) => [date, meaningOf(what)].filter(Boolean).join(", "),
      key: ({ from }) => from,
    },
    { head: t("kindOf"), cell: ({ edge }) => words(edge.type), key: ({ edge }) => edge.type },
    {
      head: t("events"),
      cell: ({ edge }) => (
        <>
          <NodeLink node={edge.from} place={place} /> → <NodeLink node={edge.to} place={place} />{" "}
          <small>
            {edge.values.flatMap(({ name, value }) => (SHOWN.has(name) ? words(value) : [])).join(", ")}
          </small>
        </>
      ),
    },
    {
      head: t("source"),
      cell: ({ edge }) => <NodeLink node={edge.source} place={place} />,
      key: ({ edge }) => edge.source.name,
    },
  ];
  const total = answer.data?.timeline?.totalCount ?? 0;
  return (
    <>
      <h1>{t("timeline")}</h1>
      <form className="controls" onSubmit={apply} key={`${about} ${within}`}>
        <ThingInput name="about" label={t("thing")} id={about.join(", ")} scope={scope} />
        <label>
          {t("within")} <input name="within" defaultValue={within ?? ""} placeholder="1987/2019" />
        </label>
        <button type="submit">{t("draw")}</button>
      </form>
      <Waiting answer={answer} />
      {answer.data && all.length === 0 && <p>{t("nothing")}</p>}
      {all.length > 0 && (
        <>
          <ul className="facets">
            {[undefined, ...types].map((one) => (
              <li key={one ?? ""}>
                <button type="button" aria-pressed={type === one} onClick={() => setType(one)}>
                  {one === undefined ? t("all") : words(one)}
                </button>
              </li>
            ))}
          </ul>
          {total > all.length && <p className="note">{t("firstOf", { shown: all.length, total })}</p>}
          <PlotFigure
            label={t("timeline")}
            data={events.map((event) => ({ ...event, type: words(event.edge.type) }))}
            draw={drawEvents}
          />
          <p className="note">{t("softEnds")}</p>
          <Table
            caption={t("events")}
            rows={events}
            columns={columns}
            idOf={({ edge, what, from }) => `${edge.id} ${what} ${from}`}
          />
          <ViewLinks
            exported={{ query: EXPORTED, variables: { about, within, sources } }}
            revision={answer.remarks?.dataRevision}
          />
        </>
      )}
    </>
  );
}

/** Values of an edge that say what happened. */
const SHOWN: ReadonlySet<string> = new Set([
  "act",
  "role",
  "mode",
  "stance",
  "aspect",
  "title",
  "position",
  "kind",
  "result",
]);

/** Each event is a row: a dot for a day, a light bar where the date lies between two days. */
function drawEvents(plot: Plot, width: number, events: readonly (Event & { readonly type: string })[]) {
  const rows = events.map((event, row) => ({
    row,
    from: new Date(event.from),
    to: new Date(event.to),
    type: event.type,
    label: `${event.date} ${event.type}: ${event.edge.from.name} → ${event.edge.to.name}`,
  }));
  return {
    width,
    height: Math.min(640, 60 + Math.ceil(rows.length ** 0.5) * ROW_HEIGHT * 2),
    marginLeft: 150,
    x: { type: "utc" as const, label: null, grid: true },
    y: { label: null },
    color: { legend: false },
    marks: [
      plot.barX(
        rows.filter(({ from, to }) => from < to),
        { x1: "from", x2: "to", y: "type", fill: "type", fillOpacity: 0.25, title: "label" },
      ),
      plot.dot(rows, { x: "from", y: "type", fill: "type", r: 4, title: "label", tip: true }),
    ],
  };
}

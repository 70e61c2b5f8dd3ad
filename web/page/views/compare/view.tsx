import type { FormEvent } from "react";
import { useAnswer } from "../../api.js";
import { exportOf } from "../../export-of.js";
import { ThingInput } from "../../find/thing-input.js";
import { formValues } from "../../form.js";
import { type TextKey, useText } from "../../i18n/text.js";
import { ViewLinks } from "../../links.js";
import { NodeLink, type NodeRef, Waiting } from "../../parts.js";
import { hashOf, type Place } from "../../place.js";
import { idsOf } from "../../scope.js";
import { useTitle } from "../../title.js";
import { go } from "../../use-place.js";
import type { ViewProps } from "../../view-props.js";
import { CompareDocument, type SideFragment } from "./compare.generated.js";

const DEFAULTS = { id: "org:csto", one: "2010-01-01", other: "2026-01-01" };

/** What is compared: a thing on a day, by one source or by all. */
interface Side {
  readonly id: string;
  readonly day: string;
  /** Ids with commas; empty for the sources that hold everywhere. */
  readonly sources: string;
}

/** The members, parties or treaties of two things, on two days or by two sources, beside each other. */
export default function Compare({ place, scope }: ViewProps) {
  const t = useText();
  const [one, other] = sidesOf(place);
  const answer = useAnswer(CompareDocument, {
    one: one.id,
    other: other.id,
    oneDay: one.day,
    otherDay: other.day,
    lang: scope.lang,
    oneSources: idsOf(one.sources) ?? scope.sources,
    otherSources: idsOf(other.sources) ?? scope.sources,
  });
  const [first, second] = [answer.data?.one, answer.data?.other];
  const compared = first && second ? listsOf(first, second) : undefined;
  const lists = compared?.lists;
  useTitle(first && second && `${t("compare")} · ${[...new Set([first.name, second.name])].join(" · ")}`);
  const apply = (event: FormEvent<HTMLFormElement>) => {
    const { id, with: second, one, other, by, otherBy } = formValues(event);
    go(
      hashOf(place, "compare", id || DEFAULTS.id, {
        with: second === id ? "" : second,
        one,
        other,
        by,
        otherBy,
      }),
    );
  };
  const label = (side: Side, name: string) =>
    [
      ...(one.id === other.id ? [] : [name]),
      ...(one.day === other.day ? [] : [side.day]),
      ...(one.sources === other.sources ? [] : [side.sources || t("allSources")]),
    ].join(", ") || name;
  return (
    <>
      <h1>{t("compare")}</h1>
      <form className="controls" onSubmit={apply} key={JSON.stringify([one, other])}>
        <fieldset>
          <legend>{t("oneSide")}</legend>
          <ThingInput name="id" label={t("thing")} id={one.id} scope={scope} />
          <SideFields side={one} day="one" sources="by" />
        </fieldset>
        <fieldset>
          <legend>{t("otherSide")}</legend>
          <ThingInput name="with" label={t("thing")} id={other.id} scope={scope} />
          <SideFields side={other} day="other" sources="otherBy" />
        </fieldset>
        <button type="submit">{t("draw")}</button>
      </form>
      <Waiting answer={answer} />
      {answer.data && !(first && second) && <p role="alert">{t("notThere")}</p>}
      {first && second && !lists && <p role="alert">{t("notAlike")}</p>}
      {first && second && lists && (
        <>
          <h2>
            <NodeLink node={first} place={place} />
            {first.id !== second.id && (
              <>
                {" · "}
                <NodeLink node={second} place={place} />
              </>
            )}
          </h2>
          {compared && <h3>{t(compared.what)}</h3>}
          <div className="columns">
            <Column
              title={t("only", { what: label(one, first.name) })}
              entries={among(lists[0], lists[1], false)}
              place={place}
            />
            <Column title={t("both")} entries={among(lists[0], lists[1], true)} place={place} />
            <Column
              title={t("only", { what: label(other, second.name) })}
              entries={among(lists[1], lists[0], false)}
              place={place}
            />
          </div>
          {lists.some(({ coverage }) => coverage.completeness !== "COMPLETE") && (
            <p className="note">{t("partial")}</p>
          )}
          <ViewLinks
            exported={exportOf(second, {
              ...scope,
              asOf: other.day,
              sources: idsOf(other.sources) ?? scope.sources,
            })}
            revision={answer.remarks?.dataRevision}
          />
        </>
      )}
    </>
  );
}

/** The day and the sources of one side. */
function SideFields({
  side,
  day,
  sources,
}: {
  readonly side: Side;
  readonly day: string;
  readonly sources: string;
}) {
  const t = useText();
  return (
    <>
      <label>
        {t("day")} <input name={day} type="date" defaultValue={side.day} />
      </label>
      <label>
        {t("sources")} <input name={sources} defaultValue={side.sources} placeholder={t("sourcesHint")} />
      </label>
    </>
  );
}

function sidesOf({ id = DEFAULTS.id, params }: Place): readonly [Side, Side] {
  return [
    { id, day: params.one || DEFAULTS.one, sources: params.by ?? "" },
    { id: params.with || id, day: params.other || DEFAULTS.other, sources: params.otherBy ?? "" },
  ];
}

interface Members {
  readonly coverage: { readonly completeness: string };
  readonly edges: readonly MemberEdge[];
}

interface MemberEdge {
  readonly holds?: string | null;
  readonly source: NodeRef;
  readonly node: NodeRef;
}

/** The lists of two things of one type that can be compared. */
function listsOf(
  one: SideFragment,
  other: SideFragment,
): { readonly what: TextKey; readonly lists: readonly [Members, Members] } | undefined {
  if ("parties" in one && "parties" in other) return { what: "parties", lists: [one.parties, other.parties] };
  if ("members" in one && "members" in other) return { what: "members", lists: [one.members, other.members] };
  if ("partyTo" in one && "partyTo" in other) return { what: "partyTo", lists: [one.partyTo, other.partyTo] };
  return undefined;
}

/** A node in a column: possible if it is so on one of the sides, with all sources. */
interface Entry {
  readonly node: NodeRef;
  readonly isPossible: boolean;
  readonly sources: readonly NodeRef[];
}

/** The nodes that are, or are not, among others. */
function among({ edges: some }: Members, { edges: others }: Members, isAmong: boolean): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const { node } of some) {
    const there = others.filter((edge) => edge.node.id === node.id);
    if (there.length > 0 !== isAmong) continue;
    const own = [some.filter((edge) => edge.node.id === node.id), ...(isAmong ? [there] : [])];
    const sources = new Map(own.flat().map(({ source }) => [source.id, source]));
    const isPossible = own.some((edges) => edges.every(({ holds }) => holds !== "CERTAIN"));
    entries.set(node.id, { node, isPossible, sources: [...sources.values()] });
  }
  return [...entries.values()];
}

function Column({
  title,
  entries,
  place,
}: {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly place: Place;
}) {
  const t = useText();
  return (
    <section>
      <h3>
        {title} <small>({entries.length})</small>
      </h3>
      <ul>
        {entries.map(({ node, isPossible, sources }) => (
          <li key={node.id}>
            <NodeLink node={node} place={place} />
            {isPossible && <small> ({t("possible")})</small>}
            {sources.map((source) => (
              <a key={source.id} className="by" href={hashOf(place, "sheet", source.id)}>
                {" "}
                {t("source")}
                <span className="unseen">: {source.name}</span>
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

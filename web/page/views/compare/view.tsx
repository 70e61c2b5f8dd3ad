import type { FormEvent } from "react";
import { useAnswer } from "../../api.js";
import { exportOf } from "../../export-of.js";
import { ThingInput } from "../../find/thing-input.js";
import { formValues } from "../../form.js";
import { useText } from "../../i18n/text.js";
import { ViewLinks } from "../../links.js";
import { NodeLink, type NodeRef, Waiting } from "../../parts.js";
import { hashOf } from "../../place.js";
import { useTitle } from "../../title.js";
import { go } from "../../use-place.js";
import type { ViewProps } from "../../view-props.js";
import { CompareDaysDocument, type CompareDaysQuery } from "./compare.generated.js";

const DEFAULTS = { id: "org:csto", one: "2010-01-01", other: "2026-01-01" };

/** The members, parties or treaties of a thing on two days, beside each other. */
export default function Compare({ place, scope }: ViewProps) {
  const t = useText();
  const id = place.id ?? DEFAULTS.id;
  const [one, other] = [place.params.one || DEFAULTS.one, place.params.other || DEFAULTS.other];
  const { sources, lang } = scope;
  const answer = useAnswer(CompareDaysDocument, { id, one, other, sources, lang });
  const node = answer.data?.node;
  const lists = node ? listsOf(node) : undefined;
  useTitle(node && `${t("compare")} · ${node.name}`);
  const apply = (event: FormEvent<HTMLFormElement>) => {
    const given = formValues(event);
    go(hashOf(place, "compare", given.id || DEFAULTS.id, { one: given.one, other: given.other }));
  };
  return (
    <>
      <h1>{t("compare")}</h1>
      <form className="controls" onSubmit={apply} key={`${id} ${one} ${other}`}>
        <ThingInput name="id" label={t("thing")} id={id} scope={scope} />
        <label>
          {t("one")} <input name="one" type="date" defaultValue={one} />
        </label>
        <label>
          {t("other")} <input name="other" type="date" defaultValue={other} />
        </label>
        <button type="submit">{t("draw")}</button>
      </form>
      <Waiting answer={answer} />
      {answer.data && !node && <p role="alert">{t("notThere")}</p>}
      {node && lists && (
        <>
          <h2>
            <NodeLink node={node} place={place} />
          </h2>
          <div className="columns">
            <Column
              title={`${t("onlyOne", { day: one })}`}
              nodes={without(lists[0], lists[1])}
              place={place}
            />
            <Column
              title={t("both")}
              nodes={lists[0].filter(({ id: each }) => lists[1].some((o) => o.id === each))}
              place={place}
            />
            <Column
              title={`${t("onlyOther", { day: other })}`}
              nodes={without(lists[1], lists[0])}
              place={place}
            />
          </div>
          <ViewLinks
            exported={exportOf(node, { ...scope, asOf: other })}
            revision={answer.remarks?.dataRevision}
          />
        </>
      )}
    </>
  );
}

function Column({
  title,
  nodes,
  place,
}: {
  readonly title: string;
  readonly nodes: readonly NodeRef[];
  readonly place: ViewProps["place"];
}) {
  return (
    <section>
      <h3>
        {title} <small>({nodes.length})</small>
      </h3>
      <ul>
        {nodes.map((node) => (
          <li key={node.id}>
            <NodeLink node={node} place={place} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function listsOf(
  node: NonNullable<CompareDaysQuery["node"]>,
): readonly [readonly NodeRef[], readonly NodeRef[]] | undefined {
  if ("oneParties" in node) return [node.oneParties.nodes, node.otherParties.nodes];
  if ("oneMembers" in node) return [node.oneMembers.nodes, node.otherMembers.nodes];
  if ("oneTreaties" in node) return [node.oneTreaties.nodes, node.otherTreaties.nodes];
  return undefined;
}

function without(some: readonly NodeRef[], others: readonly NodeRef[]): readonly NodeRef[] {
  const known = new Set(others.map(({ id }) => id));
  return some.filter(({ id }) => !known.has(id));
}

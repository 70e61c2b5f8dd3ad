import type { FormEvent } from "react";
import { useAnswer } from "../../api.js";
import { Choice } from "../../choice.js";
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
import { ConflictsDocument, type ConflictsQuery, type EdgeType } from "./conflicts.generated.js";

type Edge = NonNullable<ConflictsQuery["conflicts"]>["edges"][number];
type Difference = Edge["differences"][number];

/** One property of a fact on which sources differ. */
interface Row {
  readonly edge: Edge;
  readonly difference: Difference;
}

/** Types of which sources often say different things. */
const TYPES = [
  "PARTY_TO",
  "MEMBER_OF",
  "TREATY_ACTION",
  "SIGNED",
  "HELD_OFFICE",
  "REPORTS",
] as const satisfies readonly EdgeType[];

const EXPORTED = `query ($about: [ID!], $types: [EdgeType!], $sources: [ID!]) {
  conflicts(about: $about, types: $types, sources: $sources) { edges { type node { id name } to { id name } } }
}`;

/** Facts on which sources disagree, with what each of them says. */
export default function Conflicts({ place, scope }: ViewProps) {
  const t = useText();
  const words = useCodes();
  const about = place.id ?? "";
  const type = TYPES.find((each) => each === place.params.type);
  const { after } = place.params;
  const { sources, lang } = scope;
  const variables = { about: about ? [about] : null, types: type ? [type] : null, sources };
  const answer = useAnswer(ConflictsDocument, { ...variables, lang, after: after || null });
  const conflicts = answer.data?.conflicts;
  useTitle(t("conflicts"));
  const apply = (event: FormEvent<HTMLFormElement>) => {
    const given = formValues(event);
    go(hashOf(place, "conflicts", given.about || undefined, { type: given.type }));
  };
  const rows =
    conflicts?.edges.flatMap((edge) => edge.differences.map((difference) => ({ edge, difference }))) ?? [];
  const columns: readonly Column<Row>[] = [
    {
      head: t("thing"),
      cell: ({ edge }) => <NodeLink node={edge.node} place={place} />,
      key: ({ edge }) => edge.node.name,
    },
    { head: t("kindOf"), cell: ({ edge }) => words(edge.type), key: ({ edge }) => edge.type },
    {
      head: t("to"),
      cell: ({ edge }) => edge.to.id !== edge.node.id && <NodeLink node={edge.to} place={place} />,
      key: ({ edge }) => edge.to.name,
    },
    {
      head: t("property"),
      cell: ({ difference: { property } }) => (isTextKey(property) ? t(property) : property),
      key: ({ difference }) => difference.property,
    },
    {
      head: t("whatEachSays"),
      cell: ({ edge, difference }) => <Claims difference={difference} claims={edge.claims} place={place} />,
    },
  ];
  return (
    <>
      <h1>{t("conflicts")}</h1>
      <p className="lead">{t("conflictsNote")}</p>
      <form className="controls" onSubmit={apply} key={`${about} ${type}`}>
        <ThingInput name="about" label={t("thing")} id={about} scope={scope} />
        <Choice
          label={t("kindOf")}
          name="type"
          options={[["", t("all")], ...TYPES.map((each) => [each, words(each)] as const)]}
          defaultValue={type ?? ""}
        />
        <button type="submit">{t("draw")}</button>
      </form>
      <Waiting answer={answer} />
      {conflicts?.totalCount === 0 && <p>{t("noConflicts")}</p>}
      {conflicts && rows.length > 0 && (
        <>
          <Table
            caption={t("results", { total: conflicts.totalCount })}
            rows={rows}
            columns={columns}
            idOf={({ edge, difference }) => `${edge.cursor} ${difference.property}`}
          />
          {conflicts.pageInfo.hasNextPage && (
            <p>
              <a
                href={hashOf(place, "conflicts", about || undefined, {
                  type,
                  after: conflicts.pageInfo.endCursor ?? "",
                })}
              >
                {t("more")}
              </a>
            </p>
          )}
          <ViewLinks exported={{ query: EXPORTED, variables }} revision={answer.remarks?.dataRevision} />
        </>
      )}
    </>
  );
}

function Claims({
  difference,
  claims,
  place,
}: {
  readonly difference: Difference;
  readonly claims: Edge["claims"];
  readonly place: ViewProps["place"];
}) {
  const t = useText();
  const names = new Map(claims.map(({ source }) => [source.id, source.name]));
  const chosen = claims.find(({ primary }) => primary)?.source.id;
  /** A day by which something had begun or had not ended, in words. */
  const shown = (value: string) => {
    const [from = "", to] = value.split("/");
    if (to === "..") return t("notEndedBy", { day: from });
    if (from === ".." && to) return t("begunBy", { day: to });
    return value === ".." ? t("ongoing") : value;
  };
  return (
    <ul className="claims">
      {difference.values.map(({ source, value }) => (
        <li key={`${source} ${value}`}>
          <strong>{shown(value)}</strong>{" "}
          <NodeLink node={{ id: source, name: names.get(source) ?? source }} place={place} />
          {source === chosen && <small> ({t("chosenClaim")})</small>}
        </li>
      ))}
    </ul>
  );
}
